"""How a room of lines is laid out: what narrows them above, the lines, the actions at the left."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def lay_out(room: QWidget, bar: QWidget, choices: Iterable[QWidget], lines: QWidget) -> None:
    """Put the parts of a room into their places."""
    top = QHBoxLayout()
    for part in choices:
        top.addWidget(part)
    top.addStretch()
    column = QVBoxLayout()
    column.setContentsMargins(8, 12, 12, 0)
    column.setSpacing(8)
    column.addLayout(top)
    column.addWidget(lines, 1)
    row = QHBoxLayout(room)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(bar)
    row.addLayout(column, 1)
