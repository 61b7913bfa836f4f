"""年检（年报）: who owes which year, until when, and how far it has come (条例250 art 28).

What the law says of a year is dated data in `resources/rules/annual.json`; the year asked for is
looked up on its last day.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from qyclient.office.rules.dated import held
from qyclient.office.rules.limits import dated
from qyclient.organizations.rules.lists import ENDED, OrgStatus, OrgType
from qyclient.organizations.rules.review_lists import ReviewMode
from qyclient.records.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Terms:
    """What the law wants of one sort of body for one year.

    `exempt_from` is the first day of founding from which a body need not yet take part.
    """

    year: int
    mode: ReviewMode
    supervisor_due: date | None
    due: date
    closed: date
    exempt_from: date | None
    exempt_by: str
    owing: frozenset[str]
    citation: str

    @property
    def last_day(self) -> date:
        """Return the last day of the year that is reported."""
        return date(self.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Life:
    """A body's status through time: each change by its day and what it was before, in order.

    `known_from` is the first day whose duties count: what was due before was the paper's.
    """

    status: OrgStatus
    founded: PartialDate | None = None
    changes: Sequence[tuple[date, OrgStatus]] = ()
    known_from: date = date.min

    def status_on(self, day: date) -> OrgStatus | None:
        """Return the status at the end of a day; None if nobody knows when a body ended."""
        for changed, before in self.changes:
            if changed > day:
                return before
        if self.changes or self.status not in ENDED:
            return self.status
        return None


@cache
def terms_of(year: int, sort: OrgType) -> Terms | None:
    """Return what one sort of body owes for a year; None if it owes nothing."""
    mode = _row("modes", year, sort)
    due = _row("due", year, sort, to_whom="registrar")
    if mode is None or due is None:
        return None
    sent = _row("due", year, sort, to_whom="supervisor")
    spared = _row("exempt", year, sort)
    owing, closing = _row("owing", year), _row("closing", year)
    return Terms(
        year=year,
        mode=ReviewMode[mode["mode"]],
        supervisor_due=_day(year + 1, sent["day"]) if sent else None,
        due=_day(year + 1, due["day"]),
        closed=_day(year + 1, closing["day"]) if closing else date.max,
        exempt_from=date(year, 13 - spared["months"], 1) if spared else None,
        exempt_by=spared["citation"] if spared else "",
        owing=frozenset(owing["statuses"]) if owing else frozenset(),
        citation=due["citation"] if mode["mode"] == "INSPECTION" else mode["citation"],
    )


def not_owed(terms: Terms | None, life: Life) -> str:
    """Return why a body owes nothing for a year; nothing if it does."""
    if terms is None:
        return "这类组织不参加年检（年报）"
    return _not_yet(terms, life) or _no_more(terms, life)


def _not_yet(terms: Terms, life: Life) -> str:
    founded = life.founded.latest if life.founded is not None else None
    if founded is not None and founded > terms.last_day:
        return f"{terms.year}年尚未成立"
    if founded is not None and terms.exempt_from and founded >= terms.exempt_from:
        return f"{terms.year}年新成立，不参加（{terms.exempt_by}）"
    return ""


def _no_more(terms: Terms, life: Life) -> str:
    at_end = life.status_on(terms.last_day)
    if at_end is None:
        return f"已{life.status.label}，日期不详"
    if at_end.value not in terms.owing:
        return f"{terms.year}年末{at_end.label}"
    at_due = life.status_on(terms.due)
    return f"报送期内已{at_due.label}" if at_due in ENDED and at_due else ""


def counts(terms: Terms, life: Life) -> bool:
    """Say whether a year without any record can be missed: not what was due before we began."""
    return terms.due >= life.known_from


def misses(
    year: int, sort: OrgType, life: Life, last_done: int | None, noted: Collection[int] = ()
) -> int:
    """Return how many years in a row, up to and with one that is missed, a body has missed.

    `last_done` is the newest year before it in which the body took part or was spared; `noted`
    are years that somebody noted as missed, also of the time before the program began.
    """
    missed = 1
    for earlier in range(year - 1, last_done or 0, -1):
        terms = terms_of(earlier, sort)
        if terms is None or not_owed(terms, life):
            break
        if earlier not in noted and not counts(terms, life):
            break
        missed += 1
    return missed


def _row(part: str, year: int, sort: OrgType | None = None, **same: str) -> dict[str, Any] | None:
    on = date(year, 12, 31)
    for row in dated("annual")[part]:
        mine = sort is None or sort.value in row["types"]
        if mine and held(row, on) and all(row[key] == value for key, value in same.items()):
            return row
    return None


def _day(year: int, month_and_day: str) -> date:
    month, day = map(int, month_and_day.split("-"))
    return date(year, month, day)
