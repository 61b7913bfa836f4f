"""Drawing rows that go back: what is wrong stands beside each row and on its cell."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from qyclient.paper.atomic import replacing
from qyclient.paper.ledger.cells import Cell, cell_text
from qyclient.paper.sheets.held import HeldSheet

_WRONG = PatternFill("solid", fgColor="FDE9E7")
_MENDED = PatternFill("solid", fgColor="E3F2E8")
_HEADS = ("退回原因", "原单元格")


def draw(path: Path, sheets: Sequence[HeldSheet]) -> None:
    """Write the held rows of each sheet under the headings they came with; rows count from 0."""
    book = Workbook()
    book.remove(book.active)
    for number, held in enumerate(sheets, start=1):
        title = held.sheet.name if held.sheet.name not in book.sheetnames else f"{number}"
        _draw_sheet(book.create_sheet(title[:31]), held)
    if not sheets:
        book.create_sheet("没有待处理的行")
    with replacing(path) as partial:
        book.save(partial)


def _draw_sheet(page: Worksheet, held: HeldSheet) -> None:
    wide = max((len(row) for row in held.sheet.rows), default=0)
    for at, row in enumerate((*range(held.headings.stop), *held.reasons), start=1):
        _copy_row(page, at, held.sheet.rows[row])
        _write_mended(page, at, held, row)
        if row == held.headings.start:
            for number, head in enumerate(_HEADS, start=wide + 1):
                page.cell(at, number, head).font = Font(bold=True, color="B3261E")
        if row in held.reasons:
            _remark(page, at, wide, held, row)
    page.freeze_panes = page.cell(held.headings.stop + 1, 1)
    page.column_dimensions[page.cell(1, wide + 1).column_letter].width = 60
    _merge_headings(page, held)


def _copy_row(page: Worksheet, at: int, row: Sequence[Cell]) -> None:
    """Write texts as texts: codes keep their figures, and nothing becomes a formula."""
    for number, cell in enumerate(row, start=1):
        written = page.cell(at, number)
        written.number_format = "@"
        if text := cell_text(cell):
            written.value = text
            written.data_type = "s"


def _write_mended(page: Worksheet, at: int, held: HeldSheet, row: int) -> None:
    """Write what was mended meanwhile: that work is not to be done again."""
    for (place, column), text in held.mended.items():
        if place == row:
            cell = page.cell(at, column + 1, text)
            cell.data_type, cell.number_format, cell.fill = "s", "@", _MENDED


def _merge_headings(page: Worksheet, held: HeldSheet) -> None:
    for first_row, first, last_row, last in held.sheet.merged:
        if last_row < held.headings.stop:
            page.merge_cells(
                start_row=first_row + 1,
                start_column=first + 1,
                end_row=last_row + 1,
                end_column=last + 1,
            )


def _remark(page: Worksheet, at: int, wide: int, held: HeldSheet, row: int) -> None:
    said = "；".join(held.reasons[row])
    remark = page.cell(at, wide + 1, said)
    remark.alignment = Alignment(wrap_text=True, vertical="top")
    page.cell(at, wide + 2, held.cells[row])
    letters = held.cells[row].rstrip("0123456789")
    if letters:
        wrong = page[f"{letters}{at}"]
        wrong.fill = _WRONG
        wrong.comment = Comment(said, "待处理")
