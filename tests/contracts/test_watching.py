"""What the clocks say, what an amount asks for, and small purchases that add up."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from qyclient.contracts.models import Contract
from qyclient.contracts.rules import ProcurementMethod
from qyclient.contracts.rules.clocks import warnings
from qyclient.contracts.rules.procurement import advice, thresholds
from qyclient.contracts.services.courses import gauges_of, timeline_of
from qyclient.contracts.services.watching import warned
from qyclient.paper.figures import Sort
from qyclient.records.view import View
from tests.contracts.bought import PROJECT, day

NOTHING = {
    "status": "AWARDED", "award_on": None, "signed_on": None, "start_on": None, "end_on": None,
    "term_reason": None, "rectify_until": None, "is_opening": None,
}  # fmt: skip
GUANGDONG = thresholds("441803", date(2026, 3, 2))


def said(today, **facts):
    one = SimpleNamespace(**(NOTHING | facts))
    return [(warn.told, warn.late) for warn in warnings(one, day(today))]


def test_a_contract_is_signed_within_thirty_days_of_its_award():
    [(text, late)] = said("2026-03-04", award_on=day("2026-02-02"))
    assert (text, late) == ("签订合同今天（3月4日）到期（政府采购法第四十六条）", False)
    [(text, late)] = said("2026-03-05", award_on=day("2026-02-02"))
    assert "已超期 1 天" in text
    assert late


def test_it_is_published_in_two_and_filed_in_seven_working_days():
    found = said("2026-03-06", status="SIGNED", signed_on=day("2026-03-02"))
    assert [late for _text, late in found] == [True, False]
    assert found[0][0].startswith("公告合同已超期 2 个工作日（3月4日 到期）")
    assert found[1][0].startswith("合同备案剩 3 个工作日，3月11日 到期")


@pytest.mark.parametrize(
    ("end", "reason", "expected"),
    [
        ("2025-03-31", None, None),
        ("2025-04-01", None, "期限超过一年"),
        ("2025-04-01", "连续服务", None),
        ("2027-03-31", "连续服务", None),
        ("2027-04-01", "连续服务", "期限超过三年"),
    ],
)
def test_a_term_over_one_year_asks_why_and_over_three_is_wrong(end, reason, expected):
    found = said(
        "2024-05-01", status="IN_PROGRESS", signed_on=day("2024-03-15"),
        start_on=day("2024-04-01"), end_on=day(end), term_reason=reason,
    )  # fmt: skip
    told = [text for text, _late in found if "期限超过" in text]
    assert bool(told) is bool(expected)
    assert all(expected in text for text in told)


def test_a_term_that_is_over_is_told_until_the_next_step_is_done():
    term = {"start_on": day("2025-03-01"), "end_on": day("2026-02-27")}
    assert said("2026-03-02", status="IN_PROGRESS", **term)[0][0].startswith("服务期限已满 3 天")
    assert said("2026-03-02", status="DELIVERED", **term) == []


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("999999.99", "自行采购"), ("1000000", "应当采用政府采购方式"), ("4000000", "应当公开招标")],
)
def test_the_narrowest_region_gives_the_thresholds_and_they_only_advise(amount, expected):
    [told] = advice(Decimal(amount), None, GUANGDONG)
    assert expected in told
    assert "广东省" in told
    assert "以当年本地标准为准" in told
    told = advice(Decimal(amount), ProcurementMethod.SELF_PURCHASE, GUANGDONG)
    assert any("请写明理由" in one for one in told) is (amount != "999999.99")


def test_elsewhere_the_national_guide_holds_and_before_it_nothing():
    assert thresholds("110000", date(2026, 3, 2)).decentralised == 300_000
    assert thresholds("441803", date(2012, 3, 2)) is None
    assert advice(Decimal(5), None, None) == []


def test_purchases_of_one_item_that_reach_a_threshold_together_are_told(office):
    office.staffed()
    for number, amount in (("XM-1", "600000"), ("XM-2", "500000"), ("XM-3", "1000000")):
        office.planned(contract_no=number, budget_amount=amount, catalogue_item="人民调解")
    office.planned(contract_no="XM-4", budget_amount="900000", catalogue_item="法律援助")
    found = office.county.page(Contract, View(words=PROJECT["title"]))
    said_of = {one.contract_no: office.ask(warned, found)[one.id] for one in found}
    told = {number: "；".join(w.told for w in said_of[number]) for number in said_of}
    assert "同年同一事项合计 210.00 万元，达到 100 万元限额" in told["XM-1"]
    assert "化整为零" in told["XM-2"]
    assert "化整为零" not in told["XM-3"]
    assert told["XM-4"] == ""


def words(figure):
    return [shape.text for shape in figure.shapes if shape.sort is Sort.WORD]


def test_a_timeline_holds_what_was_done_and_what_is_to_come(county):
    [three] = county.page(Contract, View(words="QX-2024-007"))
    told = words(county.read(timeline_of, three.id))
    for text in (
        "签订合同",
        "付第 1 期 336,000.00",
        "应付第 3 期 336,000.00",
    ):
        assert text in told
    assert any(text.startswith("中期评价 ") and text.endswith("分，良") for text in told)
    assert "今天" in told
    days = [text for text in told if text.endswith("日")]
    assert days[0] == "2024年3月15日"
    assert days[-1] == "2027年3月31日"


def test_gauges_say_what_the_balance_says(county):
    [three] = county.page(Contract, View(words="QX-2024-007"))
    told = words(county.read(gauges_of, three.id))
    assert "已付 672,000.00，未付 336,000.00" in told
    assert "可用 64,000.00 / 预算 400,000.00" in told


def test_every_picture_stays_within_its_width(county):
    for contract in county.page(Contract, View()):
        for query in (timeline_of, gauges_of):
            figure = county.read(query, contract.id)
            for shape in figure.shapes if figure else ():
                for x, y in shape.points:
                    assert 0 <= x <= figure.width + 0.01
                    assert 0 <= y <= figure.height + 0.01
