"""The 工作台 tab: how many there are, what is due, what is new, and what one does most."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.contracts.models import Contract
from qyclient.office.rules.todo import Todo
from qyclient.office.services.todo import record_of
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgType
from qyclient.records.base import Base, field_of
from qyclient.records.dates import format_date
from qyclient.records.view import Filter
from ui.home.bars import PAPER, charts_grid, printed
from ui.home.cards import Card, figure_button, line_button
from ui.home.figures import EXISTING, Figures, due_filters, figures
from ui.home.promises import promises_card
from ui.home.todo_card import SEEN, todo_card
from ui.kit.facts import heading
from ui.kit.found import show_record
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.print_found import PrintDialog
from ui.kit.scrolled import show_in
from ui.kit.tab import Tab, Visit

_NO_BODIES = "名册还是空的；用右上角的“登记社会组织”或“导入台账”开始。"
_WEEKDAYS = "一二三四五六日"
_SEEN = SEEN | {"verdict", "intake"}
_QUICK = (
    ("登记社会组织", "add", "社会组织", "register"),
    ("导入台账", "import", "社会组织", "bring_in"),
    ("登记合同", "contract", "购买服务", "record"),
    ("登记得分", "score", "绩效评价", "score"),
)


class HomeTab(Tab):
    """Every number opens the list behind it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._show(None)
        jobs.changed.connect(lambda changed: self.start() if _SEEN & set(changed) else None)

    def start(self) -> None:
        """Count again."""
        self.jobs.ask(figures, self._show)

    def _show(self, found: Figures | None) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addLayout(self._greeting())
        if found is None:
            column.addWidget(QLabel("正在统计…"))
        else:
            column.addWidget(todo_card(found.todo, self._go, partial(_open, self)))
            column.addWidget(heading("名册"))
            column.addLayout(self._counters(found))
            column.addLayout(charts_grid(found, self._go, partial(self._print, found)))
            if found.promises:
                today = self.jobs.today
                column.addWidget(promises_card(self.jobs, found.promises, today, self._go))
            column.addLayout(self._lists(found))
        column.addStretch()
        place = self._scroll.verticalScrollBar().value()
        show_in(self._scroll, body)
        self._scroll.verticalScrollBar().setValue(place)

    def _greeting(self) -> QHBoxLayout:
        today = self.jobs.today
        day = QLabel(f"{format_date(today)}　星期{_WEEKDAYS[today.weekday()]}")
        day.setProperty("role", "title")
        row = QHBoxLayout()
        row.addWidget(day)
        row.addStretch()
        for text, picture, tab, action in _QUICK:
            button = QPushButton(icon(picture), text)
            button.clicked.connect(self._go(tab, Visit(action=action)))
            row.addWidget(button)
        return row

    def _counters(self, found: Figures) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for number, sort in enumerate(OrgType):
            card = Card(sort.label)
            only = (EXISTING, Filter("org_type", among=(sort.value,)))
            go = self._go("社会组织", Visit(filters=only))
            card.add(figure_button(found.types.get(sort, 0), "家存续", go))
            grid.addWidget(card, 0, number)
        states, bought = Card("按状态"), Card("购买服务")
        states.add_flow(self._lines("社会组织", Organization, found.statuses), 4)
        scored = line_button(f"评价结论　{found.verdicts:,}", self._go("评价结论", Visit()))
        bought.add_flow([*self._lines("购买服务", Contract, found.contracts), scored], 4)
        grid.addWidget(states, 1, 0, 1, 2)
        grid.addWidget(bought, 1, 2, 1, 2)
        for card in (states, bought):
            card.fill()
        return grid

    def _lines(self, tab: str, noun: type[Base], counts: Mapping[Any, int]) -> list[QPushButton]:
        status = field_of(noun, "status").kind
        return [
            line_button(
                f"{status.format(state)}　{many:,}",
                self._go(tab, Visit(filters=(Filter("status", among=(str(state),)),))),
            )
            for state, many in counts.items()
        ]

    def _lists(self, found: Figures) -> QHBoxLayout:
        due, new = Card(f"证书三个月内到期（{found.due_count}）"), Card("最近登记和导入")
        for body in found.due:
            late = body.certificate_valid_to < self.jobs.today
            text = f"{'已过期' if late else '将到期'}　{body.certificate_valid_to}　{body.name}"
            go = self._go("社会组织", Visit(words=body.name))
            due.add(line_button(text, go, "late" if late else "link"))
        if found.due_count > len(found.due):
            only = due_filters(self.jobs.workspace)
            due.add(line_button("全部…", self._go("社会组织", Visit(filters=only))))
        if not found.due:
            due.add(QLabel("没有将到期的证书。"))
        if not (found.intakes or found.newest):
            new.add(QLabel(_NO_BODIES))
        for intake in found.intakes:
            new.add(QLabel(_said(intake)))
        for body in found.newest:
            new.add(line_button(f"登记　{body.name}", self._go("社会组织", Visit(words=body.name))))
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in (due, new):
            card.fill()
            row.addWidget(card, 1)
        return row

    def _print(self, found: Figures, _checked: bool = False) -> None:
        def draw(workspace: Any) -> bytes:
            return printed(found, self.jobs.heading_of(workspace))

        self.jobs.ask(draw, lambda pdf: PrintDialog(self.jobs, PAPER, pdf, self).open())

    def _go(self, tab: str, visit: Visit) -> Callable[..., Any]:
        return partial(_want, self, tab, visit)


def _open(home: HomeTab, one: Todo, _checked: bool = False) -> None:
    home.jobs.read(record_of, one, then=partial(show_record, home))


def _want(home: HomeTab, tab: str, visit: Visit, _checked: bool = False) -> None:
    home.wants.emit(tab, visit)


def _said(intake: Any) -> str:
    undone = "（已撤销）" if intake.undone else ""
    counts = f"新增 {intake.new}，变更 {intake.changed}，待处理 {intake.held}"
    return f"导入　{intake.imported_on}　{intake.files}：{counts}{undone}"
