"""The 绩效评价 tab: scores, the grade each gives, and what it makes payable."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.contracts.rules.payable import Grade, grade, grade_with_rule
from qyclient.evaluations.models import Evaluation
from qyclient.evaluations.reports import REPORTS
from qyclient.evaluations.services import earned_by
from qyclient.records.base import fields_of
from qyclient.records.kinds import MONEY, TEXT
from qyclient.records.money import format_money
from ui.evaluations.score_dialog import ScoreDialog
from ui.kit.actions import Action
from ui.kit.columns import Column, table_columns, worked_column
from ui.kit.detail_pane import Child
from ui.kit.jobs import Jobs
from ui.kit.record_tab import RecordTab

_PROJECT = worked_column("project", "项目名称", TEXT, 24)
_WORKED = (
    worked_column("grade", "等级", TEXT, 14),
    worked_column("payable", "应付金额", MONEY, 16),
)
_TONES = {Grade.EXCELLENT: "good", Grade.GOOD: "plain", Grade.FAIR: "warn", Grade.POOR: "bad"}


def _score(tab: "EvaluationsTab") -> None:
    dialog = ScoreDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _worked(session: Any, records: Sequence[Evaluation]) -> Mapping[Any, Mapping[str, Any]]:
    """Return the grade of each score and the sum of the instalments it pays."""
    sums = {
        record.id: sum((one.payable.amount for one in earned), Decimal(0)) if earned else None
        for record in records
        for earned in [earned_by(session, record)]
    }
    return {
        record.id: {
            "grade": grade_with_rule(record.score, record.evaluated_on),
            "project": record.contract.title,
            "payable": sums[record.id],
        }
        for record in records
    }


def _pays(session: Any, key: Any) -> list[list[str]]:
    return [
        [f"第 {one.instalment.number} 期", format_money(one.payable.amount), one.payable.how]
        for one in earned_by(session, session.get_one(Evaluation, key))
    ]


class EvaluationsTab(RecordTab):
    """绩效评价: enter scores, see grade and payable sum."""

    model = Evaluation
    offers = (Action("score", "登记得分", "score", "Ctrl+N", _score, tip="登记一个合同的评价得分"),)
    reports = tuple(report for report in REPORTS if report.noun is Evaluation)
    work = staticmethod(_worked)
    children_ = (Child("据此应付", _pays, ("期次", "应付金额", "算法"), frozenset({1})),)
    search_hint = "合同编号、项目名称、购买主体"
    nothing_yet = ("还没有评价得分", "先在“购买服务”登记合同，再在这里登记中期、末期评价的得分。")
    touched_by = frozenset({"instalment"})

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.table.setColumnWidth(0, 132)

    def tone(self, record: Any, key: str) -> str:
        """Colour the grade."""
        return _TONES[grade(record.score, record.evaluated_on)] if key == "grade" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the project and stage, and the grade."""
        found = grade(record.score, record.evaluated_on)
        return f"{record.contract.title}　{record.stage.label}", found.label, _TONES[found]

    def columns(self) -> Sequence[Column]:
        """Put what a score comes to beside the score."""
        own = {column.key: column for column in table_columns(fields_of(Evaluation))}
        first = [own.pop(key) for key in ("contract", "stage", "score")]
        return (first[0], _PROJECT, *first[1:], *_WORKED, *own.values())
