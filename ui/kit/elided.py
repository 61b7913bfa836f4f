"""A line of text that gives way: what has no room is told by its tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

_LEAST = 40


class ElidedLabel(QLabel):
    """Never makes its window wider than it is."""

    _whole = ""

    def text(self) -> str:
        """Return the whole text, also what has no room."""
        return self._whole

    def setText(self, text: str) -> None:
        """Show a text; the tip holds all of it."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return how little room it can do with."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        wide = self.fontMetrics().horizontalAdvance(self._whole) + self._margins()
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._margins()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)

    def _margins(self) -> int:
        return self.width() - self.contentsRect().width()
