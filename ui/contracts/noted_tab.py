"""Rooms of nouns that are entered and amended as they are: what each shows, declared once."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from qyclient.contracts.models import (
    Challenge,
    CouncilDecision,
    Need,
    Pilot,
    SocialWorker,
    TrainingClass,
    VillageCouncil,
)
from qyclient.contracts.services.noting import amend_note, note
from qyclient.records.base import Base, fields_of
from qyclient.records.field import Field
from qyclient.records.view import Filter
from ui.contracts.verb_dialog import Form, VerbDialog
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.record_tab import RecordTab


def form_of(jobs: Jobs, noun: type[Base], call: Callable[[Any], Call]) -> Form:
    """Return the form of a new record of a noun."""
    fields = [field for field in fields_of(noun) if field.key != "voided_because"]
    label = noun.__label__
    days = {f.key: jobs.today.isoformat() for f in fields if f.key in {"raised_on", "decided_on"}}
    return Form(f"登记{label}", fields, call, f"已登记{label}", days)


class AmendNoted(RecordDialog):
    """修改 a record as it was opened."""

    def __init__(self, jobs: Jobs, parent: Any, record: Any) -> None:
        super().__init__(jobs, noun_fields(record), parent, record)
        self.setWindowTitle(f"修改{type(record).__label__}：{record}")
        self.begin()

    def call(self, texts: Any) -> Call:
        """Change what was changed."""
        return amend_note, (type(self.record), self.record.id, self.record.version, texts)


def noun_fields(record: Base) -> Sequence[Field]:
    """Return the fields of what a record is."""
    return fields_of(type(record))


def _enter(tab: "NotedTab") -> None:
    noun = tab.model
    dialog = VerbDialog(tab.jobs, tab, form_of(tab.jobs, noun, lambda t: (note, (noun, t))))
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _amend(tab: "NotedTab") -> None:
    dialog = AmendNoted(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


class NotedTab(RecordTab):
    """Enter and amend."""

    offers: ClassVar[tuple[Action, ...]] = (
        Action("enter", "登记…", "add", "Ctrl+N", _enter),
        Action("amend", "修改…", "amend", "F2", _amend, "one"),
    )


class WorkersTab(NotedTab):
    """社会工作者 and their volunteers."""

    model = SocialWorker
    search_hint = "姓名、所在单位"
    nothing_yet = ("还没有社会工作者", "登记社工的职业水平和结对的志愿者。")
    grouped_by = "level"


class ClassesTab(NotedTab):
    """培训班."""

    model = TrainingClass
    search_hint = "班名"
    nothing_yet = ("还没有培训班", "登记社工人才培训班的学时、到课和考核。")


class PilotsTab(NotedTab):
    """试点."""

    model = Pilot
    search_hint = "试点名称、试点单位"
    nothing_yet = ("还没有试点", "写明目标和时间；结束时写结果，推广或结束。")

    def presets(self) -> Sequence[Preset]:
        """Offer what is under way."""
        return [Preset("进行中", (Filter("promoted", empty=True),))]


class CouncilsTab(NotedTab):
    """村民理事会."""

    model = VillageCouncil
    search_hint = "名称、镇村"
    nothing_yet = ("还没有村民理事会", "在镇街备案的理事会登记在这里。")
    grouped_by: ClassVar[str] = ""


class DecisionsTab(NotedTab):
    """理事会决议."""

    model = CouncilDecision
    search_hint = "理事会、议题"
    nothing_yet = ("还没有决议", "登记议题和票数，是否通过由票数得出。")


class NeedsTab(NotedTab):
    """服务需求."""

    model = Need
    search_hint = "需求、提出方"
    nothing_yet = ("还没有服务需求", "购买之前先收集各村、各站点的需求，征求意见，排序。")


class ChallengesTab(NotedTab):
    """供应商质疑."""

    model = Challenge
    search_hint = "供应商、项目"
    nothing_yet = ("没有供应商质疑", "质疑在七个工作日内提出，七个工作日内答复。")
