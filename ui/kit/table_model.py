"""The rows of a list, read in pages around what is looked at, and never all of them."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from qyclient.records.view import View
from ui.kit.columns import Column, Row, Work
from ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from qyclient.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
Answer = tuple[int, int, int, list[Row]]
"""How many are found, of how many, the page's number, and its rows."""

RECORD = Qt.ItemDataRole.UserRole
TONE = Qt.ItemDataRole.UserRole + 1
PAGE = 200
KEPT = 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


def _no_tone(_record: Any, _key: str) -> str:
    return ""


class RecordsModel(QAbstractTableModel):
    """Read-only. `counted`: how many are found, of how many; `arrived`: a page is here."""

    counted = Signal(int, int)
    arrived = Signal()

    def __init__(
        self, jobs: Jobs, model: type[Any], columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.model = model
        self.view = View()
        self.tone: Callable[[Any, str], str] = _no_tone
        self.work: Work | None = None
        self._jobs = jobs
        self._count = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._wanted: int | None = None
        self._reading = False
        self._turn = 0

    def look(self, view: View) -> None:
        """Show another view of the noun, from its top."""
        self.view = view
        self._read_anew(0)

    def refresh(self, around: int = 0) -> None:
        """Read the list again, first the rows that are looked at."""
        self._read_anew(max(0, around) // PAGE)

    def row(self, number: int) -> Row | None:
        """Return a row if its page is here."""
        page = self._pages.get(number // PAGE)
        return page[number % PAGE] if page and number % PAGE < len(page) else None

    def place(self, key: object) -> int | None:
        """Return where a record stands, among the pages that are here."""
        for number, page in self._pages.items():
            for offset, row in enumerate(page):
                if row.record.id == key:
                    return number * PAGE + offset
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the register put the list in another order; -1 is newest first."""
        if column >= 0 and self.columns[column].worked:
            return
        key = self.columns[column].key if column >= 0 else ""
        down = order == Qt.SortOrder.DescendingOrder
        self.look(replace(self.view, order=key, descending=down))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows the list has, read or not."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one cell in one role; a cell not read yet asks for its page."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].align_right else None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, RECORD, TONE}:
            return None
        row = self.row(index.row())
        if row is None:
            self._want(index.row() // PAGE)
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == RECORD:
            return row.record
        column = self.columns[index.column()]
        return self.tone(row.record, column.key) if role == TONE else column.text(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's label, or a row's number."""
        if role == Qt.ItemDataRole.DisplayRole:
            across = orientation == Qt.Orientation.Horizontal
            return self.columns[section].label if across else section + 1
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            right = self.columns[section].align_right
            return _RIGHT if right else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def rows_of(self, workspace: "Workspace", start: int, size: int) -> list[Row]:
        """Read rows of the view with what is worked out for them; runs in a worker."""
        records = workspace.page(self.model, self.view, start, size)
        worked = workspace.read(self.work, records) if self.work and records else {}
        return [Row(record, worked.get(record.id, {})) for record in records]

    def _read_anew(self, number: int) -> None:
        self._turn += 1
        self._reading, self._wanted = True, None
        view = self.view

        def question(workspace: "Workspace") -> Answer:
            found, total = workspace.count(self.model, view), workspace.count(self.model, View())
            last = max(0, found - 1) // PAGE
            page = min(number, last)
            return found, total, page, self.rows_of(workspace, page * PAGE, PAGE)

        self._jobs.ask(question, partial(self._show, self._turn), partial(self._fail, self._turn))

    def _show(self, turn: int, answer: Answer) -> None:
        if turn != self._turn:
            return
        found, total, number, rows = answer
        self.beginResetModel()
        self._count, self._reading = found, False
        self._pages = OrderedDict({number: rows})
        self.endResetModel()
        self.counted.emit(found, total)
        self.arrived.emit()

    def _fail(self, turn: int, no: Exception) -> None:
        if turn == self._turn:
            self._reading = False
        self._jobs.refused.emit(no)

    def _want(self, number: int) -> None:
        """Ask for the page looked at last: who drags the scroll bar does not want all between."""
        self._wanted = number
        if not self._reading:
            self._reading = True
            QTimer.singleShot(0, self, self._read_wanted)

    def _read_wanted(self) -> None:
        number, self._wanted = self._wanted, None
        if number is None or number in self._pages:
            self._reading = False
            return
        take = partial(self._take, self._turn, number)
        self._jobs.ask(
            lambda workspace: self.rows_of(workspace, number * PAGE, PAGE),
            take,
            partial(self._fail, self._turn),
        )

    def _take(self, turn: int, number: int, rows: list[Row]) -> None:
        if turn != self._turn:
            return
        self._pages[number] = rows
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        last = min(self._count, (number + 1) * PAGE) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, len(self.columns) - 1))
        self.arrived.emit()
        self._reading = False
        if self._wanted is not None:
            self._read_wanted()
