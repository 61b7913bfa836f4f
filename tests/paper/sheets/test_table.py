"""Sheets as the office prints them, read back cell by cell."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from qyclient.errors import Refused
from qyclient.paper.report import Heading
from qyclient.paper.sheets.columns import Column, of_layout
from qyclient.paper.sheets.lists import write_list
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records import kinds
from qyclient.records.dates import PartialDate
from qyclient.records.field import Field

HEADING = Heading("清远市清新区民政局", "张三", date(2026, 3, 2), date(2026, 2, 28))
FIELDS = (
    Field("name", "名称", kinds.TEXT, required=True),
    Field("code", "代码", kinds.USCC, required=False),
    Field("id_no", "身份证号", kinds.PAPER_NUMBER, required=False),
    Field("fund", "资金", kinds.MONEY, required=False),
    Field("day", "日期", kinds.DATE, required=False),
    Field("born", "成立", kinds.PARTIAL_DATE, required=False),
    Field("staff", "人数", kinds.COUNT, required=False),
)
RECORD = SimpleNamespace(
    name="=HYPERLINK(1)",
    code="51441803YL95000056",
    id_no="441827199603199643",
    fund=Decimal("33333.33"),
    day=date(2012, 8, 30),
    born=PartialDate("1998-05"),
    staff=0,
)
EMPTY = SimpleNamespace(**dict.fromkeys(vars(RECORD)))


def _rows(path):
    return [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows()]


def test_a_list_shows_what_the_screen_shows(tmp_path):
    write_list(tmp_path / "a.xlsx", "名册", FIELDS, [RECORD, EMPTY], HEADING)
    title, line, heads, row, empty = _rows(tmp_path / "a.xlsx")
    assert title[0] == "名册"
    assert line[0].split("　　　") == [
        "填报单位（盖章）：清远市清新区民政局",
        "填报日期：2026年2月28日",
        "计量单位：元",
    ]
    assert heads == [field.label for field in FIELDS]
    assert row[:3] == ["=HYPERLINK(1)", "51441803YL95000056", "4418**********9643"]
    assert row[3:5] == [33333.33, RECORD.day] or row[4].date() == RECORD.day
    assert row[5:] == ["1998年5月", 0]
    assert empty == [None] * 7


def test_a_sheet_prints_as_the_office_prints(tmp_path):
    write_list(tmp_path / "a.xlsx", "名册", FIELDS, [RECORD], HEADING)
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$2:$3"
    assert sheet["A4"].font.name == "宋体"
    assert [sheet.cell(4, n).number_format for n in range(1, 8)] == [
        "@",
        "@",
        "@",
        "#,##0.00",
        "yyyy-mm-dd",
        "@",
        "0",
    ]


def test_headings_over_several_rows_span_what_stands_under_them(tmp_path):
    layout = [
        {"t": "名称", "field": "name"},
        {"t": "规模", "columns": [{"t": "人数", "field": "staff"}, {"t": "空"}]},
        {"t": "合计", "sum": ["staff", "more"]},
        {"t": "证号", "first": ["code", "name"]},
        {"t": "万元", "field": "fund", "unit": "万元", "decimals": 1},
        {"t": "序号", "number": True},
    ]
    columns = of_layout(layout, {field.key: field for field in FIELDS})
    table = Table("台账", columns, notes=("空白不是零",), depth=3)
    records = [SimpleNamespace(**vars(RECORD), more=4), SimpleNamespace(**vars(EMPTY), more=None)]
    write_table(tmp_path / "a.xlsx", table, records, HEADING)
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"A3:A5", "B3:C3", "B4:B5", "D3:D5"} <= merged
    rows = _rows(tmp_path / "a.xlsx")
    assert rows[5] == ["=HYPERLINK(1)", 0, None, 4, "51441803YL95000056", 3.3, 1]
    assert rows[6] == [None, None, None, None, None, None, 2]
    assert "制表人：张三" in rows[7][0]
    assert load_workbook(tmp_path / "a.xlsx").sheetnames == ["台账", "填表说明"]


def test_a_table_may_have_one_column_and_a_long_title(tmp_path):
    table = Table("很" * 40, [Column(("名称",), lambda r: r.name)])
    write_table(tmp_path / "a.xlsx", table, [RECORD], HEADING)
    assert _rows(tmp_path / "a.xlsx")[3] == ["=HYPERLINK(1)"]


def test_a_record_that_cannot_be_drawn_leaves_the_old_file_alone(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"old")
    with pytest.raises(AttributeError):
        write_list(tmp_path / "a.xlsx", "名册", FIELDS, [RECORD, SimpleNamespace()], HEADING)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.xlsx", b"old")]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match="不存在"):
        write_list(tmp_path / "没有" / "a.xlsx", "名册", FIELDS, [], HEADING)


def test_the_file_says_of_which_day_its_data_are(tmp_path):
    write_list(tmp_path / "a.xlsx", "名册", FIELDS, [], HEADING)
    about = load_workbook(tmp_path / "a.xlsx").properties
    assert (about.creator, about.title) == ("张三", "名册")
    assert "2026-02-28" in about.description
