"""立项 a project, and 修改 what may be mended in it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.contracts.models import Contract
from qyclient.contracts.services.recording import AMENDABLE, PLANNED, amend, plan
from qyclient.records.base import field_of
from ui.contracts.advice import Advice
from ui.kit.drafted import DraftedDialog
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call


class PlanDialog(DraftedDialog):
    """A new project; or, of one that is there, everything a form may change."""

    noun = "contract"

    def __init__(self, jobs: Jobs, parent: QWidget | None, contract: Any = None) -> None:
        keys = PLANNED if contract is None else AMENDABLE
        super().__init__(jobs, [field_of(Contract, key) for key in keys], parent, contract)
        if contract is None:
            self.setWindowTitle("立项：拟购买的服务")
            self.done_word = "已立项"
        else:
            self.setWindowTitle(f"修改：{contract}")
            self.done_word = "已修改"
        self.advice = Advice(self, "budget_amount", "method")
        self.begin()
        self.form.go_to(keys[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Plan, or amend what changed."""
        if self.record is None:
            return plan, (texts,)
        return amend, (self.record.id, self.record.version, texts)
