"""到期: what of which body runs out when: terms of office, reports, certificates; worst first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from qyclient.office.rules.clock import due_on
from qyclient.office.rules.limits import limit
from qyclient.office.rules.workdays import Calendar
from qyclient.organizations.models import Matter, Officer, Organization, Reminder
from qyclient.organizations.rules.annual import terms_of
from qyclient.organizations.rules.lists import ENDED, OrgStatus, Post
from qyclient.organizations.rules.reminders import DueSort, Round, bands, round_now
from qyclient.organizations.services.season import season
from qyclient.organizations.services.season_lists import came
from qyclient.store.listing import standing

_OF_OFFICER = inspect(Officer).columns["organization_id"]
_OF_MATTER = inspect(Matter).columns["organization_id"]
_OF_REMINDER = inspect(Reminder).columns["organization_id"]
_HEADS = (Post.CHAIR, Post.VICE_CHAIR, Post.SECRETARY_GENERAL)
_PART = 500
_GRANTED = ("FILED", "ARCHIVED")
_CALENDAR = Calendar()


@dataclass(slots=True)
class Due:
    """Something of a body that runs out; `row` holds the body's facts.

    `round` is the reminder that is to be sent now, None if none is or it was sent already.
    """

    row: Any
    sort: DueSort
    due_on: date
    year: int
    today: date
    round: Round | None = None
    delayed: bool = False

    @property
    def key(self) -> UUID:
        """Return the body's key."""
        key: UUID = self.row.id
        return key

    @property
    def left(self) -> int:
        """Return how many days are left; negative if it is overdue."""
        return (self.due_on - self.today).days

    @property
    def told(self) -> str:
        """Return how much time is left, as the desk says it."""
        if self.left < 0:
            return f"已过 {-self.left} 天"
        return f"剩 {self.left} 天" if self.left else "今天到期"


def dues(session: Session, sort: DueSort) -> list[Due]:
    """Return what runs out within the widest band or is over already, the longest over first."""
    today: date = session.info["today"]
    last = today + timedelta(days=bands()[0])
    found = [due for due in _WAYS[sort](session, today) if due.due_on <= last]
    sent = _sent(session, sort)
    for due in found:
        now = round_now(due.due_on, today)
        if now is not None and (due.key, due.due_on, now.key) not in sent:
            due.round = now
    return sorted(found, key=lambda due: (due.due_on, due.row.name))


def _certificates(session: Session, today: date) -> Iterator[Due]:
    runs_out = Organization.certificate_valid_to <= today + timedelta(days=bands()[0])
    for row in session.execute(_bodies().where(runs_out)):
        yield Due(row, DueSort.CERTIFICATE, row.certificate_valid_to, today.year, today)


def _reports(session: Session, today: date) -> Iterator[Due]:
    year = today.year - 1
    lines = season(session, year)
    here = {line.key for line in came(lines)}
    for line in lines:
        terms = terms_of(year, line.row.org_type)
        if terms is not None and line.state.value != "EXEMPT" and line.key not in here:
            yield Due(line.row, DueSort.REPORT, terms.due, year, today)


def _elections(session: Session, today: date) -> Iterator[Due]:
    """Yield when each term ends, with its last leader; a delay that was granted adds its year."""
    last, delays = today + timedelta(days=bands()[0]), _delays(session)
    ends = {key: end for key, end in _term_ends(session, today).items() if end <= last}
    keys = [*ends]
    parts = (keys[first : first + _PART] for first in range(0, len(keys), _PART))
    asked = (_bodies().where(Organization.id.in_(part)) for part in parts)
    rows = {row.id: row for query in asked for row in session.execute(query)}
    for key, end in ends.items():
        if key not in rows:
            continue
        granted = delays.get(key)
        delayed = granted is not None and granted >= end - timedelta(days=365)
        if delayed:
            end = due_on(end, limit("ELECTION_DELAY_MAX", today), _CALENDAR) or end  # noqa: PLW2901 - the day that counts
        yield Due(rows[key], DueSort.ELECTION, end, today.year, today, delayed=delayed)


_WAYS = {
    DueSort.CERTIFICATE: _certificates,
    DueSort.REPORT: _reports,
    DueSort.ELECTION: _elections,
}


def _bodies() -> Any:
    keys = (
        "id", "name", "uscc", "org_type", "certificate_valid_to", "business_supervisor",
        "legal_rep", "contact", "phone", "residence", "mailing_address", "postcode",
    )  # fmt: skip
    alive = Organization.status.not_in([*ENDED, OrgStatus.LIQUIDATING])
    columns = [getattr(Organization, key) for key in keys]
    return select(*columns).where(alive, standing(Organization))


def _term_ends(session: Session, today: date) -> Mapping[UUID, date]:
    """Return when the newest term of those who lead each body ends; of a start, by the rule."""
    query = select(_OF_OFFICER, Officer.term_start, Officer.term_end).where(
        Officer.post.in_(_HEADS), standing(Officer)
    )
    found: dict[UUID, date] = {}
    longest = limit("TERM_MAX_YEARS", today)
    for body, start, end in session.execute(query):
        day = end.latest if end is not None else None
        if day is None and start is not None and start.latest is not None:
            day = due_on(start.latest, longest, _CALENDAR)
        if day is not None:
            found[body] = max(day, found.get(body, day))
    return found


def _delays(session: Session) -> Mapping[UUID, date]:
    """Return when a later election was last granted to each body."""
    query = select(_OF_MATTER, Matter.decided_on).where(
        Matter.kind == "ELECTION_DELAY", Matter.state.in_(_GRANTED), Matter.decided_on.is_not(None)
    )
    rows = session.execute(query.order_by(Matter.decided_on))
    return {row[0]: row[1] for row in rows}


def _sent(session: Session, sort: DueSort) -> set[tuple[UUID, date, str]]:
    query = select(_OF_REMINDER, Reminder.due_on, Reminder.round).where(Reminder.sort == sort)
    return {(row[0], row[1], row[2]) for row in session.execute(query)}
