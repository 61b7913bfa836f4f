"""A form on paper: landscape, headings over several rows, signatures under it, for the seal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.form_layout import EDGE, PAD, THIN, Cells, Head, Laid, laid_out
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document
from qyclient.paper.report import SAMPLE_MARK, Heading
from qyclient.paper.sheets.columns import Column
from qyclient.paper.sheets.table import Table
from qyclient.records.dates import format_date

_TOP, _FOOT, _LINE = 22.0, 24.0, 6.0
_TITLE, _SMALL = Style(Family.SONG_BOLD, 16), Style(Family.SONG, 10)
_FOOTNOTE = Style(Family.SONG, 8, grey=0.3)
_SIGNED = ("单位负责人：", "审核人：", "制表人：", "联系电话：", "填报日期：")


def form_pdf(
    table: Table, records: Iterable[Any], heading: Heading, signed: Sequence[str]
) -> bytes:
    """Return a form as a PDF to be signed and sealed; `signed` are names beside the signatures.

    Refused where it has more columns than can be read.
    """
    laid = laid_out(table.columns)
    head = Head(table.columns, laid)
    room = laid.size[1] - EDGE * 2 - _TOP - _FOOT - head.height
    rows = (
        [laid.lines(c.text(one), laid.width(n, n), laid.style) for n, c in enumerate(table.columns)]
        for one in records
    )
    pages = [*_pages(rows, laid, room)] or [[]]
    form = _Form(table, heading, laid, head, signed)
    drawn = (
        Page(*laid.size, partial(_draw, form, page, (n, len(pages))))
        for n, page in enumerate(pages, start=1)
    )
    return document(table.title, drawn)


@dataclass(frozen=True, slots=True)
class _Form:
    """What stands around the rows of each page."""

    table: Table
    heading: Heading
    laid: Laid
    head: Head
    signed: Sequence[str]


def _pages(rows: Iterable[Cells], laid: Laid, room: float) -> Iterator[list[Cells]]:
    page: list[Cells] = []
    left = room
    for row in rows:
        if laid.height(row) > left and page:
            yield page
            page, left = [], room
        page.append(row)
        left -= laid.height(row)
    if page:
        yield page


def _draw(form: _Form, rows: Sequence[Cells], place: tuple[int, int], sheet: Sheet) -> None:
    table, heading, laid = form.table, form.heading, form.laid
    wide, high = laid.size
    if heading.is_sample:
        sheet.watermark(SAMPLE_MARK, Family.HEI)
    sheet.text((wide - _TITLE.width(table.title)) / 2, EDGE, table.title, _TITLE)
    line = EDGE + _TOP - _LINE
    sheet.text(EDGE, line, f"填报单位（盖章）：{heading.office}", _SMALL)
    unit = f"计量单位：{table.unit}" if table.unit else ""
    sheet.text(wide - EDGE - _SMALL.width(unit), line, unit, _SMALL)
    day = f"数据截至：{format_date(heading.as_of)}"
    sheet.text((wide - _SMALL.width(day)) / 2, line, day, _SMALL)
    top = EDGE + _TOP
    form.head.draw(sheet, top)
    top += form.head.height
    for row in rows:
        _row(sheet, table.columns, laid, row, top)
        top += laid.height(row)
    if place[0] == place[1]:
        _signatures(sheet, wide, top + _LINE, form.signed)
    number = f"{table.mark}　第 {place[0]} 页，共 {place[1]} 页"
    sheet.text((wide - _FOOTNOTE.width(number)) / 2, high - EDGE, number, _FOOTNOTE)


def _row(sheet: Sheet, columns: Sequence[Column], laid: Laid, row: Cells, top: float) -> None:
    high = laid.height(row)
    for n, (column, lines) in enumerate(zip(columns, row, strict=True)):
        x, wide = laid.lefts[n], laid.width(n, n)
        sheet.frame(x, top, wide, high, THIN)
        start = top + (high - len(lines) * laid.pitch) / 2 + laid.inset
        for number, line in enumerate(lines):
            spare = wide - 2 * PAD - laid.style.width(line)
            at = x + PAD + (max(0.0, spare) if column.right else 0.0)
            sheet.text(at, start + number * laid.pitch, line, laid.style)


def _signatures(sheet: Sheet, wide: float, top: float, signed: Sequence[str]) -> None:
    step = (wide - 2 * EDGE) / len(_SIGNED)
    for number, (label, name) in enumerate(zip(_SIGNED, signed, strict=True)):
        sheet.text(EDGE + number * step, top, f"{label}{name}", _SMALL)
