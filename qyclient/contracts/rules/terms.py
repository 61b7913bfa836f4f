"""Terms and clocks of a contract, each with its law (102号 art 24; 采购法 arts 46 and 47)."""

from dataclasses import dataclass
from datetime import date, timedelta

from qyclient.office.rules.clock import due_on
from qyclient.office.rules.limits import Limit, limit
from qyclient.office.rules.workdays import Calendar

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """Until when a contract may run, and by which rule."""

    last: date
    told: str


def normal_term(start: date, on: date) -> Term:
    """Return until when a contract runs that needs no reason: a year."""
    return _term("TERM_NORMAL_YEARS", start, on)


def longest(start: date, on: date) -> Term:
    """Return until when a contract may run at most: three years."""
    return _term("TERM_MAX_YEARS_C", start, on)


@dataclass(frozen=True, slots=True)
class Clock:
    """One thing that must be done by a day, by law."""

    what: str
    due: date
    citation: str
    unit: str


def clock(rule: str, what: str, since: date, calendar: Calendar) -> Clock | None:
    """Return until when something must be done by a rule; None where the law knew no such limit."""
    try:
        found: Limit = limit(rule, since)
    except KeyError:
        return None
    due = due_on(since, found, calendar)
    return Clock(what, due, found.citation, found.unit) if due else None


def _term(rule: str, start: date, on: date) -> Term:
    try:
        found = limit(rule, on)
    except KeyError:  # before 102号 nothing limited it
        return Term(date.max, "")
    return Term(_years_later(start, int(found.value)), found.citation)


def _years_later(start: date, years: int) -> date:
    """Return the last day of so many years: from 1 March 2024 one year ends 28 February 2025."""
    try:
        return start.replace(year=start.year + years) - _DAY
    except ValueError:  # 29 February
        return date(start.year + years, 3, 1) - _DAY
