"""The 报表 room: the returns of every period, from the draft to what the city has."""

from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QMenu

from qyclient.office.rules.workflow import STATES
from qyclient.records.base import field_of
from qyclient.records.view import Filter
from qyclient.returns.models import Return, ReturnStep
from qyclient.returns.rules.figures import Behind
from qyclient.returns.rules.states import BACK, DRAFTED, GONE, LOCKED, OPEN
from qyclient.returns.services import filling, lookup, proceedings
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.next_menu import next_menu
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit
from ui.returns.ask_dialogs import DueDialog, OpenDialog, StepDialog
from ui.returns.return_dialog import ReturnDialog
from ui.returns.tidy_menu import offer_tidy

ROOMS = {"organization": "名册", "matter": "办件"}
"""The room in which each noun behind a number is kept."""


def _open(tab: "ReturnsTab") -> None:
    dialog = OpenDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _figures(tab: "ReturnsTab") -> None:
    tab.jobs.read(filling.whole, tab.current().id, then=tab.show_figures)


def _step(tab: "ReturnsTab") -> None:
    found = tab.current()
    tab.jobs.read(proceedings.allowed, found.id, then=partial(tab.offer_steps, found))


def _due(tab: "ReturnsTab") -> None:
    dialog = DueDialog(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _tidy(tab: "ReturnsTab") -> None:
    tab.menu = offer_tidy(tab)


def _over(found: Any) -> str:
    return "这张报表已锁定" if found.state == LOCKED else ""


def _sent(found: Any) -> str:
    return "已经报送" if found.state in GONE else ""


def _steps(session: Any, key: Any) -> list[list[str]]:
    label, day = field_of(ReturnStep, "move"), field_of(ReturnStep, "done_on")
    return [
        [day.show(one), label.show(one), one.operator, one.said or ""]
        for one in reversed(lookup.steps_of(session, key))
    ]


def _checks(session: Any, key: Any) -> list[list[str]]:
    return [[one.word, one.finding.sentence] for one in filling.whole(session, key).failed]


def _later(session: Any, key: Any) -> list[list[str]]:
    found = lookup.the_return(session, key)
    if found.state not in GONE:
        return []
    return [[one.sentence] for one in filling.whole(session, key).differences]


class ReturnsTab(RecordTab):
    """统计报表: fill, check, sign, send; what the city returned is filled and sent again."""

    model = Return
    offers = (
        Action("open", "填一张…", "add", "Ctrl+N", _open, tip="按登记簿填一张报表"),
        Action("figures", "数字…", "score", "F2", _figures, "one", "数字、校验、每个数的名单"),
        Action("step", "办理…", "step", "F3", _step, "one", "审核、签章、报送、退回", _over),
        Action("due", "报送期限…", "calendar", "", _due, "one", "按市局通知改期限", _sent),
        Action("tidy", "整理数据…", "", "", _tidy, tip="一类记录一张平表，可做透视", folded=True),
    )  # fmt: skip
    children_ = (
        Child("不符的校验", _checks, ("结果", "内容")),
        Child("报送后登记簿的改动", _later, ("内容",)),
        Child("办理经过", _steps, ("日期", "步骤", "操作人", "内容")),
    )
    search_hint = "表名"
    nothing_yet = ("还没有报表", "点“填一张…”，程序按登记簿填好数字。")
    grouped_by = "state"
    touched_by = frozenset({"return_step", "typed_figure", "check_explanation"})
    menu: QMenu

    def presets(self) -> Sequence[Preset]:
        """Offer what is to be done."""
        todo = (DRAFTED, BACK, "RETURN_CHECKED", "RETURN_SIGNED")
        return [Preset("待报送", (Filter("state", among=todo),))]

    def tone(self, record: Any, key: str) -> str:
        """Colour the state, and a day that is past."""
        if key == "state":
            return _tone(record.state)
        late = record.due_on is not None and record.due_on < self.jobs.today
        return "bad" if key == "due_on" and late and record.state not in GONE else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return which return it is, and where it stands."""
        return record.title, STATES[record.state], _tone(record.state)

    def show_figures(self, whole: Any) -> None:
        """Show the numbers of a return."""
        dialog = ReturnDialog(self.jobs, self, whole)
        dialog.wanted.connect(self.open_record)
        dialog.open()

    def offer_steps(self, found: Any, verbs: Sequence[proceedings.Verb]) -> None:
        """Show what can be done next; what cannot is greyed with the reason."""
        self.menu = next_menu(verbs, self, partial(self.ask_step, found))

    def ask_step(self, found: Any, move: Any) -> None:
        """Ask for what a step needs."""
        dialog = StepDialog(self.jobs, self, found, move)
        dialog.saved.connect(self.show_saved)
        dialog.open()

    def open_record(self, behind: Behind) -> None:
        """Go to the record behind a number."""
        record = SimpleNamespace(id=UUID(behind.key))
        self.wants.emit(ROOMS[behind.noun], Visit(words=behind.name, record=record))


def _tone(state: str) -> str:
    if state == BACK:
        return "bad"
    return "warn" if state in OPEN else ("quiet" if state == LOCKED else "good")
