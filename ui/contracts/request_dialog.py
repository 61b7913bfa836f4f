"""申请付款: which instalment, how much and why so much, and what is decided if it may not be."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from qyclient.contracts.models import EligibilityCheck, Payment
from qyclient.contracts.services.due import InstalmentDue
from qyclient.contracts.services.requesting import hold, request
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import ACCOUNT, TEXT, Kind
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_PART = "part"


class RequestDialog(RecordDialog):
    """The amount is proposed with its arithmetic; it can be less, never more."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, contract: Any, dues: Sequence[InstalmentDue]
    ) -> None:
        open_ = [due for due in dues if due.money.open] or dues
        self.dues = {_called(due): due for due in open_}
        super().__init__(jobs, _fields([*self.dues]), parent)
        self.setWindowTitle(f"申请付款：{contract.contract_no} {contract.title}")
        self.done_word = "已申请付款"
        self.contract = contract
        self.arithmetic = QLabel()
        self.arithmetic.setObjectName("arithmetic")
        self.arithmetic.setWordWrap(True)
        self.arithmetic.setMinimumHeight(96)
        self.add_section("应付算法", self.arithmetic)
        ready = [called for called, due in self.dues.items() if due.proposal.amount]
        self.form.edited.connect(lambda key: self._propose() if key == _PART else None)
        self.form.put(
            {
                _PART: ready[0] if ready else next(iter(self.dues)),
                "settles": "是",
                "payee": contract.payee or "",
                "payee_account": contract.payee_account or "",
            }
        )
        self._propose()
        self.begin()
        self.form.go_to("amount")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Ask for it, or keep why it is not paid now."""
        due = self.dues[texts[_PART]]
        if texts["decision"] == "暂缓":
            self.done_word = "已登记暂缓支付"
            return hold, (due.instalment.id, texts["decision_reason"])
        return request, (due.instalment.id, texts)

    def _propose(self) -> None:
        due = self.dues.get(self.form.editor(_PART).text())
        if due is None:
            self.arithmetic.setText("请选择期次。")
            return
        self.form.put({"amount": f"{due.proposal.amount:,.2f}" if due.proposal.amount else ""})
        lines = [due.waits] if due.waits else [*due.proposal.steps]
        self.arithmetic.setText("\n".join(lines))


def _called(due: InstalmentDue) -> str:
    part = due.instalment
    waits = part.waits_for.label if part.waits_for else "签约后"
    return f"第 {part.number} 期　{part.amount:,.2f} 元　{waits}"


def _fields(parts: list[str]) -> list[Field]:
    choice: Kind[str] = Kind("choice", TEXT.parse, options=tuple(parts))
    account = replace(field_of(Payment, "payee_account"), kind=replace(ACCOUNT, mask=None))
    decision = replace(
        field_of(EligibilityCheck, "decision"),
        section="承接主体资格有问题时",
        help="已验收的工作应当付款；资格没有问题的留空",
    )
    return [
        Field(_PART, "期次", choice, required=True, section="付款"),
        replace(field_of(Payment, "amount"), section="付款", help="不能超过应付金额"),
        replace(field_of(Payment, "settles"), section="付款"),
        replace(field_of(Payment, "payee"), section="付款", help="与合同约定不符的不能支付"),
        replace(account, section="付款"),
        replace(field_of(Payment, "remark"), section="付款"),
        decision,
        replace(
            field_of(EligibilityCheck, "reason"),
            key="decision_reason",
            section="承接主体资格有问题时",
        ),
    ]
