"""What is asked with a step of a contract or a payment."""

from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.contracts.models import ContractStep, PaymentStep
from qyclient.contracts.rules.states import PLANNING
from qyclient.contracts.services.paying import advance_payment, asked_of
from qyclient.contracts.services.stepping import advance
from qyclient.office.rules.workflow import ANSWERS, STATES, Move
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, TEXT
from ui.contracts.verb_dialog import Form, VerbDialog
from ui.kit.jobs import Jobs

_DAYS = {"signed_on": field_of(PaymentStep, "signed_on")}


def contract_step(jobs: Jobs, parent: QWidget, contract: Any, move: Move) -> VerbDialog:
    """Return the dialog of a step of a contract."""
    day = field_of(ContractStep, "done_on")
    form = Form(
        f"{move.label}：{contract.contract_no} {contract.title}",
        [*map(answer_field, move.asks), day],
        lambda texts: (advance, (contract.id, contract.version, move.key, texts)),
        f"已{move.label}",
        {"done_on": jobs.today.isoformat()},
        named=f"{contract.contract_no} {contract.title}",
    )
    return VerbDialog(jobs, parent, form)


def payment_step(jobs: Jobs, parent: QWidget, payment: Any, move: Move) -> VerbDialog:
    """Return the dialog of a step of a payment."""
    form = Form(
        f"{move.label}：{payment.number} {payment.amount:,.2f} 元",
        [*map(_optional, asked_of(move))],
        lambda texts: (advance_payment, (payment.id, payment.version, move.key, texts)),
        f"已{move.label}",
        {"bank_date": jobs.today.isoformat(), "opinion": "同意"},
        told="在纸上签批的，写明签批人、日期和审批单；本人在此批准的留空。" if move.signed else "",
        named=payment.number,
    )
    return VerbDialog(jobs, parent, form)


def answer_field(key: str) -> Field:
    """Return the field of what a step asks for."""
    answer = ANSWERS[key]
    kind = LONG_TEXT if answer.long else TEXT
    return Field(key, answer.label, kind, required=answer.required, width=40)


def _optional(key: str) -> Field:
    """Return a field of a payment's step; who signs in the program leaves the signature empty."""
    if key in _DAYS:
        return _DAYS[key]
    answer = ANSWERS[key]
    kind = LONG_TEXT if answer.long else TEXT
    needed = answer.required and key not in {"signer", "basis"}
    return Field(key, answer.label, kind, required=needed, width=40)


def unsigned(contract: Any) -> str:
    """Return why nothing of a signed contract can be done yet, or nothing."""
    if contract.status in PLANNING:
        return f"项目现在是“{STATES[contract.status]}”，签订合同以后才能办理"
    return ""


def nobody(contract: Any) -> str:
    """Return that nobody undertakes it yet, or nothing."""
    return "" if contract.contractor or contract.outside else "还没有承接主体"
