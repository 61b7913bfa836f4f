"""A tab that shows one noun: actions, search box, table, detail pane."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.records.base import fields_of
from qyclient.records.view import View
from ui.kit.action_bar import ActionBar
from ui.kit.detail_pane import DetailPane
from ui.kit.empty import Empty
from ui.kit.export_menu import ExportMenu
from ui.kit.filter_bar import FilterBar
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.listed import Listed
from ui.kit.tab import Visit
from ui.kit.table import RecordTable
from ui.kit.table_model import RecordsModel

_PAUSE_MS = 120


class RecordTab(Listed):
    """Subclasses declare what they show and offer; they build no widgets."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self._started = False
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(f"查找：{self.search_hint}（Ctrl+F）")
        self.search.setAccessibleName("查找")
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        columns = self.columns()
        self.records = RecordsModel(jobs, self.model, columns, self)
        self.records.tone = self.tone
        self.records.work = type(self).work
        self.table = RecordTable(jobs, self.records)
        self.table.setAccessibleName(f"{self.model.__label__}列表")
        self.pane = DetailPane(jobs, fields_of(self.model), self.children_, self.called)
        shown = [
            column.field for column in columns if not column.worked and not column.field.target
        ]
        self.filters = FilterBar(jobs, shown, self.presets())
        self.empty = Empty("正在读取…")
        self.bar = ActionBar(self, self.offers, self.model.__label__)
        self.setFocusProxy(self.search)
        self._lay_out()
        self._connect()

    def start(self) -> None:
        """Read the list."""
        if not self._started:
            self._started = True
            self.records.look(View())

    def visit(self, visit: Visit) -> None:
        """Look for words among what is narrowed, and do an action."""
        self._started = True
        self.search.blockSignals(True)
        self.search.setText(visit.words)
        self.search.blockSignals(False)
        self.filters.narrow(visit.filters)
        self._look()
        if visit.action:
            self.bar.made[visit.action].trigger()

    def current(self) -> Any:
        """Return the selected record, which the action was allowed for."""
        return self.table.current()

    def show_saved(self, record: Any) -> None:
        """Go to a record that was just written; a new one stands on top."""
        self.table.select(record.id)
        self.pane.show_record(record)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar)
        row.addLayout(self._right(), 1)
        self.bar.add_menu("导出", "export", ExportMenu(self.jobs, self.table, self.reports, self))

    def _right(self) -> QVBoxLayout:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._stack)
        self._split.addWidget(self.pane)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([760, 400])
        self.pane.hide()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.filters)
        right = QVBoxLayout()
        right.setContentsMargins(8, 12, 12, 0)
        right.setSpacing(8)
        right.addLayout(top)
        right.addWidget(self.filters.active)
        right.addWidget(self._split, 1)
        return right

    def _connect(self) -> None:
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(_PAUSE_MS)
        pause.timeout.connect(self._look)
        self.search.textChanged.connect(lambda _text: pause.start())
        self.search.returnPressed.connect(self.table.setFocus)
        find = QShortcut(QKeySequence("Ctrl+F"), self, self._find)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.addActions(list(self.bar.made.values()))
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(self._open_pane)
        self.table.filtering.connect(self.filters.ask)
        self.filters.changed.connect(self._look)
        self.table.said.connect(self.jobs.said)
        self.pane.closed.connect(self.pane.hide)
        self.records.counted.connect(self._count)
        self.jobs.changed.connect(self._refresh_if_touched)
        self.jobs.refused.connect(self._stopped)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _look(self) -> None:
        words = self.search.text().strip()
        self.records.look(replace(self.records.view, words=words, filters=self.filters.filters))

    def _chose(self) -> None:
        chosen = self.table.selected()
        self.bar.allow(chosen)
        self.pane.setVisible(len(chosen) == 1)
        if len(chosen) == 1:
            self.pane.show_record(chosen[0])

    def _open_pane(self) -> None:
        if self.current() is not None:
            self.pane.show()

    def _count(self, found: int, total: int) -> None:
        noun = self.model.__label__
        self.say_counts(f"{noun}：显示 {found} / 共 {total}")
        self._stack.setCurrentIndex(1 if found else 0)
        first = self.offers[0]
        if not total:
            self.empty.say_none(self.nothing_yet, first.text, self.bar.made[first.key].trigger)
        elif not found:
            self.empty.say_not_found(self.records.view.words, partial(self.visit, Visit()))

    def _stopped(self, no: Refused) -> None:
        if self._stack.currentIndex() == 0 and self._started and not self.count_text:
            self.empty.say("读不出来", str(no), "再试一次", self.table.refresh)

    def _refresh_if_touched(self, changed: Sequence[str]) -> None:
        linked = {f.target.__tablename__ for f in fields_of(self.model) if f.target is not None}
        if self._started and {self.model.__tablename__, *linked, *self.touched_by} & set(changed):
            self.table.refresh()
