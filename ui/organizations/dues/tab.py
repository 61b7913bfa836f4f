"""The room 到期: terms of office, reports and certificates that run out; letters in rounds."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from qyclient.organizations.models import Reminder
from qyclient.organizations.rules.reminders import DueSort, bands
from qyclient.organizations.services.expiries import Due, dues
from qyclient.records.dates import format_date
from ui.kit.action_bar import ActionBar
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.lines_page import lay_out
from ui.kit.tab import Tab, Visit
from ui.organizations.dues.offers import OFFERS

_SEEN = frozenset({"organization", "officer", "annual_review", "reminder", "matter"})
_HEADS = ("名称", "到期日", "剩余", "提醒", "法定代表人", "联系人", "业务主管单位")
_WIDTHS = (280, 130, 110, 130, 90, 90, 220)
_REMIND, _OVER = "待提醒", "已过期"


class DueTab(Tab):
    """到期: the longest over first; what waits for its letter says which round."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self._all: Sequence[Due] = ()
        self.shown: Sequence[Due] = ()
        self._started = False
        self.sorts = _choice("什么到期", [(sort.label, sort.value) for sort in DueSort])
        near = [(f"{days} 天内", days) for days in reversed(bands())]
        self.near = _choice("多近", [("全部", None), *((w, w) for w in (_REMIND, _OVER)), *near])
        self.table = LinesTable(_HEADS, _WIDTHS)
        self.table.setAccessibleName("到期列表")
        self.bar = ActionBar(self, OFFERS, "社会组织")
        self.setFocusProxy(self.table)
        lay_out(self, self.bar, (self.sorts, self.near), self.table)
        self.sorts.currentIndexChanged.connect(lambda _number: self.read())
        self.near.currentIndexChanged.connect(lambda _number: self._show())
        selection = self.table.selectionModel()
        selection.selectionChanged.connect(lambda *_: self.bar.allow(self.chosen))
        jobs.changed.connect(self._refresh)

    @classmethod
    def nouns(cls) -> tuple[type[Any], ...]:
        """List what bodies were reminded of."""
        return (Reminder,)

    @property
    def sort(self) -> DueSort:
        """Return what is looked at."""
        return DueSort[self.sorts.currentData()]

    @property
    def chosen(self) -> list[Due]:
        """Return the selected lines, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.shown[row] for row in rows]

    def start(self) -> None:
        """Read what runs out."""
        if not self._started:
            self._started = True
            self.read()

    def visit(self, visit: Visit) -> None:
        """Show one sort, by its code."""
        self.start()
        if visit.action in {sort.value for sort in DueSort}:
            self.sorts.setCurrentIndex(self.sorts.findData(visit.action))

    def read(self) -> None:
        """Read it again."""
        self.jobs.read(dues, self.sort, then=self._take)

    def _take(self, found: Sequence[Due]) -> None:
        self._all = found
        self._show()

    def _show(self) -> None:
        wanted = self.near.currentData()
        self.shown = [due for due in self._all if _holds(due, wanted)]
        self.table.lines.show([_line(due) for due in self.shown])
        self.bar.allow([])
        said = f"{self.sort.label}：显示 {len(self.shown)} / 共 {len(self._all)}"
        self.say_counts(said)

    def _refresh(self, changed: Sequence[str]) -> None:
        if self._started and _SEEN & set(changed):
            self.read()


def _choice(name: str, options: Sequence[tuple[str, Any]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for label, meant in options:
        box.addItem(label, meant)
    return box


def _holds(due: Due, wanted: Any) -> bool:
    if wanted == _REMIND:
        return due.round is not None
    if wanted == _OVER:
        return due.left < 0
    return wanted is None or 0 <= due.left <= wanted


def _line(due: Due) -> tuple[str, ...]:
    row = due.row
    told = f"{due.told}（延期）" if due.delayed else due.told
    return (
        row.name,
        format_date(due.due_on),
        told,
        due.round.label if due.round else "",
        getattr(row, "legal_rep", None) or "",
        row.contact or "",
        row.business_supervisor or "",
    )
