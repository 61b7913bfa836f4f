"""拟订评价方案: what is evaluated by which template, the weights, and who rates."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.evaluations.models import EvaluationRound, Rater
from qyclient.evaluations.services.rounds import PLANNED, amend_round, plan_round
from qyclient.records.base import field_of
from ui.kit.drafted import DraftedDialog
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call
from ui.kit.rows_editor import RowsEditor

_RATER = ("name", "party", "unit")
_SIZE = (960, 640)


class RoundDialog(DraftedDialog):
    """The weights are those of the rule until others are typed; raters come with a new round."""

    noun = "evaluation_round"

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None,
        found: Any = None,
        usual: Mapping[str, str] | None = None,
    ) -> None:
        fields = [field_of(EvaluationRound, key) for key in PLANNED]
        super().__init__(jobs, fields, parent, found)
        self.raters: RowsEditor | None = None
        if found is None:
            self.setWindowTitle("拟订评价方案")
            self.done_word = "已拟订评价方案"
            self.raters = RowsEditor([field_of(Rater, key) for key in _RATER], self.around, lines=3)
            self.raters.say("每名评委一份评分表；评分开始以前还要登记回避声明。", "hint")
            self.add_section("评委", self.raters)
            self.form.put({"occasion": "末期评价", **(usual or {})})
        else:
            self.setWindowTitle(f"修改评价方案：{found.number}")
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(PLANNED[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Plan with the raters, or amend what changed."""
        if self.record is None:
            return plan_round, (texts, self.raters.texts() if self.raters else [])
        return amend_round, (self.record.id, self.record.version, texts)

    def called(self, record: Any) -> str:
        """Return the number and what is evaluated."""
        return f"{record.number} {record.subject}"

    def lines_problem(self) -> str:
        """Check each rater."""
        problem = self.raters.problem() if self.raters else ""
        return f"评委{problem}" if problem else ""

    def extra(self) -> object:
        """Return the raters typed so far."""
        return self.raters.texts() if self.raters else None

    def put_extra(self, extra: Any) -> None:
        """Show the raters of a draft."""
        if self.raters is not None:
            self.raters.put(extra)
