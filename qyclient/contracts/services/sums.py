"""What is bound, paid and free: worked out of the rows, never kept twice."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from qyclient.contracts.models import (
    BudgetEntry,
    Contract,
    Instalment,
    Payment,
    Refund,
    Release,
)
from qyclient.contracts.rules import COMMITTED
from qyclient.contracts.rules.money import NOTHING, Balance, Due, signed
from qyclient.contracts.rules.states import PAID, PENDING
from qyclient.records.base import column_of

Sums = Mapping[UUID, Decimal]


def dues(session: Session, instalments: Collection[Instalment]) -> dict[UUID, Due]:
    """Return what became of each instalment."""
    keys = [part.id for part in instalments]
    paid = _paid(session, keys)
    back = _back(session, keys)
    pending = _payments(session, keys, PENDING)
    gone = _released(session, keys)
    return {
        part.id: Due(
            part.amount,
            paid.get(part.id, NOTHING) - back.get(part.id, NOTHING),
            pending.get(part.id, NOTHING),
            gone.get(part.id, NOTHING),
        )
        for part in instalments
    }


def balances(session: Session, lines: Collection[UUID]) -> dict[UUID, Balance]:
    """Return 预算、已签未付、已付 of each budget line."""
    budget: dict[UUID, Decimal] = dict.fromkeys(lines, NOTHING)
    entries = select(column_of(BudgetEntry, "line"), BudgetEntry.kind, func.sum(BudgetEntry.amount))
    given = entries.where(column_of(BudgetEntry, "line").in_(lines))
    by_kind = given.group_by(column_of(BudgetEntry, "line"), BudgetEntry.kind)
    for line, kind, amount in session.execute(by_kind):
        budget[line] += signed(kind, amount)
    bound = select(Instalment).join(Contract, column_of(Instalment, "contract") == Contract.id)
    mine = column_of(Instalment, "line").in_(lines) & Contract.status.in_(COMMITTED)
    parts = session.scalars(bound.where(mine)).all()
    found = dues(session, parts)
    unpaid: dict[UUID, Decimal] = dict.fromkeys(lines, NOTHING)
    paid: dict[UUID, Decimal] = dict.fromkeys(lines, NOTHING)
    for part in parts:
        line = column_of(part, "line")
        unpaid[line] += found[part.id].unpaid
        paid[line] += found[part.id].paid
    return {line: Balance(budget[line], unpaid[line], paid[line]) for line in lines}


def paid_of(session: Session, contracts: Collection[UUID]) -> dict[UUID, Decimal]:
    """Return what was paid of each contract and has not come back."""
    left = func.sum(Payment.amount)
    query = select(column_of(Payment, "contract"), left).where(
        column_of(Payment, "contract").in_(contracts), Payment.status.in_(PAID)
    )
    paid = _sums(session, query.group_by(column_of(Payment, "contract")))
    back = (
        select(column_of(Payment, "contract"), func.sum(Refund.amount))
        .join(Payment, column_of(Refund, "payment") == Payment.id)
        .where(column_of(Payment, "contract").in_(contracts))
    )
    returned = _sums(session, back.group_by(column_of(Payment, "contract")))
    return {key: paid.get(key, NOTHING) - returned.get(key, NOTHING) for key in contracts}


def _paid(session: Session, keys: list[UUID]) -> Sums:
    return _payments(session, keys, PAID)


def _payments(session: Session, keys: list[UUID], states: Collection[str]) -> Sums:
    query = select(column_of(Payment, "instalment"), func.sum(Payment.amount)).where(
        column_of(Payment, "instalment").in_(keys), Payment.status.in_(states)
    )
    return _sums(session, query.group_by(column_of(Payment, "instalment")))


def _back(session: Session, keys: list[UUID]) -> Sums:
    """Return what came back and may be spent again: the rest went to the treasury."""
    query = (
        select(column_of(Payment, "instalment"), func.sum(Refund.amount))
        .join(Payment, column_of(Refund, "payment") == Payment.id)
        .where(column_of(Payment, "instalment").in_(keys), Refund.restores.is_(True))
    )
    return _sums(session, query.group_by(column_of(Payment, "instalment")))


def _released(session: Session, keys: list[UUID]) -> Sums:
    query = select(column_of(Release, "instalment"), func.sum(Release.amount)).where(
        column_of(Release, "instalment").in_(keys), Release.voided_because.is_(None)
    )
    return _sums(session, query.group_by(column_of(Release, "instalment")))


def _sums(session: Session, query: Select[Any, Any]) -> dict[UUID, Decimal]:
    return {row[0]: row[1] for row in session.execute(query)}
