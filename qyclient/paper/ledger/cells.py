"""Cells as texts: what a person reads in them, so that one door takes typed and imported values."""

from datetime import date, datetime, time

Cell = str | int | float | bool | date | datetime | time | None

_EXACT = 10**15
"""Whole numbers beyond this have lost figures in Excel."""


def cell_text(cell: Cell) -> str:
    """Return the text a cell stands for: dates in ISO form, numbers as Excel shows them."""
    match cell:
        case str() | None:  # first: most cells are
            return cell or ""
        case bool():
            return "是" if cell else "否"
        case datetime():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case float():
            return str(int(cell)) if _is_whole(cell) else f"{cell:.15g}"
        case _:
            return str(cell)


def _is_whole(number: float) -> bool:
    return abs(number) < _EXACT and number.is_integer()


def address(row: int, column: int) -> str:
    """Return what Excel calls a cell; row and column count from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
