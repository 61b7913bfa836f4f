"""Every report is a whole file that spreadsheets open, whatever it is made of."""

from datetime import date

import pytest
from openpyxl import load_workbook

from qyclient.office.services import accesses
from qyclient.papers import write_report
from qyclient.records.base import fields_of
from qyclient.records.view import View
from tests.declared import REPORTS

every_report = pytest.mark.parametrize("report", REPORTS)
CODES = ("代码", "证号", "号码", "邮编", "电话")


def _cells(path):
    book = load_workbook(path)
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


@every_report
@pytest.mark.parametrize("day", [None, date(2026, 3, 1)], ids=["today", "past"])
def test_it_is_written_without_a_record(report, day, workspace, tmp_path):
    path = tmp_path / f"a{report.suffix}"
    write_report(workspace, report.key, path, day)
    assert report.title in {cell.value for cell in _cells(path)}
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [path.name]


@every_report
def test_it_holds_a_row_for_each_record_and_no_formula(report, county, tmp_path):
    path = tmp_path / f"a{report.suffix}"
    write_report(county, report.title, path)
    cells = _cells(path)
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert all(str(cell.value)[:1] != "=" or cell.data_type == "s" for cell in cells)
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [path.name]
    [sheet, *_] = load_workbook(path)
    said = {tuple(cell.value for cell in row) for row in sheet.iter_rows()}
    for record in county.page(report.noun, View(), size=20):
        if report.noun.__tablename__ != "organization" or report.key.endswith(
            record.org_type.lower()
        ):
            called = str(getattr(record, "contract", None) or record)
            assert any(called in row for row in said)


@every_report
def test_personal_data_in_full_is_noted_and_else_it_is_masked(report, county, tmp_path):
    records = county.page(report.noun, View())
    personal = [field for field in fields_of(report.noun) if field.personal]
    values = {field.show(record) for record in records for field in personal} - {""}
    open_anyhow = {v for v in values if all(f.kind.mask(v) == v for f in personal)}
    path = tmp_path / f"a{report.suffix}"
    write_report(county, report.key, path)
    shown = {str(cell.value) for cell in _cells(path)} & (values - open_anyhow)
    noted = county.read(accesses)
    assert bool(noted) is (report.statutory and bool(report.personal))
    assert report.statutory or not shown
    write_report(county, report.key, path, purpose="核查")
    assert [entry["reason"] for entry in county.read(accesses)[: len(report.personal) > 0]] == [
        "核查"
    ] * (len(report.personal) > 0)


@every_report
def test_its_codes_are_texts(report, county, tmp_path):
    path = tmp_path / f"a{report.suffix}"
    write_report(county, report.key, path)
    [sheet, *_] = load_workbook(path)
    rows = [*sheet.iter_rows()]
    headed = [
        (n, c.value) for row in rows[2:5] for n, c in enumerate(row) if isinstance(c.value, str)
    ]
    coded = {n for n, heading in headed if heading.endswith(CODES)}
    under = [row[n] for row in rows[5:] for n in coded if row[n].value is not None]
    assert {cell.data_type for cell in under} <= {"s"}
    assert {cell.number_format for cell in under} <= {"@"}
