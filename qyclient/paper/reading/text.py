"""Text tables: CSV and its like, whose writing and separators are recognised or refused."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from qyclient.errors import Refused
from qyclient.paper.reading.limits import Limits
from qyclient.paper.reading.sheet import Piece, Row

_ROWS_AT_ONCE = 5_000
_SAMPLE = 50
_DELIMITERS = "\t,;"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FEW = 20
"""A UTF-8 file is taken for damaged if fewer than one in so many characters cannot be read."""
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
_MARKUP = re.compile(
    r"\s*(<(!doctype|html|\?xml|table|head|meta|style|body|div|script)\b|mime-version:)",
    re.IGNORECASE,
)
_NAMED_DELIMITER = re.compile(r'"?sep=([\t,;])"?\r?\n', re.IGNORECASE)
_UNREADABLE = "文字编码无法识别，请用 Excel 打开并另存为 .xlsx 后再试"


def text_pieces(path: Path, limits: Limits) -> Iterator[Piece]:
    """Yield the rows as text; numbers and dates stay as they are written."""
    text = _decoded(path.read_bytes())
    if _MARKUP.match(text):
        raise Refused("是网页，不是真正的 Excel 文件，请用 Excel 另存为 .xlsx 后再试")
    if _NO_TEXT.search(text):
        raise Refused("不是 Excel 或 CSV 表格")
    named = _NAMED_DELIMITER.match(text)
    text = text[named.end() :] if named else text
    delimiter = named[1] if named else _delimiter(text)
    rows: list[Row] = []
    cells = 0
    try:
        for values in csv.reader(text.splitlines(keepends=True), delimiter=delimiter):
            cells += len(values)
            if cells > limits.cells:
                raise Refused(f"超过 {limits.cells} 个单元格，请拆成几个文件再导入")
            rows.append(_row(values))
            if len(rows) == _ROWS_AT_ONCE:
                yield Piece(0, path.stem, True, 0, rows, [])
                rows = []
    except csv.Error as broken:
        raise Refused("引号不成对或某一格过长，请用 Excel 另存为 .xlsx 后再试") from broken
    yield Piece(0, path.stem, True, 0, rows, [])


def _row(values: list[str]) -> Row:
    while values and not values[-1].strip():
        values.pop()
    return tuple([value if value.strip() else None for value in values])


def _decoded(data: bytes) -> str:
    """Return the text: by its mark, else UTF-8, else GB 18030; what is neither is refused."""
    marked = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        return data.decode(marked)
    except UnicodeDecodeError as no:
        if marked == "utf-16" or data.startswith(codecs.BOM_UTF8) or _damaged_utf8(data):
            raise Refused("文字已损坏，请重新取得这个文件") from no
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as no:
        raise Refused(_UNREADABLE) from no


def _damaged_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken characters, which GB 18030 would read as other words."""
    lenient = data.decode("utf-8", "replace")
    foreign = sum(char > "\x7f" for char in lenient)
    return lenient.count("\ufffd") * _FEW < foreign


def _delimiter(text: str) -> str:
    """Return the separator under which most of the first lines are equally wide."""
    lines = [line for line in text[:200_000].splitlines(keepends=True) if line.strip()][:_SAMPLE]

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        wide = [width for width in widths if width > 1]
        usual = max(set(wide), key=wide.count, default=0)
        return wide.count(usual), usual

    best = max(_DELIMITERS, key=agreement)
    return best if agreement(best)[1] else ","
