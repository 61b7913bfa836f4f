"""Boxes of the first page, and the numbers and lines in them that open a list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


class Card(QFrame):
    """A box with a title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        label = QLabel(title)
        label.setProperty("role", "label")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(2)
        self._column.addWidget(label)

    def add(self, part: QWidget) -> None:
        """Put a part under the others."""
        self._column.addWidget(part)

    def add_flow(self, parts: Sequence[QWidget], across: int) -> None:
        """Put parts side by side, so many in a line."""
        grid = QGridLayout()
        for number, part in enumerate(parts):
            grid.addWidget(part, number // across, number % across)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        self._column.addLayout(grid)

    def fill(self) -> None:
        """Keep the parts together at the top."""
        self._column.addStretch()


def line_button(text: str, go: Callable[..., Any], role: str = "link") -> QPushButton:
    """Return a line that opens what it speaks of; the role "late" is for what is overdue."""
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setToolTip(text)
    button.clicked.connect(go)
    return button


def figure_button(number: int, unit: str, go: Callable[..., Any]) -> QWidget:
    """Return a large number that opens the list behind it."""
    holder = QWidget()
    figure = QPushButton(f"{number:,}")
    figure.setProperty("role", "figure")
    figure.setCursor(Qt.CursorShape.PointingHandCursor)
    figure.clicked.connect(go)
    said = QLabel(unit)
    said.setProperty("role", "label")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(figure)
    row.addWidget(said, 1, Qt.AlignmentFlag.AlignBottom)
    return holder
