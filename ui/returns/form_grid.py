"""An empty form as it looks, its places coloured by how far they are settled."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from qyclient.paper.ledger.cells import address, cell_text
from qyclient.paper.reading import Sheet
from qyclient.returns.rules.form_answers import Fill
from qyclient.returns.rules.form_slots import LIST
from qyclient.returns.services.forms import Place
from ui.kit.shaded import ShadedDelegate
from ui.kit.table import ROW_HEIGHT

SETTLED, PROPOSED, ASKED = QColor("#e3f2e8"), QColor("#fff4d6"), QColor("#fde9e7")
_COLUMN = 104


class FormGrid(QTableWidget):
    """`chosen` carries the number of the place that was clicked, among all places of the form."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[tuple[int, int], int] = {}
        self.setItemDelegate(ShadedDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("表样")
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.currentCellChanged.connect(lambda row, column, *_rest: self._tell(row, column))

    def show_sheet(self, sheet: Sheet, places: Sequence[Place]) -> None:
        """Show a sheet with its merged cells, and the places that are on it."""
        self.blockSignals(True)
        self.clear()
        self.clearSpans()
        wide = max((len(row) for row in sheet.rows), default=1)
        self.setRowCount(len(sheet.rows))
        self.setColumnCount(wide)
        letters = [address(0, column).rstrip("1") for column in range(wide)]
        self.setHorizontalHeaderLabels(letters)
        for at, row in enumerate(sheet.rows):
            for column in range(wide):
                text = cell_text(row[column]) if column < len(row) else ""
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(at, column, item)
        for top, left, bottom, right in sheet.merged:
            self.setSpan(top, left, bottom - top + 1, right - left + 1)
        self._mark(sheet, places)
        self.blockSignals(False)

    def go_to(self, place: Place) -> None:
        """Put the cursor on a place."""
        self.setCurrentCell(*place.slot.at)
        self.scrollToItem(self.item(*place.slot.at))

    def _mark(self, sheet: Sheet, places: Sequence[Place]) -> None:
        self._places = {}
        for number, place in enumerate(places):
            slot = place.slot
            if slot.sheet != sheet.name:
                continue
            cells = [slot.at]
            if slot.sort == LIST:
                columns = [column for column, _heading, _key in slot.heads]
                rows = range(slot.at[0], slot.last + 1)
                cells = [(row, column) for row in rows for column in columns]
            for cell in cells:
                self._places[cell] = number
                if (item := self.item(*cell)) is not None:
                    item.setBackground(QBrush(_colour(place)))
                    item.setToolTip(slot.called)

    def _tell(self, row: int, column: int) -> None:
        if (number := self._places.get((row, column))) is not None:
            self.chosen.emit(number)


def _colour(place: Place) -> QColor:
    if place.settled:
        return SETTLED
    return ASKED if place.answer.sort == Fill.TYPED.value else PROPOSED
