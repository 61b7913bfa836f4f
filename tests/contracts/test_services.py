"""Contracts and the instalments they are paid in: to the fen."""

from decimal import Decimal

import pytest

from qyclient.contracts.models import Contract, Instalment
from qyclient.contracts.rules.money import plan_problem
from qyclient.contracts.services import amend, instalments_of, record
from qyclient.errors import Invalid
from qyclient.records.view import View

TEXTS = {
    "contract_no": "QX-2026-901",
    "title": "留守儿童暑期学校服务",
    "purchaser": "清新区教育局",
    "contractor": "清新区和乐社会工作服务中心",
    "service_kind": "公共服务",
    "budget_amount": "10万元",
    "amount": "98000",
    "start_on": "2026-07-01",
    "end_on": "2026-08-25",
}
PLAN = (
    {"amount": "49000"},
    {"amount": "29400", "waits_for": "中期"},
    {"amount": "19600", "waits_for": "末期"},
)


def _refused(county, *args):
    before = county.count(Contract, View()), county.count(Instalment, View())
    with pytest.raises(Invalid) as no:
        county.write(record, *args)
    assert (county.count(Contract, View()), county.count(Instalment, View())) == before
    return no.value.problems


def test_a_contract_is_entered_with_its_plan(county):
    contract = county.write(record, TEXTS, PLAN).value
    parts = county.read(instalments_of, contract.id)
    assert [(p.number, p.amount) for p in parts] == [(1, 49000), (2, 29400), (3, 19600)]
    assert [p.waits_for and p.waits_for.label for p in parts] == [None, "中期评价", "末期评价"]
    assert contract.status == "IN_PROGRESS"


@pytest.mark.parametrize(
    ("last", "off"), [("19600.01", "+0.01"), ("19599.99", "-0.01"), ("0", None), ("-19600", None)]
)
def test_instalments_add_up_to_the_fen(last, off, county):
    found = _refused(county, TEXTS, (*PLAN[:2], {"amount": last}))
    assert (f"相差 {off} 元" if off else "大于零") in found["instalments"]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"amount": "0"}, "amount"),
        ({"amount": "100000.01"}, "amount"),
        ({"end_on": "2026-06-30"}, "end_on"),
        ({"contractor": "没有的中心"}, "contractor"),
        ({"contractor": ""}, "contractor"),
        ({"service_kind": "其他"}, "service_kind"),
    ],
)
def test_what_stands_against_a_contract_is_named(change, key, county):
    assert {*_refused(county, TEXTS | change)} == {key}


def test_bounds_that_just_hold(county):
    just = {"amount": "100000", "end_on": "2026-07-01"}
    assert county.write(record, TEXTS | just).value.amount == 100000


def test_a_number_is_used_once(county):
    county.write(record, TEXTS)
    assert "已登记" in _refused(county, TEXTS)["contract_no"]


def test_an_amended_amount_must_still_fit_its_plan(county):
    contract = county.write(record, TEXTS, PLAN).value
    with pytest.raises(Invalid, match="相差"):
        county.write(amend, contract.id, contract.version, {"amount": "98001"})
    changed = county.write(amend, contract.id, contract.version, {"title": "暑期学校"}).value
    assert (changed.title, changed.amount) == ("暑期学校", 98000)


def test_a_contract_may_have_no_plan_yet():
    assert plan_problem(Decimal(1), []) is None
    assert plan_problem(Decimal("0.03"), [Decimal("0.01")] * 3) is None
