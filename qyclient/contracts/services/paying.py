"""付款的步骤: checked, approved by somebody else within his limit, paid, vouchered, or not."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Payment, PaymentStep, Release
from qyclient.contracts.rules.states import PAYMENT
from qyclient.contracts.services.due import due_of
from qyclient.contracts.services.invoices import free_of, invoiced
from qyclient.contracts.services.payments import let_go, note, opened_payment, refunds_of
from qyclient.contracts.services.requesting import the_part
from qyclient.contracts.services.signatures import signature
from qyclient.contracts.services.stepping import Verb
from qyclient.contracts.services.sums import dues
from qyclient.errors import Invalid, Refused, refuse
from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.office.services.people import may
from qyclient.records.base import field_of
from qyclient.store.listing import of

_SIGNED = ("signer", "signed_on", "basis")
_ON = frozenset({"check", "approve_payment", "pay"})
"""Moves that bring money nearer: what is due is looked at again."""


def allowed_payment(session: Session, payment: Payment) -> list[Verb]:
    """Return every move from where a payment stands, and what is in the way of each."""
    return [
        Verb(move, _obstacle(session, payment, move)) for move in PAYMENT.moves_from(payment.status)
    ]


def advance_payment(
    session: Session, key: UUID, version: int, move_key: str, answers: Mapping[str, str]
) -> Payment:
    """Do a step of a payment; refuse what is not allowed now, whoever opened it when."""
    payment = opened_payment(session, key, version)
    verb = next((v for v in allowed_payment(session, payment) if v.move.key == move_key), None)
    if verb is None:
        label = PAYMENT.states[payment.status].label
        raise Refused(
            f"支付 {payment.number} 现在是“{label}”，不能{PAYMENT.move(move_key).label}。"
        )
    if verb.why_not:
        raise Refused(f"{verb.why_not.removesuffix('。')}。")
    if move_key == "refund":
        raise Refused("退款要写明金额和凭证，请用“登记退款”。")
    step = _step(session, payment, verb.move, answers)
    session.add(step)
    payment.status = verb.move.to
    _follow(session, payment, step)
    session.flush()
    return payment


def asked_of(move: Move) -> list[str]:
    """Return what must be said with a move, by the keys of its answers."""
    return [*move.asks, *(_SIGNED if move.signed else ())]


def _obstacle(session: Session, payment: Payment, move: Move) -> str:
    if problem := may(session, move.role):
        return problem
    if move.key == "bounce" and refunds_of(session, payment.id):
        return "这笔付款已登记退款，不能再作银行退票"
    return _short(session, payment) if move.key in _ON else ""


def _short(session: Session, payment: Payment) -> str:
    """Return why what was asked for is not due any more."""
    due = due_of(session, the_part(session, payment.instalment.id))
    most = due.proposal.amount + payment.amount
    if due.waits:
        return f"第 {due.instalment.number} 期{due.waits}"
    if payment.amount > most:
        return f"本期应付已变为 {most:,.2f} 元，少于申请的 {payment.amount:,.2f} 元；请退回经办"
    if invoiced(session, payment.id) < payment.amount and not payment.is_opening:
        return "所附发票不足申请金额"
    return ""


def _step(
    session: Session, payment: Payment, move: Move, answers: Mapping[str, str]
) -> PaymentStep:
    said = {key: answers.get(key, "").strip() for key in asked_of(move)}
    problems = {
        key: f"请填写{ANSWERS[key].label}"
        for key, text in said.items()
        if ANSWERS[key].required and not text and key not in _SIGNED
    }
    signed = signature(session, payment, said, problems) if move.signed else None
    refuse(problems)
    step = note(session, payment, move.key, said.get("opinion") or said.get("reason") or "")
    step.answers = {key: text for key, text in said.items() if text}
    if signed is not None:
        step.signer, step.signed_on = signed.signer, signed.signed_on
        step.basis, step.alone = said["basis"] or None, signed.alone or None
    return step


def _follow(session: Session, payment: Payment, step: PaymentStep) -> None:
    if step.move == "pay":
        payment.paid_on = _bank_day(session, payment, step.answers["bank_date"])
        payment.order_no = step.answers.get("order")
        session.flush()
        if payment.settles:
            part = the_part(session, payment.instalment.id)
            rest = dues(session, [part])[part.id].open
            if rest > 0:
                let_go(session, payment, rest, "本期按评价和扣款付清，其余不再支付")
    elif step.move == "voucher":
        payment.voucher_no = step.answers["voucher"]
    elif step.move in {"bounce", "cancel"}:
        free_of(session, payment)
        for one in of(session, Release, "payment", payment.id):
            one.voided_because = one.voided_because or f"支付 {payment.number} {step.opinion}"
        if step.move == "bounce":
            payment.paid_on = None


def _bank_day(session: Session, payment: Payment, text: str) -> date:
    try:
        day: date = field_of(Payment, "paid_on").kind.parse(text)
    except ValueError as problem:
        raise Invalid({"bank_date": f"银行付讫日期：{problem}"}) from problem
    if not payment.requested_on <= day <= session.info["today"]:
        raise Invalid({"bank_date": "银行付讫日期应在申请日期之后、今天之前"})
    return day
