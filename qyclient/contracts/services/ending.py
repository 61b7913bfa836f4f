"""解除、核减和扣款: what is no longer to be paid, each with its reason."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, Deduction, Instalment, Release
from qyclient.contracts.services.recording import instalments_of
from qyclient.contracts.services.requesting import the_part
from qyclient.contracts.services.stepping import opened, step
from qyclient.contracts.services.sums import dues
from qyclient.errors import Invalid, Refused
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may_any
from qyclient.records.base import fields_of
from qyclient.records.field import clean
from qyclient.records.kinds import MONEY
from qyclient.store.listing import of

_DEDUCTED = ("amount", "reason", "document")


def terminate(
    session: Session,
    key: UUID,
    version: int,
    answers: Mapping[str, str],
    still_due: Mapping[int, str] | None = None,
) -> Contract:
    """解除合同: not the same as 服务期满: with ground and document; `still_due` by instalment.

    Work that was accepted before is still paid; everything else of each instalment is released.
    """
    contract = opened(session, key, version)
    step(session, contract, "terminate", answers)
    parts = instalments_of(session, key)
    money = dues(session, parts)
    for part in parts:
        keep = _yuan((still_due or {}).get(part.number, ""), part.number)
        rest = money[part.id].open - keep
        if rest < 0:
            told = f"第 {part.number} 期最多还可付 {money[part.id].open:,.2f} 元"
            raise Invalid({f"due_{part.number}": told})
        if rest:
            _let_go(session, part, rest, f"解除合同：{answers.get('reason', '').strip()}")
    session.flush()
    return contract


def release(session: Session, instalment: UUID, amount: str, reason: str) -> Release:
    """核减: part of an instalment is no longer to be paid."""
    _allowed(session)
    part = the_part(session, instalment)
    left = dues(session, [part])[part.id].open
    value = _yuan(amount, part.number)
    if not reason.strip():
        raise Invalid({"reason": "请写明核减理由"})
    if not 0 < value <= left:
        raise Invalid({"amount": f"核减金额应大于零，最多 {left:,.2f} 元"})
    made = _let_go(session, part, value, reason.strip())
    session.flush()
    return made


def deduct(session: Session, instalment: UUID, texts: Mapping[str, str]) -> Deduction:
    """扣款: taken off what an instalment pays, by a clause of the contract."""
    _allowed(session)
    part = the_part(session, instalment)
    fields = [field for field in fields_of(Deduction) if field.key in _DEDUCTED]
    values = clean(fields, {key: texts.get(key, "") for key in _DEDUCTED}, _no_link)
    if values["amount"] <= 0:
        raise Invalid({"amount": "扣款金额应大于零"})
    if values["amount"] > part.amount:
        raise Invalid({"amount": f"扣款不能超过本期金额 {part.amount:,.2f} 元"})
    made = Deduction(instalment=part, **values)
    session.add(made)
    session.flush()
    return made


def void_deduction(session: Session, key: UUID, reason: str) -> Deduction:
    """作废扣款: one that was entered by mistake, or that both sides took back."""
    _allowed(session)
    made = session.scalar(select(Deduction).where(Deduction.id == key))
    if made is None or made.voided_because:
        raise Refused("这笔扣款已经作废。")
    if not reason.strip():
        raise Invalid({"reason": "请写明作废理由"})
    made.voided_because = reason.strip()
    return made


def releases_of(session: Session, instalment: UUID) -> Sequence[Release]:
    """Return what of an instalment is no longer to be paid."""
    found = of(session, Release, "instalment", instalment)
    return [one for one in found if not one.voided_because]


def _allowed(session: Session) -> None:
    if problem := may_any(session, (Role.PROJECT, Role.FINANCE)):
        raise Refused(problem)


def _let_go(session: Session, part: Instalment, amount: Decimal, reason: str) -> Release:
    made = Release(instalment=part, amount=amount, dated_on=session.info["today"], reason=reason)
    session.add(made)
    return made


def _no_link(_model: type[object], text: str) -> object:
    return text


def _yuan(text: str, number: int) -> Decimal:
    if not text.strip():
        return Decimal("0.00")
    try:
        return MONEY.parse(text)
    except ValueError as problem:
        raise Invalid({f"due_{number}": f"第 {number} 期：{problem}"}) from problem
