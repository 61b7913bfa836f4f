"""What is drawn in the pane of a contract or a budget line, read together."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import BudgetLine, Contract
from qyclient.contracts.reports.pictures import Course, line_figure, money_gauges
from qyclient.contracts.services.amending import amendments_of
from qyclient.contracts.services.payments import payments_of, refunds_of
from qyclient.contracts.services.planned import planned_payments
from qyclient.contracts.services.recording import instalments_of
from qyclient.contracts.services.stepping import steps_of
from qyclient.contracts.services.sums import balances, dues
from qyclient.contracts.services.verdicts import verdicts_of
from qyclient.paper.figures import Figure


def course_of(session: Session, key: UUID) -> Course:
    """Return everything that happened to a contract, and what is planned."""
    course = Course(session.get_one(Contract, key), session.info["today"])
    course.steps = steps_of(session, key)
    course.verdicts = verdicts_of(session, key)
    course.payments = payments_of(session, key)
    course.refunds = [one for paid in course.payments for one in refunds_of(session, paid.id)]
    course.amendments = amendments_of(session, key)
    course.planned = planned_payments(session, instalments_of(session, key))
    return course


def timeline_of(session: Session, key: UUID) -> Figure | None:
    """Return the timeline of a contract."""
    return course_of(session, key).figure()


def gauges_of(session: Session, key: UUID) -> Figure | None:
    """Return how far a contract is paid, and how full the budget lines are it is paid from."""
    parts = instalments_of(session, key)
    numbers = {part.line.number for part in parts if part.line is not None}
    query = select(BudgetLine).where(BudgetLine.number.in_(numbers)).order_by(BudgetLine.number)
    lines = session.scalars(query).all()
    found = balances(session, [line.id for line in lines])
    money = dues(session, parts)
    both = [(line, found[line.id]) for line in lines]
    return money_gauges(session.get_one(Contract, key), [money[p.id] for p in parts], both)


def gauge_of_line(session: Session, key: UUID) -> Figure:
    """Return how full a budget line is."""
    return line_figure(session.get_one(BudgetLine, key), balances(session, [key])[key])
