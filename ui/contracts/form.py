"""The form of a contract, with the instalments it is paid in."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.contracts.models import Contract, Instalment
from qyclient.contracts.rules.money import plan_problem
from qyclient.contracts.services import amend, record
from qyclient.records.base import field_of, fields_of
from qyclient.records.kinds import MONEY
from ui.kit.drafted import DraftedDialog
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call
from ui.kit.rows_editor import RowsEditor

_PARTS = ("amount", "waits_for", "due_on")


class ContractDialog(DraftedDialog):
    """登记 or 修改 a contract; the sum of the parts is compared with the amount as one types."""

    noun = "contract"

    def __init__(self, jobs: Jobs, parent: QWidget | None, contract: Any = None) -> None:
        super().__init__(jobs, fields_of(Contract), parent, contract)
        self.parts: RowsEditor | None = None
        if contract is None:
            self.setWindowTitle("登记购买服务合同")
            self.done_word = "已登记合同"
            fields = [field_of(Instalment, key) for key in _PARTS]
            self.parts = RowsEditor(fields, self.around, lines=2)
            self.add_section("分期付款", self.parts)
            self.parts.edited.connect(self._compare)
            self.form.edited.connect(lambda key: self._compare() if key == "amount" else None)
            self.form.put({"status": "履行中"})
            self._compare()
        else:
            self.setWindowTitle(f"修改合同：{contract}")
        self.begin()
        self.form.go_to("contract_no")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Record with the instalments, or amend what changed."""
        if self.record is None:
            return record, (texts, self.parts.texts() if self.parts else [])
        return amend, (self.record.id, self.record.version, texts)

    def lines_problem(self) -> str:
        """Check each instalment, then their sum."""
        problem = self.parts.problem() if self.parts else ""
        return f"分期付款{problem}" if problem else ""

    def extra(self) -> object:
        """Return the instalments typed so far."""
        return self.parts.texts() if self.parts else None

    def put_extra(self, extra: Any) -> None:
        """Show the instalments of a draft."""
        if self.parts is not None:
            self.parts.put(extra)

    def _compare(self) -> None:
        if self.parts is None:
            return
        amount = _yuan(self.form.editor("amount").text())
        amounts = [_yuan(line["amount"]) for line in self.parts.texts()]
        known = [part for part in amounts if part is not None]
        if not known:
            self.parts.say("不填分期时可以留空。", "hint")
        elif amount is None or len(known) < len(amounts):
            self.parts.say(f"已填 {len(known)} 期，合计 {sum(known, Decimal(0)):,.2f} 元。", "hint")
        elif problem := plan_problem(amount, known):
            self.parts.say(f"{problem}。")
        else:
            self.parts.say(f"✓ {len(known)} 期合计 {amount:,.2f} 元，与合同金额相符。", "said")


def _yuan(text: str) -> Decimal | None:
    try:
        return MONEY.parse(text)
    except ValueError:
        return None
