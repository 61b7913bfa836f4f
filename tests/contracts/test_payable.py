"""Scores, grades and what they pay: at every boundary."""

from datetime import date
from decimal import Decimal

import pytest

from qyclient.contracts.rules.payable import Grade, grade, grade_with_rule, payable
from qyclient.contracts.services import dues_of, record
from qyclient.contracts.services.due import earned_by
from qyclient.contracts.services.verdicts import enter_verdict, verdicts_of
from qyclient.errors import Invalid
from tests.contracts.test_services import PLAN, TEXTS

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("points", "name"),
    [
        ("100", "优"), ("90.00", "优"), ("89.9999", "良"), ("89.995", "良"), ("89.99", "良"),
        ("80.00", "良"), ("79.9999", "中"), ("60.00", "中"), ("59.9999", "差"), ("59.99", "差"),
        ("0", "差"),
    ],
)  # fmt: skip
def test_a_score_is_graded_unrounded(points, name):
    assert grade(Decimal(points), DAY).label == name


def test_a_grade_says_its_boundary():
    assert grade_with_rule(Decimal("89.995"), DAY) == "良（≥ 80）"
    assert grade(Decimal(90), date(2010, 1, 1)) is Grade.EXCELLENT


@pytest.mark.parametrize(
    ("instalment", "points", "pays"),
    [
        ("19600", "92.4", "19600.00"),
        ("19600", "85.0", "19600.00"),
        ("19600", "71.3", "13974.80"),
        ("19600", "55", "0.00"),
        ("33333.33", "71.3", "23766.66"),
        ("0.50", "71", "0.36"),
        ("0.50", "61", "0.31"),
        ("0.01", "60", "0.01"),
        ("100", "79.9999", "80.00"),
        ("100", "60", "60.00"),
        ("100", "59.9999", "0.00"),
    ],
)
def test_the_last_instalment_pays_to_the_fen_half_up(instalment, points, pays):
    due = payable(Decimal(instalment), Decimal(points), DAY)
    assert str(due.amount) == pays or due.amount == Decimal(pays)


def test_what_is_paid_says_how():
    assert payable(Decimal(19600), Decimal("71.3000"), DAY).how == "19,600.00 × 71.3% = 13,974.80"
    assert payable(Decimal(19600), Decimal(55), DAY).how == "等级为差，不支付"


def _texts(**change):
    return {
        "contract": TEXTS["contract_no"],
        "stage": "末期",
        "score": "71.3",
        "given_on": "2026-03-01",
        "report": "绩效评价报告，2026-03-01 签字",
    } | change


@pytest.fixture
def contract(county):
    return county.write(record, TEXTS, PLAN).value


def test_a_report_on_paper_is_the_verdict_that_its_instalment_waits_for(county, contract):
    verdict = county.write(enter_verdict, _texts()).value
    first, middle, last = county.read(dues_of, contract.id)
    assert (first.proposal.amount, first.waits) == (49000, "")
    assert middle.waits == "等待中期评价"
    assert last.waits == "末期评价 71.3 分，等待另一人确认"
    [(number, earned)] = county.read(earned_by, verdict)
    assert (number, earned.amount) == (3, Decimal("13974.80"))


def test_a_score_keeps_four_decimals(county, contract):
    county.write(enter_verdict, _texts(score="89.9951"))
    [kept] = county.read(verdicts_of, contract.id)
    assert str(kept.score) == "89.9951"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"score": "100.01"}, "score"),
        ({"score": "-1"}, "score"),
        ({"score": "优"}, "score"),
        ({"score": ""}, "score"),
        ({"given_on": "2026-03-03"}, "given_on"),
        ({"contract": "没有"}, "contract"),
    ],
)
def test_what_cannot_be_a_score_is_named(change, key, county, contract):
    with pytest.raises(Invalid) as no:
        county.write(enter_verdict, _texts(**change))
    assert {*no.value.problems} == {key}
    assert county.read(verdicts_of, contract.id) == []


@pytest.mark.parametrize("points", ["NaN", "Infinity", "1e2", "６０"])
def test_odd_numbers_are_read_as_a_person_would(points, county, contract):
    if points in {"NaN", "Infinity"}:
        with pytest.raises(Invalid, match="得分"):
            county.write(enter_verdict, _texts(score=points))
    else:
        assert county.write(enter_verdict, _texts(score=points)).value.score in {100, 60}


def test_a_stage_is_scored_once(county, contract):
    county.write(enter_verdict, _texts())
    with pytest.raises(Invalid, match="有误的先作废"):
        county.write(enter_verdict, _texts(score="95"))
    county.write(enter_verdict, _texts(stage="中期", score="95"))
    assert len(county.read(verdicts_of, contract.id)) == 2
