"""支付, its steps and what came back of it: reading them, and what each step leaves behind."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Payment, PaymentStep, Refund, Release
from qyclient.errors import Overtaken, Refused
from qyclient.store.listing import linked, of


def steps_of_payment(session: Session, payment: UUID) -> list[PaymentStep]:
    """Return what was done to a payment, from the first step to the last."""
    return [*of(session, PaymentStep, "payment", payment)]


def payments_of(session: Session, contract: UUID) -> list[Payment]:
    """Return the payments of a contract, oldest first."""
    return [*of(session, Payment, "contract", contract)]


def opened_payment(session: Session, key: UUID, version: int) -> Payment:
    """Return a payment as it was opened; refuse one that somebody changed since."""
    payment = session.scalar(linked(Payment).where(Payment.id == key))
    if payment is None:
        raise Refused("这笔支付已不存在。")
    if payment.version != version:
        raise Overtaken(f"支付 {payment.number} 刚刚被别人办理过，请重新打开再办。")
    return payment


def refunds_of(session: Session, payment: UUID) -> list[Refund]:
    """Return what came back of a payment."""
    return [*of(session, Refund, "payment", payment)]


def let_go(session: Session, payment: Payment, amount: Decimal, reason: str) -> None:
    """核减 with a payment: what of its instalment is no longer to be paid."""
    session.add(
        Release(
            instalment=payment.instalment,
            amount=amount,
            dated_on=session.info["today"],
            reason=reason,
            payment=payment,
        )
    )


def note(session: Session, payment: Payment, move: str, opinion: str) -> PaymentStep:
    """Return that something was done to a payment now, by whoever is at the desk."""
    return PaymentStep(
        payment=payment,
        move=move,
        done_on=session.info["today"],
        operator=session.info["stamp"].operator,
        opinion=opinion or None,
        answers={},
    )
