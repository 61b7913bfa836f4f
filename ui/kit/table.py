"""The table of a list: it selects, copies into Excel and lets columns be chosen."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ui.kit.badge import BadgeDelegate
from ui.kit.columns import Row
from ui.kit.jobs import Jobs
from ui.kit.table_model import RecordsModel

ROW_HEIGHT = 30
_MOST_COPIED = 20_000
_PADDING = 28
_LEAST = {"date": 15}
"""How many figures a kind takes in any field: 2026年12月31日."""


class RecordTable(QTableView):
    """Rows are selected whole; Ctrl+C copies them as Excel takes them, as they are shown."""

    chosen = Signal()
    opened = Signal()
    said = Signal(str)
    filtering = Signal(str)
    choosing = Signal()
    pasted = Signal(str)

    def __init__(self, jobs: Jobs, records: RecordsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.records = records
        self._kept: set[object] = set()
        self._current: object = None
        self.setModel(records)
        self.setItemDelegate(BadgeDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self._set_headers()
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        records.modelAboutToBeReset.connect(self._remember)
        records.modelReset.connect(self._restore)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def selected(self) -> list[Any]:
        """Return the selected records whose rows are here, from top to bottom."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [self.records.row(number) for number in numbers]
        return [row.record for row in rows if row is not None]

    def current(self) -> Any | None:
        """Return the record the actions are for: the only selected one."""
        chosen = self.selected()
        return chosen[0] if len(chosen) == 1 else None

    def select(self, key: object) -> None:
        """Select a record once its row is here."""
        self.clearSelection()  # else what is selected now would be remembered in its place
        self._kept, self._current = {key}, key
        self._restore()

    def shown_columns(self) -> list[int]:
        """Return the columns that are shown, from left to right as the user put them."""
        header = self.horizontalHeader()
        order = sorted(range(self.records.columnCount()), key=header.visualIndex)
        return [column for column in order if not self.isColumnHidden(column)]

    def show_order(self, key: str, *, down: bool) -> None:
        """Mark the column the list is in the order of, without asking for it."""
        keys, header = [column.key for column in self.records.columns], self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        header.blockSignals(True)
        header.setSortIndicator(keys.index(key) if key in keys else -1, order)
        header.blockSignals(False)

    def refresh(self) -> None:
        """Read the list again where it is looked at."""
        self.records.refresh(self.rowAt(0))

    def copy(self, *, headed: bool = False) -> None:
        """Copy the selected rows, tab-separated; rows that were never read are read for it."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not numbers:
            return
        first, span = numbers[0], numbers[-1] - numbers[0] + 1
        if span > _MOST_COPIED:
            self.said.emit(f"一次最多复制 {_MOST_COPIED} 行；更多内容请用“导出所见”。")
            return
        self._jobs.ask(
            lambda workspace: self.records.rows_of(workspace, first, span),
            partial(self._put, [number - first for number in numbers], headed),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on Ctrl+C, find what is pasted on Ctrl+V, open on Enter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy, and what the tab's actions offer."""
        menu = QMenu(self)
        menu.addActions(self.actions())
        menu.addSeparator()
        menu.addAction("复制所选行", self.copy)
        menu.addAction("复制所选行（含表头）", partial(self.copy, headed=True))
        cell = self.indexAt(event.pos())
        if cell.isValid():
            clipboard = QGuiApplication.clipboard()
            menu.addAction("复制这一格", partial(clipboard.setText, str(cell.data())))
        menu.exec(event.globalPos())

    def _put(self, offsets: Sequence[int], headed: bool, rows: list[Row]) -> None:
        columns = [self.records.columns[number] for number in self.shown_columns()]
        lines = [[column.text(rows[offset]) for column in columns] for offset in offsets]
        if headed:
            lines.insert(0, [column.label for column in columns])
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
        self.said.emit(f"已复制 {len(offsets)} 行，可直接粘贴到 Excel。")

    def _set_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionsMovable(True)
        across.setHighlightSections(False)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.customContextMenuRequested.connect(self._offer_columns)
        down.setDefaultSectionSize(ROW_HEIGHT)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setVisible(False)
        figure = self.fontMetrics().horizontalAdvance("0")
        for number, column in enumerate(self.records.columns):
            label = self.fontMetrics().horizontalAdvance(column.label)
            figures = max(column.field.width, _LEAST.get(column.field.kind.name, 0))
            self.setColumnWidth(number, max(figures * figure, label) + _PADDING)

    def _offer_columns(self, where: QPoint) -> None:
        menu = QMenu(self)
        under = self.records.columns[self.horizontalHeader().logicalIndexAt(where)]
        if not under.worked:
            menu.addAction(f"按“{under.label}”筛选…", partial(self.filtering.emit, under.key))
            menu.addSeparator()
        if under is not self.records.columns[0]:
            menu.addAction(f"隐藏“{under.label}”", partial(self._hide, under.key))
        menu.addAction("选择列…", self.choosing.emit)
        menu.exec(self.horizontalHeader().mapToGlobal(where))

    def _hide(self, key: str) -> None:
        numbers = {column.key: number for number, column in enumerate(self.records.columns)}
        self.setColumnHidden(numbers[key], True)

    def _remember(self) -> None:
        if self.selectionModel().hasSelection():
            self._kept = {record.id for record in self.selected()}
            row = self.records.row(self.currentIndex().row())
            self._current = row.record.id if row else None

    def _restore(self) -> None:
        choose = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        places = {key: self.records.place(key) for key in self._kept}
        for key, place in places.items():
            if place is not None:
                index = self.records.index(place, 0)
                self.selectionModel().select(index, choose)
                if key == self._current:
                    still = QItemSelectionModel.SelectionFlag.NoUpdate
                    self.selectionModel().setCurrentIndex(index, still)
        self.chosen.emit()
