import shutil
from datetime import date, datetime, time
from multiprocessing import active_children
from pathlib import Path

import pytest
import xlsxwriter

from qyclient.errors import Cancelled, Refused
from qyclient.paper.reading import LIMITS, read_workbook
from qyclient.progress import Silent


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A workbook with what honest ledgers hold."""
    path = tmp_path_factory.mktemp("made") / "台账.xlsx"
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        clock = book.add_format({"num_format": "hh:mm"})
        span = book.add_format({"num_format": "[h]:mm"})
        red = book.add_format({"bg_color": "red"})
        sheet = book.add_worksheet("社会团体")
        sheet.merge_range(1, 1, 1, 2, "会员数")
        sheet.write_row(2, 1, ["单位", "个人"])
        sheet.write_row(3, 1, [37, 62.5, "𬱖（县）", True])
        sheet.write_datetime(4, 1, datetime(2026, 3, 1), day)
        sheet.write_datetime(4, 2, datetime(2026, 3, 1, 8, 30), moment)
        sheet.write_datetime(4, 3, time(8, 30), clock)
        sheet.write_number(4, 4, 1.5, span)
        sheet.write_string(5, 1, "=1+1")
        sheet.write_formula(5, 2, "=1+1", None, 2)
        sheet.write_blank(3_000, 200, None, red)
        sheet.write_string(9, 9, "")
        book.add_worksheet("空表")
        book.add_chartsheet("图")
        book.add_worksheet("底稿").hide()
        book.get_worksheet_by_name("底稿").write_string("A1", "一格")
    return path


@pytest.fixture
def ledger(made, tmp_path):
    """A copy, since a test may rename it."""
    return Path(shutil.copy(made, tmp_path))


def test_a_ledger_is_read_from_its_first_cell_with_the_types_it_holds(ledger, read):
    sheet = read(ledger)[0]

    assert sheet.name == "社会团体"
    assert sheet.rows == (
        (None, None, None, None, None),
        (None, "会员数", None, None, None),
        (None, "单位", "个人", None, None),
        (None, 37, 62.5, "𬱖（县）", True),
        (None, date(2026, 3, 1), datetime(2026, 3, 1, 8, 30), time(8, 30), "36:00:00"),
        (None, "=1+1", 2, None, None),
    )
    assert sheet.merged == ((1, 1, 1, 2),)


def test_empty_and_hidden_sheets_are_told_apart_and_charts_left_out(ledger, read):
    assert [(sheet.name, len(sheet.rows), sheet.visible) for sheet in read(ledger)] == [
        ("社会团体", 6, True),
        ("空表", 0, True),
        ("底稿", 1, False),
    ]


def test_a_file_is_what_it_holds_and_not_what_its_ending_says(ledger, read):
    renamed = ledger.rename(ledger.with_suffix(".xls"))
    assert read(renamed)[0].rows[2][1] == "单位"


def test_many_rows_arrive_in_order(tmp_path, read):
    path = tmp_path / "大表.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(12_000):
            sheet.write_row(row, 0, [row, f"第{row}行", None, row % 7])

    rows = read(path)[0].rows

    assert len(rows) == 12_000
    assert all(row == (n, f"第{n}行", None, n % 7) for n, row in enumerate(rows))


def test_a_macro_workbook_is_read_and_its_macros_left_alone(workbook, read):
    path = workbook(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        name="宏.xlsm",
        **{"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(100)},
    )
    assert read(path)[0].rows == ((1,),)


def test_text_inside_the_sheet_itself_is_read_at_its_place(workbook, read):
    path = workbook('<row r="2"><c r="B2" t="inlineStr"><is><t>甲</t></is></c></row>')
    assert read(path)[0].rows == ((None, None), (None, "甲"))


def test_progress_tells_which_sheet_is_read(ledger):
    heard = []

    class Told:
        def step(self, done, total, doing=""):
            heard.append(doing)

    read_workbook(ledger, Told())

    assert heard[0] == "正在检查“台账.xlsx”"
    assert "正在读取工作表“底稿”" in heard


@pytest.mark.parametrize("word", ["检查", "读取"])
def test_cancel_ends_the_child_at_once(ledger, word):
    class Impatient:
        def step(self, done, total, doing=""):
            if word in doing:
                raise Cancelled

    with pytest.raises(Cancelled):
        read_workbook(ledger, Impatient())

    assert active_children() == []


def test_a_missing_file_is_named(tmp_path, refused):
    assert "找不到" in refused(tmp_path / "没有.xlsx")


def test_a_folder_is_no_workbook(tmp_path):
    folder = tmp_path / "夹.xlsx"
    folder.mkdir()
    with pytest.raises(Refused, match=r"夹\.xlsx"):
        read_workbook(folder, Silent())


def test_nothing_is_left_running_after_a_file_was_read(ledger, read):
    read(ledger)
    assert active_children() == []
    assert LIMITS.seconds == 60
