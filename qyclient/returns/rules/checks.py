"""钩稽关系: what does not add up in a return, with both cells by their names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from qyclient.returns.rules.figures import Figure, Filled, Place, added
from qyclient.returns.rules.layouts import Check, Layout

FIRST_ROW = 3
"""Title and the line under it come first in the sheet, then the headings."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One cross-check held against one row or column: what stands on either side."""

    check: Check
    at: str
    left: str
    left_value: Figure
    right: str
    right_value: Figure
    cells: tuple[Place, ...]
    holds: bool

    @property
    def key(self) -> str:
        """Return which finding it is, to explain it by."""
        return f"{self.check.key}:{self.at}"

    @property
    def values(self) -> str:
        """Return the two sides in figures: an explanation counts while they are these."""
        return f"{shown(self.left_value)} / {shown(self.right_value)}"

    @property
    def sentence(self) -> str:
        """Return what is wrong, naming both cells."""
        left, right = shown(self.left_value) or "空", shown(self.right_value) or "空"
        return f"{self.check.say}：{self.left}为 {left}，{self.right}为 {right}"


def findings(filled: Filled, last: Mapping[Place, Figure] | None) -> list[Finding]:
    """Return every cross-check of a return, row by row; those that cannot be made are left out."""
    return [one for check in filled.layout.checks for one in _held(check, filled, last)]


def shown(figure: Figure) -> str:
    """Return a figure as it is written."""
    return "" if figure is None else f"{figure:f}"


def depth(layout: Layout) -> int:
    """Return how many rows the headings take."""
    return max((len(column.heading) for column in layout.columns), default=1)


def address(layout: Layout, place: Place) -> str:
    """Return where a cell stands in the sheet, as Excel says it."""
    row = [one.key for one in layout.rows].index(place[0])
    column = [one.key for one in layout.columns].index(place[1]) + 1
    return f"{_letters(column)}{FIRST_ROW + depth(layout) + row}"


def named(layout: Layout, place: Place) -> str:
    """Return a cell by its address, its row and its column."""
    heading = "".join(layout.column(place[1]).heading)
    return f"{address(layout, place)}（{layout.row(place[0]).label} {heading}）"


def _letters(number: int) -> str:
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _held(check: Check, filled: Filled, last: Mapping[Place, Figure] | None) -> Iterator[Finding]:
    layout = filled.layout
    if isinstance(check.left, dict):
        for column in layout.columns:
            if not column.ratio:
                yield _rows(check, filled, column.key)
        return
    for row in layout.rows:
        place = (row.key, check.left)
        right, value, other = _right(check, filled, row.key, last)
        if right:
            cells = (place, other) if other else (place,)
            yield _made(check, row.key, filled, cells, (right, value))


def _rows(check: Check, filled: Filled, column: str) -> Finding:
    rows = check.right["rows"]
    place = (check.left["row"], column)  # type: ignore[index]  # the row of a check between rows
    names = "、".join(filled.layout.row(row).label for row in rows)
    value = added(filled.cells[row, column] for row in rows)
    cells = (place, *((row, column) for row in rows))
    return _made(check, column, filled, cells, (f"{names}之和", value))


def _right(
    check: Check, filled: Filled, row: str, last: Mapping[Place, Figure] | None
) -> tuple[str, Figure, Place | None]:
    layout = filled.layout
    if isinstance(check.right, str):
        place = (row, check.right)
        return named(layout, place), filled.cells[place], place
    if "of" in check.right:
        said = f"{check.right['named']}（{layout.row(row).label}）"
        return said, filled.counted.get((row, check.right["of"])), None
    if last is None:
        return "", None, None
    place = (row, check.right["last"])
    return f"上期表 {named(layout, place)}", last.get(place), None


def _made(
    check: Check, at: str, filled: Filled, cells: tuple[Place, ...], right: tuple[str, Figure]
) -> Finding:
    """Return what stands on either side: the first of the cells is the left one."""
    own = filled.cells[cells[0]]
    left = named(filled.layout, cells[0])
    return Finding(check, at, left, own, *right, cells, _holds(own, check.op, right[1]))


def _holds(left: Figure, op: str, right: Figure) -> bool:
    if op == "<=":
        return left is None or right is None or left <= right
    return (left or Decimal(0)) == (right or Decimal(0))
