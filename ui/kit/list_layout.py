"""Where the parts of a list stand: search and filters on top, the pane beside the table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

_SIZES = [760, 400]


def beside(table: QWidget, pane: QWidget) -> QSplitter:
    """Return both side by side; the table takes the room that is left."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setChildrenCollapsible(False)
    split.addWidget(table)
    split.addWidget(pane)
    split.setStretchFactor(0, 1)
    split.setSizes(_SIZES)
    return split


def stacked(top: Sequence[QWidget], lines: Sequence[QWidget], below: QWidget) -> QVBoxLayout:
    """Return the first of `top` wide, the others beside it, then each line, then the rest."""
    first = QHBoxLayout()
    first.setSpacing(8)
    for number, part in enumerate(top):
        first.addWidget(part, 0 if number else 1)
    column = QVBoxLayout()
    column.setContentsMargins(8, 12, 12, 0)
    column.setSpacing(8)
    column.addLayout(first)
    for line in lines:
        column.addWidget(line)
    column.addWidget(below, 1)
    return column
