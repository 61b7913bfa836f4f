"""The headings of a long form, to jump to."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_LINE, _WIDTH = 36, 148


class Contents(QListWidget):
    """`wanted` carries the heading that was clicked."""

    wanted = Signal(str)

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contents")
        self.setAccessibleName("表单各部分")
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.itemClicked.connect(lambda item: self.wanted.emit(item.text()))
        for heading in headings:
            self.add(heading)

    def add(self, heading: str) -> None:
        """Add a heading at the end."""
        QListWidgetItem(heading, self).setSizeHint(QSize(0, _LINE))
