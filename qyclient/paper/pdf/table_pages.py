"""A table on paper: landscape A4, its head row on every page, long texts in several lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import Family, missing
from qyclient.paper.pdf.lines import POINTS_PER_MM, broken
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document
from qyclient.paper.report import SAMPLE_MARK, Heading
from qyclient.paper.sheets.columns import Column
from qyclient.paper.sheets.table import Table
from qyclient.progress import Progress
from qyclient.records.dates import format_date

MOST_ROWS = 1500
"""More is no reading matter: some hundred pages."""

_WIDE, _HIGH, _EDGE = 297.0, 210.0, 12.0
_SIZES = ((9.0, 0.4), (8.0, 0.35), (7.0, 0.15))
"""Sizes in points, and the part of the page that must be left for the wider columns."""
_NARROWEST = 4
"""Characters that fit in any column."""
_PAD, _PITCH = 1.2, 1.3
_TOP, _FOOT, _LINE = 13.0, 8.0, 5.0
_TITLE, _SMALL = Style(Family.HEI_BOLD, 14), Style(Family.SONG, 9, grey=0.2)
_HEAD_GREY = 0.92
_NO_GLYPH = "〓"

Cells = Sequence[Sequence[str]]
"""The lines of each cell of a row."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How wide the columns are in mm, and in what size the text stands in them."""

    columns: Sequence[Column]
    widths: Sequence[float]
    style: Style

    @property
    def pitch(self) -> float:
        """Return the distance of lines in mm."""
        return self.style.size * _PITCH / POINTS_PER_MM

    def height(self, row: Cells) -> float:
        """Return how high a row is in mm."""
        return max(len(lines) for lines in row) * self.pitch + 2 * _PAD

    def cells(self, texts: Sequence[str]) -> Cells:
        """Return a row with its texts broken to fit the columns."""
        return [
            [*broken(_printable(text), self.ems(width), self.style.family)]
            for text, width in zip(texts, self.widths, strict=True)
        ]

    def ems(self, width: float) -> float:
        """Return how many characters fit beside each other."""
        return (width - 2 * _PAD) * POINTS_PER_MM / self.style.size


def table_pdf(
    table: Table, records: Iterable[Any], heading: Heading, told: Sequence[str], progress: Progress
) -> bytes:
    """Return the table as a PDF; `told` are the lines under the title. Progress is by page."""
    layout = _laid_out(table.columns)
    head = layout.cells(["".join(column.heading) for column in table.columns])
    above = [part for line in told for part in _broken_line(line)]
    top = _EDGE + _TOP + _LINE * len(above)
    room = _HIGH - _EDGE - _FOOT - top - layout.height(head)
    texts = ([column.text(record) for column in table.columns] for record in records)
    pages = [*_pages(map(layout.cells, texts), layout, room)] or [[]]

    def drawn() -> Iterator[Page]:
        for number, rows in enumerate(pages, start=1):
            progress.step(number, len(pages), "页")
            made = _Made(table.title, heading, above, number, len(pages))
            yield Page(_WIDE, _HIGH, partial(_draw, made, layout, [head, *rows], top))

    return document(table.title, drawn())


@dataclass(frozen=True, slots=True)
class _Made:
    """What stands around the rows of one page."""

    title: str
    heading: Heading
    above: Sequence[str]
    number: int
    of: int


def _laid_out(columns: Sequence[Column]) -> _Layout:
    """Share the page's width; refuse more columns than can be read."""
    room, asked = _WIDE - 2 * _EDGE, sum(column.width for column in columns)
    for size, part in _SIZES:
        least = _NARROWEST * size / POINTS_PER_MM + 2 * _PAD
        spare = room - least * len(columns)
        if spare >= room * part:
            widths = [least + spare * column.width / asked for column in columns]
            return _Layout(columns, widths, Style(Family.SONG, size))
    raise Refused(f"一页横着放不下 {len(columns)} 列，请用“列”少选几列再打印。")


def _broken_line(line: str) -> Iterator[str]:
    most = (_WIDE - 2 * _EDGE) * POINTS_PER_MM / _SMALL.size
    return broken(_printable(line), most, _SMALL.family)


def _pages(rows: Iterable[Cells], layout: _Layout, room: float) -> Iterator[list[Cells]]:
    """Put rows on pages; a row higher than a page goes on over the next."""
    page: list[Cells] = []
    left = room
    for whole in rows:
        for row in _split(whole, int((room - 2 * _PAD) / layout.pitch)):
            if layout.height(row) > left and page:
                yield page
                page, left = [], room
            page.append(row)
            left -= layout.height(row)
    if page:
        yield page


def _split(row: Cells, most: int) -> Iterator[Cells]:
    for start in range(0, max(len(lines) for lines in row), most):
        yield [lines[start : start + most] for lines in row]


def _draw(made: _Made, layout: _Layout, rows: Sequence[Cells], top: float, sheet: Sheet) -> None:
    if made.heading.is_sample:
        sheet.watermark(SAMPLE_MARK, Family.HEI)
    sheet.text((_WIDE - _TITLE.width(made.title)) / 2, _EDGE, made.title, _TITLE)
    day = f"{made.heading.operator}　{format_date(made.heading.made_on)}"
    sheet.text(_EDGE, _EDGE + _TOP - _LINE, made.heading.office, _SMALL)
    _right(sheet, _EDGE + _TOP - _LINE, f"制表：{day}")
    for number, line in enumerate(made.above):
        sheet.text(_EDGE, _EDGE + _TOP + number * _LINE, line, _SMALL)
    for number, row in enumerate(rows):
        _draw_row(sheet, layout, row, top, head=number == 0)
        top += layout.height(row)
    foot = f"第 {made.number} 页，共 {made.of} 页"
    sheet.text((_WIDE - _SMALL.width(foot)) / 2, _HIGH - _EDGE - 2, foot, _SMALL)


def _right(sheet: Sheet, top: float, text: str) -> None:
    sheet.text(_WIDE - _EDGE - _SMALL.width(text), top, text, _SMALL)


def _draw_row(sheet: Sheet, layout: _Layout, row: Cells, top: float, *, head: bool) -> None:
    left, high = _EDGE, layout.height(row)
    style = Style(Family.HEI, layout.style.size) if head else layout.style
    for column, width, lines in zip(layout.columns, layout.widths, row, strict=True):
        if head:
            sheet.shade(left, top, width, high, _HEAD_GREY)
        sheet.frame(left, top, width, high, 0.15)
        for number, line in enumerate(lines):
            spare = width - 2 * _PAD - style.width(line)
            x = left + _PAD + (max(0.0, spare) if column.right and not head else 0.0)
            sheet.text(x, top + _PAD + number * layout.pitch, line, style)
        left += width


def _printable(text: str) -> str:
    """Return a text with 〓 for what no font has."""
    for character in missing(text.replace("\n", "")):
        text = text.replace(character, _NO_GLYPH)
    return text
