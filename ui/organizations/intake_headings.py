"""The first rows of a sheet, those taken for its headings marked."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from qyclient.organizations.services.ledgers import Ledger
from qyclient.paper.ledger.cells import address, cell_text
from ui.kit.table_model import Index
from ui.kit.tones import TONES

_SHOWN = 15
_WIDTH, _HEIGHT = 108, 26
_NOWHERE = QModelIndex()


class _FirstRows(QAbstractTableModel):
    """The top of one sheet, as Excel counts it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger: Ledger | None = None
        self._bold = QFont()
        self._bold.setBold(True)

    def show(self, ledger: Ledger | None) -> None:
        """Show another sheet, or the same with other headings."""
        self.beginResetModel()
        self._ledger = ledger
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows shown."""
        if parent.isValid() or self._ledger is None:
            return 0
        return min(_SHOWN, len(self._ledger.sheet.rows))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how wide the sheet is."""
        if parent.isValid() or self._ledger is None:
            return 0
        return len(self._ledger.sheet.rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, and how a heading stands out."""
        if self._ledger is None:
            return None
        row, layout = index.row(), self._ledger.layout
        heading = layout.top <= row <= layout.bottom
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell_text(self._ledger.sheet.rows[row][index.column()])
            case Qt.ItemDataRole.ForegroundRole if heading:
                return TONES["plain"][0]
            case Qt.ItemDataRole.FontRole if heading:
                return self._bold
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the letters and numbers of Excel, the headings' numbers with a word."""
        if role != Qt.ItemDataRole.DisplayRole or self._ledger is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return address(0, section).rstrip("1")
        layout = self._ledger.layout
        return f"{section + 1} 表头" if layout.top <= section <= layout.bottom else f"{section + 1}"


class FirstRows(QTableView):
    """Shows them; nothing can be changed in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _FirstRows(self)
        self.setModel(self.rows)
        self.setAccessibleName("工作表的前 15 行")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(_HEIGHT)
        self.horizontalHeader().setDefaultSectionSize(_WIDTH)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
