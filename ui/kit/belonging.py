"""What belongs to a record: lists of texts, and figures, as the pane beside a list shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from qyclient.paper.figures import Figure
from ui.kit.facts import value


@dataclass(frozen=True, slots=True)
class Child:
    """A list of what belongs to a record: `query(session, key)` brings rows of texts."""

    title: str
    query: Callable[..., Sequence[Sequence[str]]]
    headers: tuple[str, ...]
    figures: frozenset[int] = frozenset()
    """The columns that hold figures, by number."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure of a record, drawn in the pane: `query(session, key)` brings it, or None."""

    query: Callable[..., Figure | None]


def listing(child: Child, rows: Sequence[Sequence[str]]) -> QGridLayout:
    """Return the rows of a list under their headers."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    for number, header in enumerate(child.headers):
        label = QLabel(header)
        label.setProperty("role", "label")
        grid.addWidget(label, 0, number, _side(child, number))
    for line, row in enumerate(rows, 1):
        for number, text in enumerate(row):
            grid.addWidget(value(text), line, number, _side(child, number))
    grid.setColumnStretch(len(child.headers) - 1, 1)
    return grid


def _side(child: Child, number: int) -> Qt.AlignmentFlag:
    right = number in child.figures
    across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag(0)
    return across | Qt.AlignmentFlag.AlignTop
