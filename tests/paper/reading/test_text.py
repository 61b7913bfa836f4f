import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qyclient.paper.reading.limits import LIMITS
from qyclient.paper.reading.text import text_pieces

ROWS = (("单位名称", "信用代码"), ("清新区茶业协会", "514418031234567880"))


def written(delimiter=",", rows=ROWS):
    return "".join(delimiter.join(row) + "\r\n" for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_in_every_writing_that_offices_use(tmp_path, read, encoding, delimiter):
    path = tmp_path / "名单.csv"
    path.write_bytes(written(delimiter).encode(encoding))
    sheets = [_only(path)] if encoding != "utf-8" else list(read(path))
    assert [tuple(sheet.rows) for sheet in sheets] == [ROWS]
    assert sheets[0].name == "名单"


def _only(path):
    (piece,) = text_pieces(path, LIMITS)
    return piece


def test_codes_and_dates_stay_the_text_that_stands_there(tmp_path):
    path = tmp_path / "名单.txt"
    path.write_text("00123,1E5,2026/3/1,,  \n\n=1+1,'x\n", encoding="utf-8")
    assert _only(path).rows == [("00123", "1E5", "2026/3/1"), (), ("=1+1", "'x")]


def test_line_breaks_and_separators_inside_quotes_belong_to_the_cell(tmp_path, read):
    path = tmp_path / "名单.csv"
    path.write_text('名称;范围\n"甲\n会";"一;二"\n乙;"说""好"""\n', encoding="gb18030")
    assert read(path)[0].rows == (("名称", "范围"), ("甲\n会", "一;二"), ("乙", '说"好"'))


def test_a_named_separator_is_obeyed(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_text("sep=;\r\n甲,乙;丙\r\n", encoding="utf-8-sig", newline="")
    assert _only(path).rows == [("甲,乙", "丙")]


def test_one_column_needs_no_separator(tmp_path, read):
    path = tmp_path / "名单.txt"
    path.write_text("甲\n乙\n\n", encoding="utf-8")
    assert read(path)[0].rows == (("甲",), ("乙",))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("清新区茶业协会,".encode() * 50 + b"\xff\xe6\n", "文字已损坏"),
        (b"\xef\xbb\xbf" + "清新".encode("gb18030"), "文字已损坏"),
        ("清新".encode("utf-16") + b"\x00", "文字已损坏"),
        ("清新区茶业协会".encode("gb18030") + b"\xff\xff", "文字编码无法识别"),
        (b"a,b\x00c\n", "不是 Excel 或 CSV"),
        (b'a,"' + b"x" * 200_000, "另存为 .xlsx"),
    ],
)
def test_text_that_cannot_be_read_for_certain_is_refused(tmp_path, refused, content, why):
    path = tmp_path / "名单.csv"
    path.write_bytes(content)
    assert why in refused(path)


cells = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(
    lambda text: text.strip() and not text.lstrip().startswith("<")
)


@given(st.lists(st.lists(cells, min_size=2, max_size=2), min_size=3, max_size=5))
@settings(deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_quoted_table_is_read_back(tmp_path, rows):
    path = tmp_path / "名单.csv"
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    path.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    assert _only(path).rows == [tuple(row) for row in rows]
