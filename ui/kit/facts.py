"""The facts of a record in named groups, as the pane beside a list shows them."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qyclient.records.field import Field

_LABEL_WIDTH = 128


def heading(text: str) -> QLabel:
    """Return the heading of a group."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def value(text: str) -> QLabel:
    """Return a text that wraps and can be copied."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class Facts(QWidget):
    """Label and value, group by group; personal values are masked until they are asked for."""

    def __init__(
        self,
        fields: Sequence[Field],
        record: Any,
        *,
        empty_too: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for section, group in groupby(fields, key=lambda field: field.section):
            shown = [field for field in group if empty_too or field.show(record)]
            if shown:
                if section:
                    column.addWidget(heading(section))
                column.addLayout(self._grid(shown, record))

    def _grid(self, fields: Sequence[Field], record: Any) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(fields):
            label = QLabel(field.label)
            label.setProperty("role", "label")
            label.setWordWrap(True)
            label.setFixedWidth(_LABEL_WIDTH)
            text = value(field.masked(record) or "—")
            text.setAccessibleName(field.label)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
            if field.personal and field.show(record):
                grid.addWidget(_reveal(text, field, record), row, 2, Qt.AlignmentFlag.AlignTop)
        return grid


def _reveal(text: QLabel, field: Field, record: Any) -> QToolButton:
    button = QToolButton()
    button.setText("显示")
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setAccessibleName(f"显示{field.label}")
    words = (field.masked(record), field.show(record))
    button.toggled.connect(lambda shown: _show(text, button, words, shown))
    return button


def _show(text: QLabel, button: QToolButton, words: tuple[str, str], shown: bool) -> None:
    text.setText(words[shown])
    button.setText("隐藏" if shown else "显示")
