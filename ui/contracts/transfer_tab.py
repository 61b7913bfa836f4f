"""The 职能转移 room: functions step by step, the meetings over them, and their minutes."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.contracts.models import FunctionItem, Meeting
from qyclient.contracts.reports import REPORTS
from qyclient.contracts.reports.minutes import minutes
from qyclient.contracts.services.contract_papers import paper_words
from qyclient.contracts.services.stepping import Verb
from qyclient.contracts.services.transferring import (
    advance_item,
    allowed_item,
    amend_item,
    items_like,
    opinions_of,
    opinions_on,
    propose,
)
from qyclient.office.rules.workflow import STATES, Move
from qyclient.records.base import fields_of
from qyclient.records.dates import format_date
from qyclient.records.view import Filter
from ui.contracts.meeting_dialog import MeetingDialog
from ui.contracts.papers import show_paper
from ui.contracts.steps import answer_field
from ui.contracts.verb_dialog import Form, VerbDialog
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.jobs import Jobs
from ui.kit.next_menu import next_menu
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.record_tab import RecordTab

_WORKED = frozenset({"status", "agreement", "agreed_on", "withdrawn_because"})
_FIELDS = [field for field in fields_of(FunctionItem) if field.key not in _WORKED]


class _Amend(RecordDialog):
    """修改 a function."""

    def __init__(self, jobs: Jobs, parent: Any, item: Any) -> None:
        super().__init__(jobs, _FIELDS, parent, item)
        self.setWindowTitle(f"修改职能事项：{item.number} {item.name}")
        self.begin()

    def call(self, texts: Any) -> Call:
        """Change what was changed."""
        return amend_item, (self.record.id, self.record.version, texts)


def _propose(tab: "TransferTab") -> None:
    form = Form("提出职能事项", _FIELDS, lambda texts: (propose, (texts,)), "已提出职能事项")
    dialog = VerbDialog(tab.jobs, tab, form)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _amend(tab: "TransferTab") -> None:
    dialog = _Amend(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _step(tab: "TransferTab") -> None:
    item = tab.current()
    tab.jobs.read(allowed_item, item, then=partial(tab.offer_steps, item))


def _meet(tab: "TransferTab") -> None:
    tab.jobs.read(items_like, "", then=tab.meet)


def _said(session: Any, key: Any) -> list[list[str]]:
    return [
        [str(one.meeting), one.opinion.label, one.reason or one.department_said or "—"]
        for one in opinions_on(session, key)
    ]


class TransferTab(RecordTab):
    """职能转移: propose, coordinate, agree, transfer, supervise, take back."""

    model = FunctionItem
    offers = (
        Action("propose", "提出事项…", "add", "Ctrl+N", _propose, tip="登记一项拟转移的职能"),
        Action("step", "办理…", "tick", "F2", _step, "one", "下一步：批准、公布、协议、转移、收回"),
        Action("meet", "协调会议…", "", "F3", _meet, tip="对待协调的事项逐项写下会议意见"),
        Action("amend", "修改…", "amend", "", _amend, "one", "承接单位、监管措施等"),
    )
    reports = tuple(one for one in REPORTS if one.noun is FunctionItem)
    children_ = (Child("会议意见", _said, ("会议", "议定", "理由")),)
    search_hint = "编号、职能事项、部门、承接社会组织"
    nothing_yet = ("还没有职能事项", "提出事项后开协调会议，会议意见逐项留下，可以打印纪要。")
    grouped_by = "status"
    touched_by = frozenset({"meeting_opinion", "meeting"})

    def presets(self) -> Sequence[Preset]:
        """Offer what is still to be coordinated, and what was transferred."""
        waiting, done = ("ITEM_PROPOSED", "NEGOTIATING"), ("TRANSFERRED", "ITEM_EVALUATED")
        return [
            Preset("待协调", (Filter("status", among=waiting),)),
            Preset("已转移", (Filter("status", among=done),)),
            Preset("限时转移", (Filter("mode", among=("RETAIN_TIMED",)),)),
        ]

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return number and name, and the status."""
        return f"{record.number}　{record.name}", STATES[record.status], "plain"

    def offer_steps(self, item: Any, verbs: Sequence[Verb]) -> None:
        """Show what can be done next to a function."""
        self.menu = next_menu(verbs, self, partial(self.do_step, item))

    def do_step(self, item: Any, move: Move) -> None:
        """Do a step, with the words it asks for if it asks for any."""
        args = (item.id, item.version, move.key)
        if not move.asks:
            self.jobs.write(advance_item, *args, {}, then=self.show_saved)
            return
        form = Form(
            f"{move.label}：{item.number} {item.name}",
            [*map(answer_field, move.asks)],
            lambda texts: (advance_item, (*args, texts)),
            f"已{move.label}",
        )
        dialog = VerbDialog(self.jobs, self, form)
        dialog.saved.connect(self.show_saved)
        dialog.open()

    def meet(self, items: Sequence[Any]) -> None:
        """Write down a meeting over the items that wait for one."""
        dialog = MeetingDialog(self.jobs, self, items)
        dialog.saved.connect(self._print)
        dialog.open()

    def _print(self, meeting: Any) -> None:
        print_minutes(self.jobs, self, meeting)


def print_minutes(jobs: Jobs, parent: Any, meeting: Any) -> None:
    """Show the minutes of a meeting as they are printed."""

    def make(workspace: Any) -> bytes:
        found = workspace.read(_with_items, meeting.id)
        words = workspace.read(paper_words, "minutes")
        return minutes(words, meeting, found, jobs.heading_of(workspace))

    show_paper(jobs, parent, f"会议纪要_{meeting.title}", make)


def _with_items(session: Any, key: Any) -> list[tuple[Any, Any]]:
    return [(one, one.item) for one in opinions_of(session, key)]


def _opinions(session: Any, key: Any) -> list[list[str]]:
    return [
        [one.item.number, one.item.name, one.opinion.label, one.reason or "—"]
        for one in opinions_of(session, key)
    ]


def _reprint(tab: "MeetingsTab") -> None:
    print_minutes(tab.jobs, tab, tab.current())


class MeetingsTab(RecordTab):
    """协调会议, with the opinion on each item."""

    model = Meeting
    offers = (Action("minutes", "会议纪要…", "print", "Ctrl+P", _reprint, "one", "打印会议纪要"),)
    children_ = (Child("议题", _opinions, ("编号", "事项", "议定", "理由")),)
    search_hint = "会议名称"
    nothing_yet = ("还没有协调会议", "在“职能转移”里点“协调会议…”。")
    touched_by = frozenset({"meeting_opinion"})

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return title and day."""
        return record.title, format_date(record.held_on), "plain"
