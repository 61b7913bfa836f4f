"""The manual in a window of its own: pages at the left, the page at the right, a box to search."""

from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from qyclient.assets import asset
from ui.manual.pages import FIRST, pages

_SIZE = (960, 680)
_LIST_WIDTH = 220
_NAME = Qt.ItemDataRole.UserRole


class Manual(QDialog):
    """Stands beside the work; links between pages work, words are found in every page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("使用手册")
        self.search = QLineEdit()
        self.search.setPlaceholderText("在手册里查找")
        self.search.setAccessibleName("在手册里查找")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("手册各页")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.text = QTextBrowser()
        self.text.setAccessibleName("手册内容")
        self._connect()
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list)
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addWidget(self.text, 1)
        self.resize(*_SIZE)
        self._narrow("")
        self.go_to(name)

    def go_to(self, name: str) -> None:
        """Show a page, also one in which the words looked for do not stand."""
        if name not in self._names():
            self.search.clear()
        self.list.setCurrentRow(self._names().index(name if name in pages() else FIRST))

    def _connect(self) -> None:
        self.text.setOpenLinks(False)
        self.text.setSearchPaths([str(asset("help"))])
        self.text.anchorClicked.connect(self._follow)
        self.search.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._show)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        QShortcut(QKeySequence("F3"), self, partial(self._find_next))

    def _names(self) -> list[str]:
        return [self.list.item(row).data(_NAME) for row in range(self.list.count())]

    def _narrow(self, words: str) -> None:
        row = self.list.currentRow()
        current = self._names()[row] if row >= 0 else FIRST
        self.list.blockSignals(True)
        self.list.clear()
        for page in pages().values():
            if page.holds(words):
                item = QListWidgetItem(page.title, self.list)
                item.setData(_NAME, page.name)
        self.list.blockSignals(False)
        names = self._names()
        if not names:
            self.text.setMarkdown(f"手册里没有“{words}”。换一个词试试，或看[使用手册](index.md)。")
        elif current in names:
            self.list.setCurrentRow(names.index(current))
        else:
            self.list.setCurrentRow(0)
        self._find_next()

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setMarkdown(pages()[item.data(_NAME)].text)
            self._find_next()

    def _find_next(self) -> None:
        words = self.search.text().split()
        if words and not self.text.find(words[0], QTextDocument.FindFlag(0)):
            self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
            self.text.find(words[0], QTextDocument.FindFlag(0))

    def _follow(self, link: QUrl) -> None:
        self.go_to(link.fileName().removesuffix(".md"))
