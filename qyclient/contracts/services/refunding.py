"""退款: what a contractor pays back, after a termination or a mistake."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Refund
from qyclient.contracts.services.payments import let_go, note, opened_payment, refunds_of
from qyclient.errors import Refused, refuse
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may
from qyclient.store.entry import entered


def refund(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Refund:
    """登记退款: what came back of a payment; of this year's money it may be signed anew."""
    payment = opened_payment(session, key, version)
    if problem := may(session, Role.FINANCE):
        raise Refused(problem)
    if payment.status not in {"PAID", "VOUCHERED"}:
        raise Refused(f"支付 {payment.number} 没有付出，或已全部退回，没有可退的款。")
    back = entered(session, Refund, {**texts, "payment": payment.number})
    returned = sum((one.amount for one in refunds_of(session, payment.id)), back.amount)
    found: dict[str, str] = {}
    if back.amount <= 0:
        found["amount"] = "退款金额应大于零"
    elif returned > payment.amount:
        found["amount"] = f"退款合计 {returned:,.2f} 元，超过已付的 {payment.amount:,.2f} 元"
    if back.received_on > session.info["today"]:
        found["received_on"] = "收到日期晚于今天，请核对"
    refuse(found)
    session.add(back)
    if back.restores:
        let_go(session, payment, back.amount, f"退款：{back.reason}")
    if returned == payment.amount:
        payment.status = "REFUNDED"
    session.add(note(session, payment, "refund", back.reason))
    session.flush()
    return back
