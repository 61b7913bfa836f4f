"""A line of text that gives way: what has no room is told by its tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

_LEAST = 40
_SLACK = 8
"""Drawn, a line of two fonts is a little wider than it is measured."""


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
        self.updateGeometry()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return how little room it can do with."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        wide = self.fontMetrics().horizontalAdvance(self._whole) + self._beside() + _SLACK
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._beside()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)

    def _beside(self) -> int:
        """Return what the style leaves around a text."""
        shown = self.fontMetrics().horizontalAdvance(super().text())
        return super().sizeHint().width() - shown
