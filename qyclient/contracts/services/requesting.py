"""申请付款: what is asked for an instalment, never more than is due, invoiced, and agreed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, EligibilityCheck, Instalment, Payment, PaymentStep
from qyclient.contracts.rules import CheckOccasion, Decision
from qyclient.contracts.rules.states import COMMITTED
from qyclient.contracts.services.due import InstalmentDue, due_of
from qyclient.contracts.services.gate import check, reasons
from qyclient.contracts.services.invoices import use_invoices
from qyclient.errors import Invalid, Refused, refuse
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may
from qyclient.records.base import field_of
from qyclient.store.listing import linked


def request(session: Session, instalment: UUID, texts: Mapping[str, str]) -> Payment:
    """Ask for the payment of an instalment: `amount`, `settles`, and what is typed beside them.

    Where the contractor has become ineligible, `decision` and `decision_reason` say why it is
    paid all the same: work that was accepted must be paid.
    """
    if problem := may(session, Role.PROJECT):
        raise Refused(problem)
    part = the_part(session, instalment)
    contract = session.scalars(linked(Contract).where(Contract.id == part.contract.id)).one()
    due = due_of(session, part)
    amount = _amount(texts, due)
    refuse(_problems(contract, due, amount, texts))
    _decide(session, contract, texts)
    payment = Payment(
        number=_next_number(session),
        contract=contract,
        instalment=part,
        amount=amount,
        status="REQUESTED",
        requested_on=session.info["today"],
        settles=_settles(texts),
        payee=contract.payee,
        payee_bank=contract.payee_bank,
        payee_account=contract.payee_account,
        arithmetic="\n".join(due.proposal.steps or (due.proposal.how,)),
        remark=texts.get("remark") or None,
    )
    session.add(payment)
    session.flush()
    use_invoices(session, payment)
    session.add(_requested(session, payment, texts))
    session.flush()
    return payment


def hold(session: Session, instalment: UUID, reason: str) -> EligibilityCheck:
    """暂缓: keep why an instalment is not paid now."""
    if not reason.strip():
        raise Invalid({"decision_reason": "请写明暂缓支付的理由"})
    part = the_part(session, instalment)
    contract = session.scalars(linked(Contract).where(Contract.id == part.contract.id)).one()
    made = check(session, contract, CheckOccasion.PAY, session.info["today"])
    made.decision, made.reason = Decision.HOLD, reason.strip()
    return made


def the_part(session: Session, key: UUID) -> Instalment:
    """Return an instalment with its contract."""
    part = session.scalar(linked(Instalment).where(Instalment.id == key))
    if part is None:
        raise Refused("这一期付款已不存在。")
    return part


def _amount(texts: Mapping[str, str], due: InstalmentDue) -> Decimal:
    typed = texts.get("amount", "").strip()
    if not typed:
        return due.proposal.amount
    try:
        amount: Decimal = field_of(Payment, "amount").kind.parse(typed)
    except ValueError as problem:
        raise Invalid({"amount": f"金额：{problem}"}) from problem
    return amount


def _problems(
    contract: Contract, due: InstalmentDue, amount: Decimal, texts: Mapping[str, str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    number = due.instalment.number
    if contract.status not in COMMITTED - {"ARCHIVED", "SETTLED"}:
        found["amount"] = f"合同 {contract.contract_no} 还没有签订，或已经结清，不能付款"
    elif due.waits:
        found["amount"] = f"第 {number} 期{due.waits}，现在不能付款"
    elif amount <= 0:
        found["amount"] = f"第 {number} 期现在没有应付金额：{due.proposal.how}"
    elif amount > due.proposal.amount:
        over = amount - due.proposal.amount
        found["amount"] = (
            f"超过本期应付 {due.proposal.amount:,.2f} 元 {over:,.2f} 元（{due.proposal.how}）"
        )
    if not contract.payee or not contract.payee_account:
        found["payee_account"] = "合同没有约定收款账户；请先用补充合同写明户名和账号"
    for key in ("payee", "payee_account"):
        typed = texts.get(key, "").replace(" ", "")
        agreed = (getattr(contract, key) or "").replace(" ", "")
        if typed and typed != agreed:
            label = field_of(Contract, key).label
            found[key] = f"{label}与合同约定的不符，不能支付；确已变更的，先登记补充合同"
    return found


def _decide(session: Session, contract: Contract, texts: Mapping[str, str]) -> None:
    """Look at the contractor; who became ineligible is paid only by a reasoned decision."""
    made = check(session, contract, CheckOccasion.PAY, session.info["today"])
    if made.eligible:
        return
    said, reason = texts.get("decision", "").strip(), texts.get("decision_reason", "").strip()
    if not said or not reason:
        told = f"{made.party} 今天不可承接：{reasons(made)}"
        told += "。已验收的工作应当付款；请选择处理并写明理由"
        raise Invalid({"decision" if not said else "decision_reason": told})
    made.decision = field_of(EligibilityCheck, "decision").kind.parse(said)
    made.reason = reason
    if made.decision is Decision.HOLD:
        raise Invalid({"decision": "选择了暂缓，不能同时申请付款；请用“暂缓支付”"})


def _settles(texts: Mapping[str, str]) -> bool:
    typed = texts.get("settles", "").strip() or "是"
    if texts.get("decision", "").strip() in {Decision.PART.value, Decision.PART.label}:
        return False
    settled: bool = field_of(Payment, "settles").kind.parse(typed)
    return settled


def _requested(session: Session, payment: Payment, texts: Mapping[str, str]) -> PaymentStep:
    today: date = session.info["today"]
    return PaymentStep(
        payment=payment,
        move="request",
        done_on=today,
        operator=session.info["stamp"].operator,
        opinion=texts.get("decision_reason") or texts.get("remark") or None,
        answers={},
    )


def _next_number(session: Session) -> str:
    year = session.info["today"].year
    prefix = f"ZF{year}-"
    last = session.scalar(select(func.max(Payment.number)).where(Payment.number.startswith(prefix)))
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:05d}"
