"""The 轮次 room: evaluations from the plan to the confirmed result."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from qyclient.evaluations.models import EvaluationRound
from qyclient.evaluations.reports.ranking import R12
from qyclient.evaluations.rules import Grade
from qyclient.evaluations.rules.states import FLOW
from qyclient.evaluations.services import marking, proceedings, rounds
from qyclient.office.rules.workflow import STATES
from qyclient.records.view import Filter
from ui.evaluations.move_dialog import MoveDialog
from ui.evaluations.papers_menu import open_forms, open_papers
from ui.evaluations.raters_dialog import raters_in
from ui.evaluations.round_dialog import RoundDialog
from ui.evaluations.round_doings import (
    draw_from_pool,
    evidence_kept,
    excused,
    reached,
    rectified,
    who_rates,
)
from ui.evaluations.round_pane import CHILDREN, state_tone
from ui.evaluations.sheet_dialog import SheetDialog
from ui.evaluations.survey_dialog import open_survey
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.next_menu import next_menu
from ui.kit.record_tab import RecordTab

GRADE_TONES = {
    Grade.EXCELLENT: "good",
    Grade.GOOD: "plain",
    Grade.FAIR: "warn",
    Grade.POOR: "bad",
}


def _plan(tab: "RoundsTab") -> None:
    tab.jobs.read(rounds.usual_weights, then=tab.ask_plan)


def _amend(tab: "RoundsTab") -> None:
    dialog = RoundDialog(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _score(tab: "RoundsTab") -> None:
    tab.jobs.read(raters_in, tab.current().id, then=tab.offer_sheets)


def _forms(tab: "RoundsTab") -> None:
    found = tab.current()
    tab.jobs.read(raters_in, found.id, then=partial(open_forms, tab, found))


def _survey(tab: "RoundsTab") -> None:
    open_survey(tab, tab.current())


def _papers(tab: "RoundsTab") -> None:
    open_papers(tab, tab.current())


def _step(tab: "RoundsTab") -> None:
    found = tab.current()
    tab.jobs.read(proceedings.allowed, found.id, then=partial(tab.offer_steps, found))


def _unconfirmed(found: Any) -> str:
    return "" if found.confirmed_on else "结果确认以后，等级为中、差的才有整改"


def _begun(found: Any) -> str:
    return "" if found.state == "DRAFTED" else "评分已开始，方案不能再改"


def _closed(found: Any) -> str:
    return f"{found.number} 已结束评分" if found.state not in ("DRAFTED", "SCORING") else ""


def _over(found: Any) -> str:
    return "这个轮次已经结束" if FLOW.states[found.state].final else ""


class RoundsTab(RecordTab):
    """评价轮次: plan, name raters, score, close, check, display, confirm."""

    model = EvaluationRound
    offers = (
        Action("plan", "拟订方案…", "add", "Ctrl+N", _plan, tip="对一个合同或单位开展评价"),
        Action("score", "评分…", "score", "F2", _score, "one", "打开一名评委的评分表"),
        Action("step", "办理…", "step", "F3", _step, "one", "开始评分、公示、确认等", _over),
        Action("raters", "评委与回避…", "folder", "F4", who_rates, "one", "声明、不计分、退回"),
        Action("forms", "评分表…", "print", "", _forms, "one", "打印、导出、收回、录入评分表"),
        Action("papers", "文书…", "certificate", "", _papers, "one", "方案、通知书、公示、问卷"),
        Action("actuals", "实际值…", "amend", "", reached, "one", "定量指标的完成数", _closed),
        Action("survey", "满意度…", "folder", "", _survey, "one", "抽样和问卷", _closed),
        Action("rectify", "整改…", "tick", "F6", rectified, "one", "报告和复查", _unconfirmed),
        Action("evidence", "佐证材料…", "folder", "", evidence_kept, "one", "照片和文件"),
        Action("draw", "抽取专家…", "", "", draw_from_pool, "one", "从专家库随机抽取", _begun,
               folded=True),
        Action("amend", "修改方案…", "", "", _amend, "one", "", _begun, folded=True),
        Action("excuse", "缺一方的理由…", "", "", excused, "one", "", _closed, folded=True),
    )  # fmt: skip
    reports = (R12,)
    children_ = CHILDREN
    search_hint = "轮次编号、评价对象、合同、单位"
    nothing_yet = ("还没有评价轮次", "先在“指标”里发布一套指标体系，再点“拟订方案…”。")
    grouped_by = "state"
    touched_by = frozenset({"rater", "score", "actual", "tally", "round_step", "rectification"})
    menu: QMenu

    def presets(self) -> Sequence[Preset]:
        """Offer what waits for somebody."""
        return [
            Preset(STATES[key], (Filter("state", among=(key,)),))
            for key in ("SCORING", "SCORED", "ON_DISPLAY", "SCORE_CONFIRMED")
        ]

    def tone(self, record: Any, key: str) -> str:
        """Colour the state and the grade."""
        if key == "state":
            return state_tone(record)
        return GRADE_TONES.get(record.grade, "") if key == "grade" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return what is evaluated, and where it stands."""
        title = f"{record.subject}　{record.occasion.label}"
        return title, STATES[record.state], state_tone(record)

    def ask_plan(self, usual: Any) -> None:
        """Open a new plan with the usual weights."""
        dialog = RoundDialog(self.jobs, self, usual=usual)
        dialog.saved.connect(self.show_saved)
        dialog.open()

    def offer_sheets(self, raters: Sequence[Any]) -> None:
        """Offer the sheet of each rater."""
        self.menu = QMenu(self)
        for rater in raters:
            self.menu.addAction(
                f"{rater.name}　{rater.party.label}　{rater.code}",
                partial(self.open_sheet, rater),
            )
        self.menu.popup(QCursor.pos())

    def open_sheet(self, rater: Any) -> None:
        """Open one sheet, if it may be seen."""
        self.jobs.read(marking.sheet_of, rater.id, then=self._show_sheet)

    def offer_steps(self, found: Any, verbs: Sequence[proceedings.Verb]) -> None:
        """Show what can be done next; what cannot is greyed with the reason."""
        self.menu = next_menu(verbs, self, partial(self.ask_step, found))

    def ask_step(self, found: Any, move: Any) -> None:
        """Ask for what a step needs."""
        title = f"{found.number} {found.subject}"
        MoveDialog(self.jobs, self, found, move, proceedings.advance, title).open()

    def _show_sheet(self, sheet: Any) -> None:
        SheetDialog(self.jobs, self, sheet).open()
