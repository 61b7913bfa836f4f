"""Excel's two formats, taken apart by calamine; runs in the child process only."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from qyclient.errors import Refused
from qyclient.paper.reading.limits import Limits
from qyclient.paper.reading.sheet import Area, Piece, Row

_CELLS_AT_ONCE = 50_000


def excel_pieces(path: Path, limits: Limits) -> Iterator[Piece]:
    """Yield the rows of all sheets, hidden ones too; nothing is calculated or run."""
    try:
        # an open file, since a path would be judged by its ending
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as workbook:
            sheets = [each for each in workbook.sheets_metadata if _holds_cells(each)]
            if len(sheets) > limits.sheets:
                raise Refused(f"有 {len(sheets)} 张工作表，超过 {limits.sheets} 张，请拆开再导入")
            left = limits.cells
            for number, about in enumerate(sheets):
                sheet = workbook.get_sheet_by_name(about.name)
                height, width = _size(sheet)
                left -= height * width
                if left < 0:
                    raise Refused(
                        f"到工作表“{about.name}”为止已超过 {limits.cells} 个单元格，"
                        "请删除远处的内容或拆成几个文件再导入"
                    )
                yield from _sheet_pieces(number, about, sheet, limits)
    except PasswordError as locked:
        raise Refused("有密码保护，请在 Excel 中取消密码后再试") from locked
    except CalamineError as broken:
        raise Refused("已损坏或不是 Excel 文件，请用 Excel 打开并另存为 .xlsx 后再试") from broken


def _holds_cells(about: SheetMetadata) -> bool:
    return about.typ == SheetTypeEnum.WorkSheet


def _size(sheet: CalamineSheet) -> tuple[int, int]:
    """Return rows and columns counted from A1."""
    row, column = sheet.end or (-1, -1)
    return row + 1, column + 1


def _sheet_pieces(
    number: int, about: SheetMetadata, sheet: CalamineSheet, limits: Limits
) -> Iterator[Piece]:
    visible = about.visible == SheetVisibleEnum.Visible
    height, width = _size(sheet)
    merged = _merged(sheet)[: limits.merged]
    at_once = max(1, _CELLS_AT_ONCE // max(1, width))
    before = [""] * (sheet.start or (0, 0))[1]  # calamine begins at the first column with a value
    rows: list[Row] = []
    for values in sheet.iter_rows() if height else ():
        rows.append(_row(before + values))
        if len(rows) == at_once:
            yield Piece(number, about.name, visible, height, rows, [])
            rows = []
    yield Piece(number, about.name, visible, height, rows, merged)


def _merged(sheet: CalamineSheet) -> list[Area]:
    return sorted((*first, *last) for first, last in sheet.merged_cell_ranges or ())


def _row(values: list[Any]) -> Row:
    """Return the row up to its last value; written for speed, since it meets every cell."""
    while values and values[-1] == "":
        values.pop()
    if timedelta in map(type, values):
        values = [_duration(value) if type(value) is timedelta else value for value in values]
    return tuple([None if value == "" else value for value in values] if "" in values else values)


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
