"""What we export comes back without a change: the whole sample county, in every layout."""

import pytest
from openpyxl import load_workbook

from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import amend, the
from qyclient.paper.sheets.lists import write_list
from qyclient.papers import heading, write_report
from qyclient.records.base import fields_of
from qyclient.records.view import View
from tests.behind_the_back import contents

IN_TABLE = [field for field in fields_of(Organization) if field.in_table]


def _outcomes(outcome):
    return {
        row.outcome: [r for r in outcome.rows if r.outcome == row.outcome] for row in outcome.rows
    }


@pytest.mark.parametrize("key", ["roster", "ledger-s", "ledger-m", "ledger-j"])
def test_a_report_comes_back_without_a_change(key, county, tmp_path, bring):
    path = tmp_path / "导出.xlsx"
    write_report(county, key, path)
    before = contents(county)
    rows = _outcomes(bring(county, path).value)
    assert rows.get("held", []) == rows.get("new", []) == rows.get("changed", []) == []
    assert len(rows["unchanged"]) > 0
    assert contents(county) == before


@pytest.mark.parametrize("fields", [IN_TABLE, fields_of(Organization)], ids=["seen", "all"])
def test_a_list_comes_back_without_a_change_though_numbers_are_masked(
    fields, county, tmp_path, bring
):
    path = tmp_path / "导出所见.xlsx"
    write_list(path, "社会组织", fields, county.page(Organization, View()), heading(county))
    before = contents(county)
    rows = _outcomes(bring(county, path).value)
    assert {*rows} <= {"unchanged", "skipped"}
    assert len(rows["unchanged"]) == county.count(Organization, View())
    assert contents(county) == before


def test_masked_numbers_do_not_leave_the_office(county, tmp_path):
    path = tmp_path / "导出所见.xlsx"
    bodies = county.page(Organization, View())
    write_list(path, "社会组织", fields_of(Organization), bodies, heading(county))
    said = {str(cell.value) for row in load_workbook(path).active.iter_rows() for cell in row}
    numbers = {body.legal_rep_id_no for body in bodies} - {None}
    assert len(numbers) > 100
    assert said & numbers == set()


@pytest.mark.parametrize("text", ["=1+1", "+86", "-3", "@SUM(A1)", "'007", "00123", "1E5"])
def test_texts_that_look_like_formulas_stay_texts_both_ways(text, county, tmp_path, bring):
    body = county.read(the, "清新区和乐社会工作服务中心")
    county.write(amend, body.id, body.version, {"remark": f"x{text}"})

    def as_it_is(session):
        session.get(Organization, body.id).remark = text

    county.write(as_it_is)
    path = tmp_path / "导出.xlsx"
    write_report(county, "ledger-m", path)
    cells = [
        c for row in load_workbook(path).worksheets[0].iter_rows() for c in row if c.value == text
    ]
    assert {(c.data_type, c.number_format) for c in cells} == {("s", "@")}

    rows = _outcomes(bring(county, path).value)

    assert {*rows} <= {"unchanged", "skipped"}
    assert county.read(the, body.name).remark == text
