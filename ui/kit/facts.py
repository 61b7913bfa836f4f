"""The facts of a record in named groups, as the pane beside a list shows them."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qyclient.records.field import Field

_LABEL_WIDTH = 128

Note = Callable[[Field, Callable[[object], None]], None]
"""Notes that a field of the record is looked at, then lets it be seen."""


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
        note: Note,
        *,
        empty_too: bool,
    ) -> None:
        super().__init__()
        self._note = note
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
            if field.masked(record) != field.show(record):
                button = Reveal(text, field, record, self._note)
                grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)
        return grid


class Reveal(QToolButton):
    """显示 a personal value: one deliberate click, noted before anything is seen."""

    def __init__(self, text: QLabel, field: Field, record: Any, note: Note) -> None:
        super().__init__()
        self._text, self._field, self._note = text, field, note
        self._hidden, self._full = field.masked(record), field.show(record)
        self.setText("显示")
        self.setAutoRaise(True)
        self.setToolTip("显示完整内容；谁看过会留下记录")
        self.setAccessibleName(f"显示{field.label}")
        self.clicked.connect(lambda _checked: self._press())

    def reveal(self, _noted: object = None) -> None:
        """Show the value in full."""
        self._text.setText(self._full)
        self.setText("隐藏")

    def _press(self) -> None:
        if self.text() == "显示":
            self._note(self._field, self.reveal)
        else:
            self._text.setText(self._hidden)
            self.setText("显示")
