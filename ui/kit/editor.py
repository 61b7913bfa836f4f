"""What every editor of a field is: it takes a text and gives one back."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from qyclient.records.field import Field
from ui.kit.jobs import Jobs

_PADDING = 28
_NARROWER, _NARROW, _WIDE = 8, 14, 48


class Surroundings:
    """What an editor may ask of where it stands: the day, the register, and whether it has room."""

    def __init__(self, today: date, jobs: Jobs | None = None, *, roomy: bool = True) -> None:
        self.today = today
        self.jobs = jobs
        self.roomy = roomy


class Line(QLineEdit):
    """One line that says when it is left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell, so that what was typed can be written out."""
        super().focusOutEvent(event)
        self.left.emit()


class Editor(QWidget):
    """`edited` is told on every change; `text` is what the field's kind reads."""

    edited = Signal()

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.around = around
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(2)

    def text(self) -> str:
        """Return what was typed."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Show a text as if it had been typed."""
        raise NotImplementedError

    def adopt(self, widget: QWidget) -> None:
        """Take the widget that has the focus and the name of this editor."""
        self.layout_.addWidget(widget)
        self.setFocusProxy(widget)
        widget.setObjectName(self.field.key)
        widget.setAccessibleName(self.field.label)
        widget.setAccessibleDescription(self.field.help)

    def fit(self, widget: QWidget, most: int = _WIDE) -> None:
        """Give a widget the width of what the field usually holds."""
        least = _NARROW if self.around.roomy else _NARROWER
        characters = max(least, min(self.field.width, most if self.around.roomy else _NARROW))
        em = widget.fontMetrics().horizontalAdvance("中")
        widget.setMinimumWidth(characters * em * 3 // 5 + _PADDING)


class LineEditor(Editor):
    """text, and whatever else is typed on one line."""

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.line = Line()
        self.adopt(self.line)
        self.fit(self.line)
        self.line.textChanged.connect(lambda _text: self.edited.emit())
        self.line.left.connect(self.write_out)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def put(self, text: str) -> None:
        """Show a text from its beginning."""
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def write_out(self) -> None:
        """Show in full what was typed short; here there is nothing to do."""

    def understood(self) -> Any | None:
        """Return the value typed so far, or None."""
        text = self.line.text()
        try:
            return None if self.field.is_empty(text) else self.field.kind.parse(text)
        except ValueError:
            return None
