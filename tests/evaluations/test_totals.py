"""From points to grades: exact, cut and never rounded over a boundary."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qyclient.evaluations.rules import grade
from qyclient.evaluations.rules.lists import Direction, IndicatorKind, Method, Party
from qyclient.evaluations.rules.quantity import cut, points_of, reached, too_easy
from qyclient.evaluations.rules.totals import Sheet, outcome, sheet_share, trimmed_mean, weighted

DAY = date(2026, 3, 2)
P, T, B = Party.PURCHASER, Party.THIRD, Party.BENEFICIARY
WEIGHTS = {P: 30, T: 40, B: 30}


def leaf(number, weight, kind=IndicatorKind.QUAL, raters="PURCHASER THIRD", veto=None):
    return SimpleNamespace(
        number=number, name=number, kind=kind, weight=Decimal(weight), style=None, parts=None,
        method=None, direction=None, target=None, raters=raters, is_veto=veto,
    )  # fmt: skip


NODES = [leaf("1", 60), leaf("2", 40), leaf("3", 5, IndicatorKind.BONUS), leaf("4", 0, veto=True)]


def sheet(name, party, *points):
    return Sheet(name, party, dict(zip("1234", map(Decimal, points), strict=False)))


def test_the_worked_example_of_three_parties():
    parties = {P: Fraction("88.5"), T: Fraction(91), B: Fraction(86)}
    assert weighted(parties, WEIGHTS) == Fraction("88.75")
    assert grade(cut(weighted(parties, WEIGHTS)), DAY).label == "良"


@pytest.mark.parametrize(
    ("whole", "label"),
    [("90", "优"), ("89.995", "良"), ("89.99999999", "良"), ("80", "良"), ("79.99999", "中"),
     ("60", "中"), ("59.99", "差"), ("59.999999", "差")],
)  # fmt: skip
def test_boundaries_are_graded_as_written(whole, label):
    assert grade(cut(Fraction(whole)), DAY).label == label


def test_two_thirds_of_a_point_lift_nobody():
    assert cut(Fraction(89) + Fraction(99999, 100000)) == Decimal("89.9999")
    assert cut(Fraction(270, 3)) == 90


def test_a_missing_party_makes_the_others_a_whole():
    assert weighted({P: Fraction(80), T: Fraction(90)}, WEIGHTS) == (80 * 30 + 90 * 40) / Fraction(
        70
    )
    assert weighted({}, WEIGHTS) is None
    found = outcome([sheet("甲", T, 60, 40)], NODES, WEIGHTS, None, 5)
    assert (found.whole, found.missing) == (100, [P, B])


def test_of_five_experts_the_highest_and_the_lowest_go():
    five = [Fraction(n) for n in (10, 80, 85, 90, 100)]
    assert trimmed_mean(five, 5) == 85
    assert trimmed_mean(five[:4], 5) == Fraction(265, 4)


def test_what_is_added_counts_up_to_the_whole_and_a_veto_by_itself():
    assert sheet_share(sheet("甲", T, 60, 40, 5), NODES) == 100
    assert sheet_share(sheet("甲", T, 50, 40, 5), NODES) == 95
    found = outcome([sheet("甲", T, 60, 40, 0, 1)], NODES, {T: 100}, None, 5)
    assert found.vetoes == ["4"]


def test_what_a_body_says_of_itself_stands_beside_the_result():
    nodes = [leaf("1", 60, raters="THIRD SELF"), leaf("2", 40, raters="THIRD SELF")]
    sheets = [sheet("甲", T, 30, 20), sheet("本单位", Party.SELF, 60, 40)]
    found = outcome(sheets, nodes, {T: 100}, None, 5)
    assert (found.whole, found.parties[Party.SELF]) == (50, 100)


def test_beneficiaries_score_by_their_survey():
    found = outcome([sheet("甲", T, 60, 40)], NODES, {T: 50, B: 50}, Fraction("0.8"), 5)
    assert found.whole == 90


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12))
def test_a_result_lies_between_its_worst_and_its_best_rater(tenths):
    nodes = [leaf("1", 100)]
    sheets = [sheet(str(n), T, Decimal(t) / 10) for n, t in enumerate(tenths)]
    found = outcome(sheets, nodes, {T: 100}, None, 5)
    assert Fraction(min(tenths), 10) <= found.whole <= Fraction(max(tenths), 10)


@pytest.mark.parametrize(
    ("target", "actual", "direction", "method", "points"),
    [
        ("40", "40", "UP", "PROPORTIONAL", "20"),
        ("40", "30", "UP", "PROPORTIONAL", "15"),
        ("3", "1", "UP", "PROPORTIONAL", "6.6666"),
        ("20", "25", "DOWN", "PROPORTIONAL", "16"),
        ("20", "0", "DOWN", "PROPORTIONAL", "20"),
        ("100", "100", "UP", "STEPPED", "20"),
        ("100", "80", "UP", "STEPPED", "13.3333"),
        ("100", "79.9", "UP", "STEPPED", "6.6666"),
        ("100", "60", "UP", "STEPPED", "6.6666"),
        ("100", "59.9", "UP", "STEPPED", "0"),
    ],
)
def test_a_quantity_gets_its_points(target, actual, direction, method, points):
    part = reached(Decimal(target), Decimal(actual), Direction[direction])
    assert points_of(Method[method], part, Decimal(20), DAY) == Decimal(points)


def test_far_above_a_target_is_told():
    assert too_easy(Fraction(3, 2), DAY)
    assert not too_easy(Fraction(149, 100), DAY)
