"""A tab that shows one noun: actions, search box, table, detail pane."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from qyclient.errors import Refused
from qyclient.records.base import Base, fields_of
from qyclient.records.view import Filter, View
from ui.kit.action_bar import ActionBar
from ui.kit.columns import Column
from ui.kit.detail_pane import DetailPane
from ui.kit.empty import Empty
from ui.kit.export_menu import ExportMenu
from ui.kit.filter_bar import FilterBar
from ui.kit.group_counts import GroupCounts
from ui.kit.jobs import Jobs
from ui.kit.list_layout import beside, stacked
from ui.kit.listed import Listed
from ui.kit.pasted import Pasted
from ui.kit.saved_views import SavedViews
from ui.kit.search_box import SearchBox
from ui.kit.tab import Visit
from ui.kit.table import RecordTable
from ui.kit.table_layout import TableLayout
from ui.kit.table_model import RecordsModel


class RecordTab(Listed):
    """Subclasses declare what they show and offer; they build no widgets."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self._started = False
        self.search = SearchBox(self.search_hint)
        usual = self.columns()
        columns = (*usual, *_others(self.model, usual))
        self._usual = {column.key for column in usual}
        self.records = RecordsModel(jobs, self.model, columns, self)
        self.records.tone = self.tone
        self.records.work = type(self).work
        self.table = RecordTable(jobs, self.records)
        self.table.setAccessibleName(f"{self.model.__label__}列表")
        self.pane = DetailPane(jobs, fields_of(self.model), self.children_, self.called)
        own = [column.field for column in columns if not column.worked and not column.field.target]
        self.filters = FilterBar(jobs, own, self.presets())
        self.saved = SavedViews(jobs, self.model, lambda: self.records.view)
        self.saved.offer(self.filters.menu)
        self._groups = GroupCounts(jobs, self.records, self.grouped_by)
        self._pasted = Pasted(jobs, self.model, self)
        self.empty = Empty("正在读取…")
        self.bar = ActionBar(self, self.offers, self.model.__label__)
        self.setFocusProxy(self.search)
        self._lay_out()
        self._connect()

    def start(self) -> None:
        """Read the list."""
        if self._begin():
            self.records.look(View())

    def visit(self, visit: Visit) -> None:
        """Look for words among what is narrowed, show a record of it, and do an action."""
        self._begin()
        self._put(visit.words, visit.filters)
        self._look()
        if visit.record is not None:
            self.table.select(visit.record.id)
        if visit.action:
            self.bar.made[visit.action].trigger()

    def show_view(self, view: View) -> None:
        """Show a view: its words, its filters and its order."""
        self._put(view.words, view.filters)
        self.table.show_order(view.order, down=view.descending)
        self.records.look(replace(view, filters=self.filters.filters))

    def current(self) -> Any:
        """Return the selected record, which the action was allowed for."""
        return self.table.current()

    def show_saved(self, record: Any) -> None:
        """Go to a record that was just written; a new one stands on top."""
        self.table.select(record.id)
        self.pane.show_record(record)

    def show_found(self, record: Any) -> None:
        """Go to a record wherever it stands in the list."""
        self.visit(Visit(words=str(record), record=record))

    def _begin(self) -> bool:
        """Take the columns as they were left and the views that are kept; say if it is new."""
        if self._started:
            return False
        self._started = True
        folder = self.jobs.workspace.folder
        self.layout_ = TableLayout(self.table, folder, self.model.__tablename__, self._usual)
        self.saved.read()
        return True

    def _put(self, words: str, filters: Sequence[Filter]) -> None:
        self.search.put(words)
        self.filters.narrow(filters)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        self.pane.hide()
        split = beside(self._stack, self.pane)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar)
        row.addLayout(
            stacked((self.search, self.filters), (self.saved, self.filters.active), split), 1
        )
        self.bar.add_menu("导出", "export", ExportMenu(self.jobs, self.table, self.reports, self))

    def _connect(self) -> None:
        self.search.sought.connect(self._look)
        self.search.returnPressed.connect(self.table.setFocus)
        find = QShortcut(QKeySequence("Ctrl+F"), self, self._find)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.addActions(list(self.bar.made.values()))
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(self._open_pane)
        self.table.filtering.connect(self.filters.ask)
        self.table.pasted.connect(self._pasted.look)
        self._pasted.found.connect(self._keep_only)
        self.filters.changed.connect(self._look)
        self.filters.choosing.connect(self.table.choosing)
        self.filters.keeping.connect(self.saved.ask_name)
        self.saved.wanted.connect(self.show_view)
        self._groups.told.connect(self.say_groups)
        self.table.said.connect(self.jobs.said)
        self.pane.closed.connect(self.pane.hide)
        rows, stack = self.records, self._stack
        self.records.arrived.connect(lambda: stack.setCurrentIndex(min(1, rows.rowCount())))
        self.records.counted.connect(self._count)
        self.jobs.changed.connect(self._refresh_if_touched)
        self.jobs.refused.connect(self._stopped)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _look(self) -> None:
        view = replace(self.records.view, words=self.search.words, filters=self.filters.filters)
        self.records.look(view)

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
        self.saved.mark(self.records.view)
        if found and self.grouped_by:
            self._groups.ask()
        first = self.offers[0]
        if not total:
            self.empty.say_none(self.nothing_yet, first.text, self.bar.made[first.key].trigger)
        elif not found:
            self.empty.say_not_found(self.records.view.words, partial(self.visit, Visit()))

    def _keep_only(self, wanted: Filter) -> None:
        self._put("", (wanted,))
        self._look()

    def _stopped(self, no: Refused) -> None:
        if self._stack.currentIndex() == 0 and self._started and not self.count_text:
            self.empty.say("读不出来", str(no), "再试一次", self.table.refresh)

    def _refresh_if_touched(self, changed: Sequence[str]) -> None:
        linked = {f.target.__tablename__ for f in fields_of(self.model) if f.target is not None}
        if self._started and {self.model.__tablename__, *linked, *self.touched_by} & set(changed):
            self.table.refresh()


def _others(model: type[Base], usual: Sequence[Column]) -> list[Column]:
    """Return the columns that can be shown but usually are not."""
    there = {column.key for column in usual}
    fields = [f for f in fields_of(model) if f.key not in there and f.kind.name != "link"]
    return [Column(field) for field in fields if field.key != "voided_because"]
