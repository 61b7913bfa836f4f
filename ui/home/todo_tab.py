"""The room 待办: everything that is due, overdue, waits for me or for others, in one list."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from qyclient.office.reports.todo import write_calendar
from qyclient.office.rules.todo import Side, Todo
from qyclient.office.services.todo import TodoList, record_of, todo
from ui.home.todo_card import ROOM, SEEN
from ui.kit.action_bar import ActionBar
from ui.kit.actions import Action
from ui.kit.found import show_record
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.lines_page import lay_out
from ui.kit.tab import Tab, Visit

_HEADS = ("到期日", "还有多久", "类别", "要办什么", "对象", "责任人")
_WIDTHS = (104, 136, 84, 372, 320, 84)
_FILE = "待办.ics"


class TodoTab(Tab):
    """待办: the worst first; Enter opens the record."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self._found: TodoList | None = None
        self.shown: Sequence[Todo] = ()
        self._started = False
        self.sides, self.sorts = QComboBox(), QComboBox()
        self.sides.setAccessibleName("等谁办")
        self.sorts.setAccessibleName("哪一类")
        for side in (Side.MINE, Side.OVERDUE, Side.THEIRS, Side.ALL):
            self.sides.addItem(side.label, side.value)
        self.sorts.addItem("各类", "")
        self.table = LinesTable(_HEADS, _WIDTHS)
        self.table.setAccessibleName("待办列表")
        self.bar = ActionBar(self, OFFERS, "事项")
        self.setFocusProxy(self.table)
        for box in (self.sides, self.sorts):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _number: self._show())
        lay_out(self, self.bar, (self.sides, self.sorts), self.table)
        self.table.activated.connect(lambda _index: self.open_chosen())
        selection = self.table.selectionModel()
        selection.selectionChanged.connect(lambda *_: self.bar.allow(self.chosen))
        jobs.changed.connect(self._refresh)

    @property
    def chosen(self) -> list[Todo]:
        """Return the selected lines, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.shown[row] for row in rows]

    def start(self) -> None:
        """Read what is to be done."""
        if not self._started:
            self._started = True
            self.read()

    def visit(self, visit: Visit) -> None:
        """Show one side, by its code."""
        if visit.action in {side.value for side in Side}:
            self.sides.setCurrentIndex(self.sides.findData(visit.action))
            self.sorts.setCurrentIndex(0)
        self._started = True
        self.read()

    def read(self) -> None:
        """Read it again."""
        self.jobs.read(todo, then=self._take)

    def open_chosen(self) -> None:
        """Open the record of the selected line."""
        if self.chosen:
            self.jobs.read(record_of, self.chosen[0], then=partial(show_record, self))

    def _take(self, found: TodoList) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        if self._found is None:
            return
        found, today = self._found, self._found.today
        every = found.side(Side[self.sides.currentData()])
        for row in range(self.sides.count()):
            side = Side[self.sides.itemData(row)]
            self.sides.setItemText(row, f"{side.label}（{len(found.side(side))}）")
        sort = self._offer_sorts(every)
        self.shown = [one for one in every if sort in ("", one.sort)]
        self.table.lines.show([
            (str(one.due_on or ""), one.count(today), one.sort, one.what, one.subject, one.owner)
            for one in self.shown
        ])  # fmt: skip
        self.bar.allow([])
        self.say_counts(f"待办：显示 {len(self.shown)} / 共 {len(found.all)}")

    def _offer_sorts(self, every: Sequence[Todo]) -> str:
        """Offer the sorts there are with how many; return the one that is looked at."""
        chosen = self.sorts.currentData() or ""
        many = Counter(one.sort for one in every)
        self.sorts.clear()
        self.sorts.addItem(f"各类（{len(every)}）", "")
        for sort, number in many.items():
            self.sorts.addItem(f"{sort}（{number}）", sort)
        self.sorts.setCurrentIndex(max(self.sorts.findData(chosen), 0))
        return str(self.sorts.currentData())

    def _refresh(self, changed: Sequence[str]) -> None:
        if self._started and SEEN & set(changed):
            self.read()


def _ask_where(tab: Any) -> None:
    chooser = QFileDialog(tab, "日历文件：另存为")
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setNameFilter("日历 (*.ics)")
    chooser.setDefaultSuffix("ics")
    chooser.selectFile(_FILE)
    chooser.fileSelected.connect(partial(write_shown, tab))
    chooser.open()


def write_shown(tab: TodoTab, name: str) -> None:
    """Write what is listed and has a day as a calendar."""
    jobs, shown = tab.jobs, tab.shown

    def job() -> str:
        heading = jobs.heading_of(jobs.workspace)
        many = write_calendar(Path(name), shown, heading, jobs.workspace.now())
        return f"{many} 项有期限的{ROOM}已写入 {name}"

    jobs.do(job, jobs.said.emit)


OFFERS = (
    Action(
        "open", "打开", "search", "Ctrl+O", lambda tab: tab.open_chosen(), "one",
        "到这一项的记录（也可以双击，或按 Enter）",
    ),
    Action("again", "刷新", "undo", "F5", lambda tab: tab.read(), tip="重新列出"),
    Action(
        "calendar", "日历文件…", "calendar", "", _ask_where,
        tip="把列出的、有期限的事项写成 .ics，手机和办公日历都能导入",
    ),
)  # fmt: skip
