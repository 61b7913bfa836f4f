"""The cells of a return: rows and columns as on paper, each number ready to be asked after."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from qyclient.returns.rules.checks import address, shown
from qyclient.returns.services.filling import Whole
from ui.kit.shaded import ShadedDelegate
from ui.kit.table import ROW_HEIGHT

_WORKED, _WRONG, _EXPLAINED, _TYPED = (
    QColor("#f3f5f7"), QColor("#fde9e7"), QColor("#fff4d6"), QColor("#e8f0fe")
)  # fmt: skip
_NARROW, _HEAD_HIGH = 104, 52


class FiguresTable(QTableWidget):
    """`asked` is told when somebody wants to see what stands behind the current number."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole: Whole | None = None
        self.setItemDelegate(ShadedDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName("报表数字")
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setFixedHeight(_HEAD_HIGH)
        self.horizontalHeader().setDefaultSectionSize(_NARROW)
        self.activated.connect(lambda _index: self.asked.emit())

    def show_whole(self, whole: Whole) -> None:
        """Show the cells; those that do not add up stand out, with the reason in the tip."""
        self._whole = whole
        layout = whole.layout
        self.setRowCount(len(layout.rows))
        self.setColumnCount(len(layout.columns))
        self.setHorizontalHeaderLabels(["\n".join(c.heading) for c in layout.columns])
        self.setVerticalHeaderLabels(["　" * row.level + row.label for row in layout.rows])
        marks = _marks(whole)
        for at, row in enumerate(layout.rows):
            for number, column in enumerate(layout.columns):
                place = (row.key, column.key)
                self.setItem(at, number, _item(whole, place, marks.get(place, "")))

    def place(self) -> tuple[str, str] | None:
        """Return the row and column of the current cell, by their keys."""
        if self._whole is None or self.currentRow() < 0:
            return None
        layout = self._whole.layout
        return layout.rows[self.currentRow()].key, layout.columns[self.currentColumn()].key

    def go_to(self, places: Any) -> None:
        """Select cells, and bring the first of them into view."""
        if self._whole is None:
            return
        layout = self._whole.layout
        rows = [row.key for row in layout.rows]
        columns = [column.key for column in layout.columns]
        self.clearSelection()
        for number, (row, column) in enumerate(places):
            item = self.item(rows.index(row), columns.index(column))
            if not number:
                self.setCurrentItem(item)
                self.scrollToItem(item, QAbstractItemView.ScrollHint.PositionAtCenter)
            item.setSelected(True)


def _item(whole: Whole, place: tuple[str, str], wrong: str) -> QTableWidgetItem:
    item = QTableWidgetItem(shown(whole.filled.cells[place]))
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    typed = whole.filled.typed.get(place)
    tip = [address(whole.layout, place), wrong, f"改填：{typed}" if typed else ""]
    item.setToolTip("\n".join(filter(None, tip)))
    if colour := _colour(whole, place, wrong):
        item.setBackground(QBrush(colour))
    return item


def _colour(whole: Whole, place: tuple[str, str], wrong: str) -> QColor | None:
    if wrong:
        return _EXPLAINED if wrong.endswith("）") else _WRONG
    if place in whole.filled.typed:
        return _TYPED
    worked = whole.layout.column(place[1]).worked or whole.layout.row(place[0]).parts
    return _WORKED if worked else None


def _marks(whole: Whole) -> dict[tuple[str, str], str]:
    """Return what is wrong with each cell; what was explained ends in brackets."""
    marks: dict[tuple[str, str], str] = {}
    for one in whole.failed:
        for place in one.finding.cells:
            said = f"{one.finding.sentence}（已说明：{one.explained}）"
            marks.setdefault(place, said if one.explained else one.finding.sentence)
    return marks
