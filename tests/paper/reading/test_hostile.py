import random
import shutil
import sys
import zipfile
from dataclasses import replace
from math import isinf
from multiprocessing import active_children
from pathlib import Path

import pytest
import xlsxwriter

from qyclient.paper.reading import LIMITS
from qyclient.paper.reading.limits import MEGABYTE

LEDGERS = Path(__file__).parents[2] / "ledgers"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.fixture(autouse=True)
def nobody_left_behind():
    yield
    assert active_children() == []


def test_two_values_in_far_corners_are_refused_with_their_place(workbook, refused):
    path = workbook(ONE + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert path.stat().st_size < 2000
    assert "第 1048576 行、第 16384 列（XFD1048576）" in refused(path)


@pytest.mark.parametrize(
    "cell",
    [
        "<c s='1' r='XFD1048576'><v>1</v></c>",
        '<c r="xfd1048576"><v>1</v></c>',
        '<c s="1"\n  r="XFD1048576" t="n"><v>1</v></c>',
        '<c t=">" r="XFD1048576"><v>1</v></c>',
        '<c r="XFD&#49;048576"><v>1</v></c>',
    ],
)
def test_a_far_corner_written_in_another_way_harms_nobody(workbook, refused, cell):
    refused(workbook(f'{ONE}<row r="1048576">{cell}</row>'))


def test_far_cells_that_are_only_formatted_do_not_spoil_a_ledger(workbook, read):
    far = "".join(f'<c r="{column}1048576" s="0"/>' for column in ("A", "Z", "XFD"))
    hollow = '<c r="XFC1048576" s="0"></c>'
    path = workbook(f'{ONE}<row r="1048576">{far}{hollow}</row>')
    assert read(path)[0].rows == ((1,),)


def test_empty_texts_far_away_are_dropped(tmp_path, read):
    path = tmp_path / "空文.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_string("A1", "甲")
        sheet.write_formula("D2000", '=""', None, "")
    assert read(path)[0].rows == (("甲",),)


def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused(workbook, refused):
    blank = ONE + " " * (30 * MEGABYTE)
    path = workbook(blank)
    assert path.stat().st_size < MEGABYTE
    assert "大得异常" in refused(path)


def test_more_than_the_whole_allowance_is_refused_before_unpacking(workbook, refused):
    assert "大得异常" in refused(workbook(ONE), limits=replace(LIMITS, unpacked_bytes=500))


def test_too_many_parts_are_refused(workbook, refused):
    parts = {f"xl/media/{number}.png": b"" for number in range(20)}
    assert "大得异常" in refused(workbook(ONE, **parts), limits=replace(LIMITS, parts=20))


def test_a_part_that_lies_about_its_size_is_refused(workbook, refused):
    path = workbook(ONE + "<row/>" * 100_000)
    content = path.read_bytes()
    size = next(
        part.file_size for part in zipfile.ZipFile(path).infolist() if "sheet1" in part.filename
    )
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little")))
    assert "损坏" in refused(path)


def test_a_bomb_of_rows_is_refused_with_the_number_of_cells(workbook, refused):
    row = '<c r="A1"><v>1</v></c>' * 500
    path = workbook(f'<row r="1">{row}</row>' * 30)
    assert "超过 10000 个单元格" in refused(path, limits=replace(LIMITS, cells=10_000))


def test_a_large_sheet_is_looked_at_as_well(workbook, refused):
    rng = random.Random(1)
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{rng.random()}</v></c></row>' for n in range(1, 30_000)
    )
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = workbook(rows + far)
    limits = replace(LIMITS, harmless_bytes=100_000)
    words = refused(path, limits=limits)
    assert "XFD1048576" in words or "Ctrl+End" in words  # calamine may die of it first
    hidden = workbook(rows + '<row r="9"><c r="A9"><f>"<!DOCTYPE"</f></c></row>', name="大.xlsx")
    assert "DOCTYPE" in refused(hidden, limits=limits)


def test_a_large_honest_sheet_passes_the_hasty_look(workbook, read):
    rng = random.Random(1)
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{rng.random()}</v></c><c r="AZ{n}" s="0"/></row>'
        for n in range(1, 110_000)
    )
    sheet = read(workbook(rows), limits=replace(LIMITS, harmless_bytes=100_000))[0]
    assert len(sheet.rows) == 109_999
    assert len(sheet.rows[0]) == 1


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE a ["
        '<!ENTITY a "ha">'
        + "".join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + "]>",
    ],
)
def test_entities_are_refused_unread(workbook, refused, prolog):
    text = '<row r="1"><c r="A1" t="inlineStr"><is><t>&i;&x;</t></is></c></row>'
    assert "外部引用" in refused(workbook(text, prolog=prolog))


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml", "C:evil.xml", "xl\\..\\evil"])
def test_names_that_climb_out_of_the_archive_are_refused(workbook, refused, name):
    assert "结构异常" in refused(workbook(ONE, **{name: "x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(workbook, refused):
    path = workbook(ONE)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("XL/Workbook.xml", "<other/>")
    assert "结构异常" in refused(path)


@pytest.mark.parametrize("share", [0.01, 0.6, 0.99])
@pytest.mark.parametrize("name", ["roster_associations.xlsx", "roster_service_units.xls"])
def test_a_file_cut_short_is_refused(tmp_path, refused, name, share):
    content = (LEDGERS / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(content[: int(len(content) * share)])
    assert "损坏" in refused(path)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["roster_associations.xlsx", "roster_service_units.xls"])
def test_damaged_bytes_end_in_sheets_or_a_sentence(tmp_path, outcome, name, seed):
    rng = random.Random(seed)
    content = bytearray((LEDGERS / name).read_bytes())
    for _ in range(40):
        content[rng.randrange(8, len(content))] = rng.randrange(256)
    path = tmp_path / name
    path.write_bytes(content)
    found = outcome(path)
    assert isinstance(found, str) if name.endswith("xlsx") else found


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "0 字节"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "不是 Excel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "不是 Excel"),
        (b"MZ" + bytes(range(256)), "不是 Excel|无法识别"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "另存为 .xlsx"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><Workbook/>", "另存为 .xlsx"),
        ("<HTML>表".encode("utf-16"), "另存为 .xlsx"),
        (b"MIME-Version: 1.0\r\n", "另存为 .xlsx"),
        (b"PK\x03\x04 no archive at all", "损坏"),
        (b"PK\x05\x06" + bytes(18), "压缩包"),
        (OLE + bytes(4096), "已损坏"),
        (OLE + bytes(504) + "WordDocument".encode("utf-16-le"), "Word"),
        (OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4096), "密码"),
        (OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(4096), "损坏"),
    ],
)
def test_what_is_no_workbook_is_called_by_its_name(tmp_path, refused, content, why):
    path = tmp_path / "名单.xls"
    path.write_bytes(content)
    assert any(part in refused(path) for part in why.split("|"))


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("word/document.xml", "Word"),
        ("xl/workbook.bin", ".xlsb"),
        ("content.xml", ".ods"),
        ("a.txt", "压缩包"),
    ],
)
def test_other_archives_are_called_by_their_name(tmp_path, refused, part, why):
    path = tmp_path / "名单.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    assert why in refused(path)


def test_an_archive_with_a_password_is_named_so(workbook, refused):
    path = workbook(ONE)
    content = bytearray(path.read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    path.write_bytes(content)
    assert "密码" in refused(path)


def test_numbers_no_ledger_holds_are_values_like_others(workbook, read):
    path = workbook('<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>-1e999</v></c></row>')
    assert all(isinf(value) for value in read(path)[0].rows[0])


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="d"><v>2026-13-45T99:00:00</v></c>',
        '<c r="A1" t="d"><v>moon</v></c>',
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="A1" t="e"><v>#N/A</v></c>',
        '<c r="1A"><v>1</v></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="AAAA1"><v>1</v></c>',
        '<c r="A99999999999"><v>1</v></c>',
        '<c r="A1"><v>x</v></c>',
    ],
)
def test_broken_cells_end_in_sheets_or_a_sentence(workbook, outcome, cell):
    assert outcome(workbook(f'<row r="1">{cell}</row>'))


def test_a_file_over_the_limit_is_refused_unopened(workbook, refused):
    path = workbook(ONE)
    with path.open("ab") as file:
        file.truncate(LIMITS.file_bytes + 1)
    assert "超过 100 MB" in refused(path)


def test_more_sheets_than_allowed_are_refused(tmp_path, refused):
    path = tmp_path / "多表.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for _ in range(5):
            book.add_worksheet()
    assert "5 张工作表" in refused(path, limits=replace(LIMITS, sheets=4))


def test_a_child_that_takes_too_long_is_ended(workbook, refused):
    assert "秒，已停止" in refused(workbook(ONE), limits=replace(LIMITS, seconds=0))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_child_that_may_use_no_memory_dies_and_the_program_does_not(workbook, refused):
    path = workbook(
        "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 99999))
    )
    words = refused(path, limits=replace(LIMITS, memory_bytes=MEGABYTE))
    assert "大得异常" in words


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_file_that_may_not_be_read_is_refused(tmp_path, refused):
    path = tmp_path / "锁.xlsx"
    shutil.copy(LEDGERS / "roster_associations.xlsx", path)
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        assert "没有读取权限" in refused(path)
    else:
        pytest.skip("the administrator may read everything")
