"""From which day the obligations of a body are counted."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.office.services import office_of
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.archive import counts_year, starts_counting
from qyclient.store.history import HISTORY


def counted_from(session: Session, body: Organization) -> date:
    """Return the first day on which clocks, missed years and reviews of a body count.

    What was entered from paper counts from 启用日期 of the office, or where that is not known from
    the day this register was begun.
    """
    return starts_counting(body.established_on, begun_on(session) if body.entered_by else None)


def answers_for(session: Session, body: Organization, year: int) -> bool:
    """Say whether a year's review can be missed: of a year begun before its count it cannot."""
    return counts_year(year, counted_from(session, body))


def begun_on(session: Session) -> date:
    """Return 启用日期: from which day this register answers for what is owed and when."""
    if begun := office_of(session).begun_on:
        return begun
    first: datetime = session.scalars(select(HISTORY.c.at).order_by(HISTORY.c.seq).limit(1)).one()
    return first.replace(tzinfo=UTC).astimezone().date()
