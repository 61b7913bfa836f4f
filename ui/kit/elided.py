"""A line of text that gives way: what has no room is told by its tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption

_LEAST = 40


class ElidedLabel(QLabel):
    """Never makes its window wider than it is."""

    def setText(self, text: str) -> None:
        """Show a text; the tip holds all of it."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Return how little room it can do with."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits, in the ink of the style sheet."""
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.style().drawItemText(
            painter,
            room,
            Qt.AlignmentFlag.AlignVCenter,
            self.palette(),
            True,
            text,
            self.foregroundRole(),
        )
