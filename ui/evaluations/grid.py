"""A grid one types into with the keypad: Enter goes down, each cell is told when it is left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from ui.kit.shaded import ShadedDelegate
from ui.kit.table import ROW_HEIGHT

_WRONG, _RIGHT, _DONE = QColor("#fde9e7"), QColor("#ffffff"), QColor("#f3f5f7")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Grid(QTableWidget):
    """`typed` carries row, column and text; only the columns that are `open` take texts."""

    typed = Signal(int, int, str)

    def __init__(
        self,
        headers: Sequence[str],
        widths: Sequence[int],
        opened: frozenset[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headers), parent)
        self._open = opened
        self._filling = False
        self.setHorizontalHeaderLabels(list(headers))
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setItemDelegate(ShadedDelegate(self))
        self.setEditTriggers(self.EditTrigger.AllEditTriggers)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.itemChanged.connect(self._tell)

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows of texts."""
        self._filling = True
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self._put(row, column, text)
        self._filling = False

    def put(self, row: int, column: int, text: str) -> None:
        """Show another text in a cell without telling."""
        self._filling = True
        self._put(row, column, text)
        self._filling = False

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        item: QTableWidgetItem | None = self.item(row, column)
        return "" if item is None else item.text()

    def type(self, row: int, column: int, text: str) -> None:
        """Put a text into a cell as if it had been typed."""
        self.item(row, column).setText(text)

    def mark(self, row: int, column: int, sentence: str) -> None:
        """Colour a cell that is wrong, with the sentence in its tip; nothing makes it right."""
        self._filling = True
        item = self.item(row, column)
        plain = _RIGHT if column in self._open else _DONE
        item.setBackground(_WRONG if sentence else plain)
        item.setToolTip(sentence)
        self._filling = False

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor into a cell."""
        self.setCurrentCell(row, column)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go down, where it would open the cell."""
        if event.key() in _ENTER and self.currentRow() + 1 < self.rowCount():
            self.setCurrentCell(self.currentRow() + 1, self.currentColumn())
            return
        super().keyPressEvent(event)

    def _put(self, row: int, column: int, text: str) -> None:
        item: QTableWidgetItem | None = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            if column not in self._open:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setBackground(_DONE)
            self.setItem(row, column, item)
        item.setText(text)
        if column not in self._open:
            item.setToolTip(text)

    def _tell(self, item: QTableWidgetItem) -> None:
        if not self._filling:
            self.typed.emit(item.row(), item.column(), item.text())
