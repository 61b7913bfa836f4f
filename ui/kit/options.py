"""A short list to choose one thing from: what is stored beside what is shown."""

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class Options(QComboBox):
    """Leaves the wheel to what it stands in: scrolling must not change what was chosen."""

    def __init__(
        self, name: str, pairs: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(pairs)

    def offer(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Offer other things: key and label of each."""
        self.clear()
        for key, label in pairs:
            self.addItem(label, key)

    @property
    def chosen(self) -> str:
        """Return the key of what is chosen; empty if nothing is."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key."""
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what it stands in."""
        event.ignore()
