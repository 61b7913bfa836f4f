"""The rows of a list, read in pages around what is looked at, and never all of them."""

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
from ui.kit.table_pages import PAGE, Pages
from ui.kit.table_reading import Reading

if TYPE_CHECKING:
    from qyclient.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex

RECORD = Qt.ItemDataRole.UserRole
TONE = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


def _no_tone(_record: Any, _key: str) -> str:
    return ""


class RecordsModel(QAbstractTableModel):
    """Read-only. First a page has `arrived`, then `counted`: how many are found, of how many."""

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
        self._total: int | None = None
        self._pages = Pages()
        self._reading = False
        self._turn = 0

    def look(self, view: View) -> None:
        """Show another view of the noun, from its top."""
        self.view = view
        self._read_anew(0, least=0)

    def refresh(self, around: int = 0) -> None:
        """Read the list again, first the rows that are looked at."""
        self._total = None
        self._read_anew(max(0, around) // PAGE, least=self._count)

    def row(self, number: int) -> Row | None:
        """Return a row if its page is here."""
        return self._pages.row(number)

    def place(self, key: object) -> int | None:
        """Return where a record stands, among the pages that are here."""
        return self._pages.place(key)

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
        return self._as_now().rows(workspace, start, size)

    def _as_now(self) -> Reading:
        return Reading(self.model, self.view, self.work)

    def _read_anew(self, number: int, least: int) -> None:
        """Read a page, then count; until it is counted the list has at least so many rows."""
        self._turn += 1
        self._reading = True
        self._ask(partial(self._as_now().page_near, number), partial(self._show, least))

    def _show(self, least: int, page: tuple[int, list[Row]]) -> None:
        number, rows = page
        end = number * PAGE + len(rows)
        found = end if len(rows) < PAGE else None
        self.beginResetModel()
        self._count, self._reading = max(least, end) if found is None else found, False
        self._pages.begin(number, rows)
        self.endResetModel()
        self.arrived.emit()
        self._ask(partial(self._as_now().counts, found, self._total), self._settle)

    def _settle(self, counts: tuple[int, int]) -> None:
        found, self._total = counts
        if found > self._count:
            self.beginInsertRows(_NOWHERE, self._count, found - 1)
            self._count = found
            self.endInsertRows()
        elif found < self._count:
            self.beginRemoveRows(_NOWHERE, found, self._count - 1)
            self._count = found
            self.endRemoveRows()
        self.counted.emit(*counts)

    def _want(self, number: int) -> None:
        self._pages.want(number)
        if not self._reading:
            self._reading = True
            QTimer.singleShot(0, self, self._read_wanted)

    def _read_wanted(self) -> None:
        number = self._pages.wanted()
        self._reading = number is not None
        if number is not None:
            self._ask(partial(self._as_now().page, number), partial(self._take, number))

    def _take(self, number: int, rows: list[Row]) -> None:
        self._pages.take(number, rows)
        last = min(self._count, (number + 1) * PAGE) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, len(self.columns) - 1))
        self.arrived.emit()
        self._read_wanted()

    def _ask(self, question: Callable[["Workspace"], Any], then: Callable[[Any], None]) -> None:
        """Ask the register; when somebody types on meanwhile, nobody waits for the answer."""
        turn = self._turn
        self._jobs.ask(
            partial(self._asked, turn, question),
            partial(self._told, turn, then),
            partial(self._fail, turn),
        )

    def _asked(
        self, turn: int, question: Callable[["Workspace"], Any], workspace: "Workspace"
    ) -> Any:
        return question(workspace) if turn == self._turn else None

    def _told(self, turn: int, then: Callable[[Any], None], answer: Any) -> None:
        if turn == self._turn:
            then(answer)

    def _fail(self, turn: int, no: Exception) -> None:
        if turn == self._turn:
            self._reading = False
        self._jobs.refused.emit(no)
