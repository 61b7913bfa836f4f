"""What is in the way of a step of a contract: each guard says why, or nothing."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract
from qyclient.contracts.rules import Stage
from qyclient.contracts.services.recording import instalments_of
from qyclient.contracts.services.sums import dues
from qyclient.contracts.services.verdicts import confirmed

Guard = Callable[[Session, Contract], str]


def _has_verdict(stage: Stage) -> Guard:
    def guard(session: Session, contract: Contract) -> str:
        if confirmed(session, contract, stage) is None:
            return f"还没有经确认的{stage.label}结论"
        return ""

    return guard


def _settled(session: Session, contract: Contract) -> str:
    parts = instalments_of(session, contract.id)
    found = dues(session, parts)
    left = [part for part in parts if found[part.id].unpaid]
    if left:
        told = "、".join(f"第 {p.number} 期还有 {found[p.id].unpaid:,.2f} 元" for p in left)
        return f"{told}没有付清或核减"
    if contract.deposit and contract.deposit_received_on and not contract.deposit_returned_on:
        return f"履约保证金 {contract.deposit:,.2f} 元还没有退还"
    return ""


def _nothing_pending(session: Session, contract: Contract) -> str:
    found = dues(session, instalments_of(session, contract.id))
    pending = sum(due.pending for due in found.values())
    return f"有 {pending:,.2f} 元付款正在办理，请先办完或撤销申请" if pending else ""


def _budgeted(_session: Session, contract: Contract) -> str:
    if not contract.catalogue_item:
        return "先填写指导性目录中的事项（102号：目录内、有预算的才能购买）"
    return "" if contract.budget_amount else "先填写预算金额（先有预算，后购买服务）"


GUARDS: Mapping[str, Guard] = {
    "budget": _budgeted,
    "mid_evaluated": _has_verdict(Stage.MID),
    "final_evaluated": _has_verdict(Stage.FINAL),
    "terminate": _nothing_pending,
    "settle": _settled,
    "archive": _settled,
}
"""The guards, by the step they stand before."""
