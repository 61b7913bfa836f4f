"""What a payment slip rests on, read together."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, EligibilityCheck, Payment
from qyclient.contracts.reports.slip import Slip
from qyclient.contracts.rules import CheckOccasion
from qyclient.contracts.rules.states import PAID
from qyclient.contracts.services.due import deductions_of
from qyclient.contracts.services.invoices import invoiced
from qyclient.contracts.services.payments import payments_of, steps_of_payment
from qyclient.contracts.services.requesting import the_part
from qyclient.contracts.services.verdicts import verdict_of
from qyclient.records.base import column_of
from qyclient.store.listing import linked


def slip_of(session: Session, key: UUID) -> Slip:
    """Return everything that stands on the slip of a payment."""
    payment = session.scalars(linked(Payment).where(Payment.id == key)).one()
    contract = session.scalars(linked(Contract).where(Contract.id == payment.contract.id)).one()
    part = the_part(session, payment.instalment.id)
    slip = Slip(payment, contract)
    if part.waits_for is not None:
        slip.verdict = verdict_of(session, contract.id, part.waits_for)
    slip.steps = steps_of_payment(session, key)
    slip.deductions = deductions_of(session, part.id)
    slip.line = f"{part.line.number} {part.line.name}" if part.line else ""
    before = [one for one in payments_of(session, contract.id) if one.id < key]
    slip.paid_before = sum((one.amount for one in before if one.status in PAID), slip.paid_before)
    slip.invoiced = invoiced(session, key)
    slip.check = _check(session, contract, payment)
    return slip


def _check(session: Session, contract: Contract, payment: Payment) -> EligibilityCheck | None:
    mine = column_of(EligibilityCheck, "contract") == contract.id
    at = (EligibilityCheck.occasion == CheckOccasion.PAY) & (
        EligibilityCheck.checked_on == payment.requested_on
    )
    query = select(EligibilityCheck).where(mine, at).order_by(EligibilityCheck.id.desc())
    return session.scalars(query.limit(1)).first()
