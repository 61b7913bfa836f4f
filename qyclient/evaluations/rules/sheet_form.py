"""评分表 as a grid of cells: written once for the sheet that goes out and for the check of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

HEADS = ("序号", "指标", "评分标准", "分值", "得分", "扣分理由")
POINTS, REASON = 4, 5
"""The columns, from 0, in which a rater writes."""
TOP = 4
"""The row, from 0, of the first indicator."""
_CODE = (1, 1)


@dataclass(frozen=True, slots=True)
class FormLine:
    """One indicator of a form, with what was given so far."""

    number: str
    name: str
    rule: str
    full: str
    points: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One rater's form: whose it is, what is evaluated, and a line for each indicator."""

    title: str
    code: str
    rater: str
    subject: str
    lines: Sequence[FormLine]

    def cells(self) -> list[list[str]]:
        """Return every cell that is printed and locked, row by row."""
        head = [
            [self.title],
            ["评分表编号", self.code, "评委", self.rater],
            ["评价对象", self.subject],
            list(HEADS),
        ]
        return head + [[line.number, line.name, line.rule, line.full] for line in self.lines]


def code_cell(rows: Sequence[Sequence[str]]) -> str:
    """Return the code that stands in a sheet that came back; empty if there is none."""
    row, column = _CODE
    return rows[row][column].strip() if len(rows) > row and len(rows[row]) > column else ""


def moved_cells(form: Form, rows: Sequence[Sequence[str]]) -> list[tuple[int, int, str]]:
    """Return each locked cell that is not as it went out: row, column from 0, what was there."""
    found = []
    for at, cells in enumerate(form.cells()):
        for column, text in enumerate(cells):
            there = rows[at][column] if at < len(rows) and column < len(rows[at]) else ""
            if _plain(there) != _plain(text):
                found.append((at, column, text))
    return found


def strange_cells(form: Form, rows: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return the cells in which something stands where the form is empty."""
    last = TOP + len(form.lines)
    locked = form.cells()
    found = []
    for at, cells in enumerate(rows):
        for column, text in enumerate(cells):
            written = TOP <= at < last and column in (POINTS, REASON)
            known = at < len(locked) and column < len(locked[at])
            if text.strip() and not written and not known:
                found.append((at, column))
    return found


def _plain(text: str) -> str:
    return "".join(text.split())
