"""The one search box of a list."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.icons import icon

_PAUSE_MS = 120


class SearchBox(QLineEdit):
    """`sought` is told a moment after the last key."""

    sought = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(f"查找：{hint}（Ctrl+F）")
        self.setAccessibleName("查找")
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(_PAUSE_MS)
        pause.timeout.connect(self.sought)
        self.textChanged.connect(lambda _text: pause.start())

    @property
    def words(self) -> str:
        """Return what is looked for."""
        return self.text().strip()

    def put(self, words: str) -> None:
        """Show words without telling."""
        self.blockSignals(True)
        self.setText(words)
        self.blockSignals(False)
