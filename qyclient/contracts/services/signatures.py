"""付款审批: who may approve, in the program or on paper: not who asked, and within his limit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from qyclient.contracts.models import Payment, PaymentStep
from qyclient.office.rules.four_eyes import verdict
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import able_to, operators
from qyclient.records.base import field_of
from qyclient.store.listing import of


@dataclass(frozen=True, slots=True)
class Signature:
    """批准: who answers for it, since when on paper, and whether one person did both."""

    signer: str
    signed_on: date | None
    alone: bool


def signature(
    session: Session, payment: Payment, said: Mapping[str, str], problems: dict[str, str]
) -> Signature:
    """Return who approves, on paper too: not who asked, and within his limit."""
    me: str = session.info["stamp"].operator
    signer = said["signer"] or me
    signed_on = _signing_day(session, said["signed_on"], problems)
    asked = of(session, PaymentStep, "payment", payment.id)
    requester = next((step.operator for step in asked if step.move == "request"), "")
    eyes = verdict("payment", signer, requester, able_to(session, Role.APPROVER))
    if eyes.refusal:
        problems["signer"] = eyes.refusal
    over = _over_limit(session, payment, signer)
    if over and "signer" not in problems:
        problems["signer"] = over
    return Signature(signer, signed_on, eyes.alone)


def _signing_day(session: Session, text: str, problems: dict[str, str]) -> date | None:
    if not text:
        return None
    try:
        day: date = field_of(PaymentStep, "signed_on").kind.parse(text)
    except ValueError as problem:
        problems["signed_on"] = f"签批日期：{problem}"
        return None
    if day > session.info["today"]:
        problems["signed_on"] = "签批日期晚于今天，请核对"
    return day


def _over_limit(session: Session, payment: Payment, signer: str) -> str:
    """Return why somebody may not approve so much; empty if he may."""
    known = operators(session)
    person = next((one for one in known if one.name == signer), None)
    if person is None:
        told = f"{signer} 不在经办人名单中，不知道他的审批限额；请先在“经办人…”里登记"
        return told if known else ""
    if person.payment_limit is None or payment.amount <= person.payment_limit:
        return ""
    return (
        f"{signer} 的付款审批限额是 {person.payment_limit:,.2f} 元，"
        f"本次 {payment.amount:,.2f} 元，请由限额够的人批准"
    )
