"""The 等级评估 room: bodies that apply for a grade, from the counter to 5A and its end."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from qyclient.evaluations.models import Grading, GradingStep
from qyclient.evaluations.reports.plaques import REPORTS
from qyclient.evaluations.rules.grading import FLOW
from qyclient.evaluations.services import gradings
from qyclient.office.rules.workflow import STATES
from qyclient.records.base import field_of
from qyclient.records.view import Filter
from ui.evaluations.move_dialog import MoveDialog
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.jobs import Jobs
from ui.kit.next_menu import next_menu
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.record_tab import RecordTab

_AGAINST = frozenset({"GRADE_UNQUALIFIED", "GRADE_CANCELLED", "DOWNGRADED", "GRADE_RECHECK"})


class ApplyDialog(RecordDialog):
    """收申请: which body wants which grade; what stands against it is told when it is saved."""

    def __init__(self, jobs: Jobs, parent: QWidget | None) -> None:
        fields = [field_of(Grading, key) for key in ("organization", "wanted", "applied_on")]
        super().__init__(jobs, fields, parent)
        self.setWindowTitle("等级评估申请")
        self.done_word = "已收申请"
        self.form.put({"wanted": "3A", "applied_on": jobs.today.isoformat()})
        self.resize(760, 360)
        self.begin()
        self.form.go_to("organization")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Take it in."""
        return gradings.apply_for_grade, (texts,)

    def called(self, record: Any) -> str:
        """Return the number and what was found."""
        return f"{record.number}　{record.findings}"


def _apply(tab: "GradingsTab") -> None:
    dialog = ApplyDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _step(tab: "GradingsTab") -> None:
    made = tab.current()
    tab.jobs.read(gradings.grading_moves, made.id, then=partial(tab.offer_steps, made))


def _over(made: Any) -> str:
    return "这件评估已经结束" if FLOW.states[made.state].final else ""


def _steps(session: Any, key: Any) -> list[list[str]]:
    day, move = field_of(GradingStep, "done_on"), field_of(GradingStep, "move")
    return [
        [day.show(step), move.show(step), step.operator, step.opinion or ""]
        for step in reversed(gradings.grading_steps(session, key))
    ]


def _next(session: Any, key: Any) -> list[list[str]]:
    return [[v.move.label, v.why_not or "可以办理"] for v in gradings.grading_moves(session, key)]


def tone_of(made: Grading) -> str:
    """Return the tone of where a grading stands."""
    if made.state in _AGAINST:
        return "bad"
    return "good" if made.state == "GRADED" else "warn"


class GradingsTab(RecordTab):
    """等级评估: apply, check, visit, judge, display, confirm; downgrade and cancel."""

    model = Grading
    offers = (
        Action("apply", "收申请…", "add", "Ctrl+N", _apply, tip="社会组织申请评估等级"),
        Action("step", "办理…", "step", "F3", _step, "one", "资格审查、考察、评定、公示等", _over),
    )
    reports = tuple(REPORTS)
    children_ = (
        Child("下一步", _next, ("步骤", "情况")),
        Child("办理经过", _steps, ("日期", "步骤", "操作人", "意见")),
    )
    search_hint = "评估编号、社会组织名称"
    nothing_yet = ("还没有等级评估", "有社会组织申请评估等级时，点左边的“收申请…”。")
    grouped_by = "state"
    touched_by = frozenset({"grading_step", "evaluation_round"})
    menu: QMenu

    def presets(self) -> Sequence[Preset]:
        """Offer what is under way, and the grades that hold."""
        return [
            Preset(STATES[key], (Filter("state", among=(key,)),))
            for key in ("GRADE_APPLIED", "GRADE_DISPLAYED", "GRADED")
        ]

    def tone(self, record: Any, key: str) -> str:
        """Colour the state."""
        return tone_of(record) if key == "state" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the body, and where it stands."""
        return str(record.organization), STATES[record.state], tone_of(record)

    def offer_steps(self, made: Any, verbs: Sequence[gradings.GradingVerb]) -> None:
        """Show what can be done next; what cannot is greyed with the reason."""
        self.menu = next_menu(verbs, self, partial(self.ask_step, made))

    def ask_step(self, made: Any, move: Any) -> None:
        """Ask for what a step needs."""
        title = f"{made.number} {made.organization}"
        MoveDialog(self.jobs, self, made, move, gradings.advance_grading, title).open()
