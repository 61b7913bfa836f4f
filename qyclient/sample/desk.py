"""The desk of the sample county on a day past: who sits there, and what day it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from qyclient.office.rules.roles import Role
from qyclient.office.rules.workdays import Calendar
from qyclient.office.services.people import able_to

_CALENDAR, _DAY = Calendar(), timedelta(days=1)


@contextmanager
def day_at_desk(session: Session, day: date) -> Iterator[None]:
    """Let what is done inside happen on a day past, and bring the desk back afterwards."""
    today, stamp = session.info["today"], session.info["stamp"]
    session.info["today"] = day
    try:
        yield
    finally:
        session.info["today"], session.info["stamp"] = today, stamp


def let_sit(session: Session, role: Role, turn: int = 0) -> str:
    """Let one of those sit down who may do the work of a role; return his name."""
    able = able_to(session, role)
    name = able[turn % len(able)]
    session.info["stamp"] = replace(session.info["stamp"], operator=name)
    return name


def work_days_before(day: date, many: int) -> date:
    """Return the work day so many work days before a day."""
    while many > 0 or not _CALENDAR.works(day):
        day -= _DAY
        many -= _CALENDAR.works(day)
    return day
