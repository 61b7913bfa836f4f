"""年度数据：加得起来，只填所执行制度的一组，上年的数在旁边，台帐读它."""

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from qyclient.errors import Invalid, Overtaken
from qyclient.organizations.models import Organization, YearFigures
from qyclient.organizations.rules.figures import problems
from qyclient.organizations.services.figures import (
    figures_of,
    keep_figures,
    newest_figures,
    with_last_year,
)
from qyclient.papers import write_report
from qyclient.records.view import Filter, View

NON_PROFIT = {
    "accounting": "民间非营利组织会计制度",
    "costs": "10万元",
    "activity_costs": "60000", "activity_staff": "40000", "activity_daily": "20000",
    "admin_costs": "40000",
}  # fmt: skip


@pytest.fixture
def body(county):
    return county.page(Organization, View(words="暖心大学生"), 0, 1)[0]


def _keep(county, body, year=2025, version=0, **texts):
    return county.write(keep_figures, body.id, year, version, texts).value


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"aged_35": 3, "aged_45": 4}, "aged_56"),
        ({"college": 6, "bachelor": 6}, "bachelor"),
        ({"social_workers": 11}, "social_workers"),
        ({"party_members": 11}, "party_members"),
        ({"leaders": 2, "women_leaders": 3}, "women_leaders"),
        ({"income": 10, "expenditure": 4, "balance": 5}, "balance"),
        ({"activity_costs": 10, "activity_staff": 4, "activity_taxes": 5}, "activity_costs"),
        ({"admin_costs": 10, "admin_daily": 11}, "admin_costs"),
        ({"costs": 10, "activity_costs": 6, "admin_costs": 5}, "costs"),
    ],
)
def test_what_does_not_add_up_is_said_at_its_field(facts, key):
    assert [*problems(facts, staff=10)] == [key]


def test_what_adds_up_or_is_not_known_says_nothing():
    assert problems({"aged_35": 10, "income": 10, "expenditure": 4, "balance": 6}, 10) == {}
    assert problems({"college": 99}, None) == {}


def test_only_the_block_of_the_rules_a_body_keeps_is_filled_in(county, body):
    with pytest.raises(Invalid, match="不填企业会计制度一栏"):
        _keep(county, body, **NON_PROFIT, operating_income="5")
    assert _keep(county, body, **NON_PROFIT).costs == Decimal(100_000)


def test_last_year_stands_beside_and_a_year_is_kept_once(county, body):
    first = (
        _keep(county, body, 2024, **NON_PROFIT)
        if not county.read(figures_of, body.id, 2024)
        else county.read(figures_of, body.id, 2024)
    )
    now, last = county.read(with_last_year, body.id, 2025)
    assert (now, last.id) == (None, first.id)
    kept = _keep(county, body, 2025, **NON_PROFIT)
    _keep(county, body, 2025, kept.version, costs="20万元")
    assert county.read(figures_of, body.id, 2025).costs == Decimal(200_000)
    with pytest.raises(Overtaken):
        _keep(county, body, 2025, kept.version, costs="30万元")


def test_the_newest_year_is_told_not_one_after_what_is_asked_for(county, body):
    _keep(county, body, 2025, **NON_PROFIT)
    assert county.read(newest_figures, [body])[body.id]["costs"] == Decimal(100_000)
    before = county.read(newest_figures, [body], 2020)[body.id]
    assert (before["costs"], before["reviewed_on"]) == (None, None)


def test_the_ledger_shows_them_in_ten_thousands(county, body, tmp_path):
    _keep(county, body, 2025, **NON_PROFIT)
    write_report(county, "ledger-s", tmp_path / "台帐.xlsx")
    sheet = load_workbook(tmp_path / "台帐.xlsx").active
    heads = {cell.value: cell.column for row in sheet["1:5"] for cell in row if cell.value}
    names = {row[6].value: row[0].row for row in sheet.iter_rows(min_row=6)}
    row = names[body.name]
    assert sheet.cell(row, heads["本年费用合计"]).value == pytest.approx(10)
    assert sheet.cell(row, heads["业务活动成本"]).value == pytest.approx(6)


def test_the_sample_county_has_figures_that_add_up(county):
    found = county.page(YearFigures, View(filters=(Filter("year", least="2024", most="2024"),)))
    assert len(found) > 100
    for one in found:
        facts = vars(one)
        assert problems(facts, one.organization.staff) == {}
