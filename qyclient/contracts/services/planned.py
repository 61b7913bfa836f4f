"""付款计划: every instalment with what became of it, and what a year still has to pay."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, Instalment
from qyclient.contracts.reports.planned import PlannedPayment
from qyclient.contracts.rules import COMMITTED
from qyclient.contracts.services.due import InstalmentDue, dues_of
from qyclient.records.base import column_of
from qyclient.store.listing import linked


def planned_payments(
    session: Session, parts: Sequence[Instalment], _day: date | None = None
) -> list[PlannedPayment]:
    """Return a line for each instalment, in the order they were given."""
    keys = {column_of(part, "contract") for part in parts}
    contracts = session.scalars(linked(Contract).where(Contract.id.in_(keys))).all()
    lines = {
        due.instalment.id: PlannedPayment(
            due.instalment, one.title, one.supplier or one.party, due.money, told_now(due)
        )
        for one in contracts
        for due in dues_of(session, one.id)
    }
    return [lines[part.id] for part in parts if part.id in lines]


def left_of_year(session: Session, year: int) -> list[PlannedPayment]:
    """年末前待办: the instalments of a fiscal year that still have to be evaluated and paid."""
    signed = select(Contract.id).where(Contract.status.in_(COMMITTED))
    bound = linked(Instalment).where(
        Instalment.year == year,
        column_of(Instalment, "contract").in_(signed),
    )
    parts = session.scalars(bound.order_by(Instalment.due_on, Instalment.id)).all()
    return [line for line in planned_payments(session, parts) if line.money.unpaid]


def told_now(due: InstalmentDue) -> str:
    """Say what an instalment waits for, or what it pays and why."""
    if due.waits:
        return due.waits
    if not due.money.open:
        return "已付清" if due.money.paid else "不再支付"
    return due.proposal.how
