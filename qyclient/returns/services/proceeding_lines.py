"""What R3, R4 and R5 count: matters that came and were decided, the reports of a year, cases."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.orm import Session

from qyclient.organizations.models import Matter, Organization
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.review_lists import ReviewConclusion, ReviewState
from qyclient.organizations.services.season import Line as InSeason
from qyclient.organizations.services.season import season
from qyclient.records.view import Filter, View
from qyclient.returns.rules.figures import Line, Lines
from qyclient.returns.rules.periods import Period
from qyclient.store.listing import page

_CASE = "case"
_LONGEST = 3
_NOT_OWED = frozenset({ReviewState.EXEMPT, ReviewState.NOT_DUE})
_CAME = frozenset(
    {ReviewState.ACCEPTED, ReviewState.CONCLUDED, ReviewState.PUBLISHED, ReviewState.RETURNED}
)
_HERE = frozenset(ReviewConclusion) - {ReviewConclusion.NOT_TAKEN_PART, ReviewConclusion.EXEMPT}


def matters(session: Session, period: Period) -> Lines:
    """Return the matters that were filed in a period, and those that were decided in it."""
    return {
        "filed": [*_matters(session, period, "filed_on")],
        "done": [*_matters(session, period, "decided_on")],
    }


def cases(session: Session, period: Period) -> Lines:
    """Return the cases that were decided in a period."""
    known = kinds()
    return {
        "decided": [
            line
            for line in _matters(session, period, "decided_on")
            if known[line.facts["kind"]].flow_key == _CASE
        ]
    }


def annual(session: Session, period: Period) -> Lines:
    """Return who owes the report of a year, and whose has come."""
    owed = [one for one in season(session, period.year) if one.state not in _NOT_OWED]
    return {
        "owed": [_reported(one) for one in owed],
        "came": [_reported(one) for one in owed if _came(one)],
    }


def _matters(session: Session, period: Period, key: str) -> Iterator[Line]:
    span = Filter(key, least=period.first.isoformat(), most=period.last.isoformat())
    found: Iterable[Matter] = page(session, Matter, View(filters=(span,)))
    for one in found:
        body = one.organization
        sort = one.org_type or (body.org_type if body is not None else None)
        facts = {"kind": one.kind, "org_type": sort and sort.value, "in_time": one.in_time}
        name = f"{one.number} {one.subject}"
        yield Line(Matter.__tablename__, str(one.id), name, facts)


def _reported(one: InSeason) -> Line:
    row: Any = one.row
    facts = {
        "org_type": row.org_type.value,
        "conclusion": row.conclusion and row.conclusion.value,
        "missed": None if _came(one) or not one.missed else str(min(one.missed, _LONGEST)),
    }
    return Line(Organization.__tablename__, str(one.key), row.name, facts)


def _came(one: InSeason) -> bool:
    return one.state in _CAME or one.row.conclusion in _HERE
