"""What the register said in law on a day: the one reading of the past, for lists and bodies alike.

Changes with a day of effect count from that day, whenever they were typed; what was mistyped was
never the truth; officers count for their terms; everything else counts as the history knows it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.organizations.models import LegalChange, Officer, Organization
from qyclient.organizations.rules.legal_changes import (
    ALONG_WITH,
    CORRECTION,
    REGISTERED,
    value_on,
)
from qyclient.records.base import Base, field_of
from qyclient.store.asof import as_of
from qyclient.store.history import of_record, reasons, written_of
from qyclient.store.listing import linked, standing
from qyclient.store.undo import undone_by

_TERM = frozenset({"term_start", "term_end"})


def said_on(
    session: Session, model: type[Base], day: date, only: UUID | None = None
) -> Sequence[SimpleNamespace]:
    """Return the records of a noun, or one, as they stood in law at the end of a day."""
    if model is Organization:
        law = _Law(session)
        found = as_of(session, model, day, only=only, lasting=law.lasting)
        for body in found:
            law.lay_over(body, day)
        return found
    if model is Officer:
        wrong = _corrections(session)
        found = as_of(
            session,
            model,
            day,
            lasting=lambda entry, key: key in _TERM or entry["transaction"] in wrong,
        )
        return [officer for officer in found if in_office(officer, day)]
    return as_of(session, model, day, only=only)


def registered_on(session: Session, day: date) -> Sequence[SimpleNamespace]:
    """Return the bodies registered by a day: by law what is registered, the rest as it is now."""
    law = _Law(session)
    found = as_of(
        session,
        Organization,
        day,
        lasting=lambda entry, key: key not in REGISTERED or law.lasting(entry, key),
    )
    for body in found:
        law.lay_over(body, day)
    return found


def body_on(session: Session, organization: UUID, day: date) -> SimpleNamespace | None:
    """Return a body as it stood in law on a day; None if it did not exist yet."""
    return next(iter(said_on(session, Organization, day, organization)), None)


def officers_on(session: Session, organization: UUID, day: date) -> list[SimpleNamespace]:
    """Return who held a post of a body on a day."""
    found = said_on(session, Officer, day)
    return [one for one in found if one.organization.id == organization]


def past_of(
    session: Session, organization: UUID, day: date
) -> tuple[SimpleNamespace, list[SimpleNamespace]]:
    """Return a body and who led it on a day; refuse a day when it was not, or is not yet."""
    if day > session.info["today"]:
        raise Refused("截至日期不能晚于今天。")
    body = body_on(session, organization, day)
    if body is None:
        raise Refused(f"这个单位在 {day} 尚未成立。")
    return body, officers_on(session, organization, day)


def in_office(officer: Any, day: date) -> bool:
    """Say whether a day lies in a term; of a day half known every day it can have been counts."""
    start, end = officer.term_start, officer.term_end
    begun = start is None or start.earliest is None or start.earliest <= day
    return begun and (end is None or end.latest is None or day <= end.latest)


def said_through(session: Session, organization: UUID) -> list[tuple[date, SimpleNamespace]]:
    """Return what the register said of a body in law, from each day from which it was another."""
    law = _Law(session)
    found: list[tuple[date, SimpleNamespace]] = []
    for day in _turning_days(session, organization, law):
        for body in as_of(session, Organization, day, only=organization, lasting=law.lasting):
            law.lay_over(body, day)
            if not found or vars(found[-1][1]) != vars(body):
                found.append((day, body))
    return found


def _turning_days(session: Session, organization: UUID, law: "_Law") -> list[date]:
    """Return the days on which a body's registration may be another, with its first.

    If nobody knows when it was founded, that is the day before the first change in law.
    """
    founded = session.get_one(Organization, organization).established_on
    changes = [change for item in law.of(organization).values() for change in item]
    days = {day for one in changes if (day := one.effective_on.earliest) is not None}
    entries = of_record(session.connection(), Organization.__tablename__, organization)
    begun = founded.earliest if founded is not None else None
    first = begun or (min(days) - timedelta(days=1) if days else None)
    typed = {entry["at"].replace(tzinfo=UTC).astimezone().date() for entry in entries}
    return sorted({*days, *typed} | ({first} if first else set()))


def days_of(session: Session, organization: UUID) -> list[date]:
    """Return the days from which a body's registration was another, by its changes in law."""
    found = _Law(session).of(organization).values()
    days = {change.effective_on.earliest for changes in found for change in changes}
    return sorted(day for day in days if day is not None)


class _Law:
    """The changes in law of every body, and which entries of the history they overrule."""

    def __init__(self, session: Session) -> None:
        query = linked(LegalChange).where(standing(LegalChange))
        found = sorted(
            session.scalars(query), key=lambda c: (c.effective_on.earliest or date.min, c.id)
        )
        self._changes: dict[UUID, dict[str, list[LegalChange]]] = defaultdict(dict)
        for change in found:
            items = self._changes[change.organization.id]
            items.setdefault(change.item, []).append(change)
        self._wrong = _corrections(session)
        self._written: dict[tuple[UUID, str], set[UUID]] = defaultdict(set)
        self._newest: dict[tuple[UUID, str], int] = {}
        self._read(session, {change.id for change in found})

    def of(self, organization: UUID) -> Mapping[str, list[LegalChange]]:
        """Return the changes of a body by item, each from the first to the last."""
        return self._changes.get(organization, {})

    def lasting(self, entry: Mapping[str, Any], key: str) -> bool:
        """Say whether an entry is no event of its own: a correction, or known by a change in law.

        Whatever was typed of an item before its changes were is told by the changes instead.
        """
        place = (entry["record_id"], key)
        return (
            entry["transaction"] in self._wrong
            or entry["transaction"] in self._written[place]
            or entry["seq"] <= self._newest.get(place, 0)
        )

    def lay_over(self, body: SimpleNamespace, day: date) -> None:
        """Put what each item was on the day by its changes."""
        mine = self.of(body.id)
        past = {item: value_on(changes, day) for item, changes in mine.items()}
        for key, whose in ALONG_WITH.items():
            if past.get(whose, (None, False))[1] and key not in past:
                setattr(body, key, None)
        for item, (plain, over) in past.items():
            if over:
                setattr(body, item, field_of(Organization, item).restored(plain))

    def _read(self, session: Session, kept: set[UUID]) -> None:
        """Follow what the history says of the changes themselves."""
        whose: dict[UUID, UUID] = {}
        which: dict[UUID, str] = {}
        for entry in written_of(session.connection(), LegalChange.__tablename__):
            key, moved = entry["record_id"], entry["changes"]
            for _before, after in filter(None, [moved.get("organization")]):
                whose[key] = UUID(after) if after else whose[key]
            for before, after in filter(None, [moved.get("item")]):
                which[key] = after or before
            place = (whose[key], which[key])
            self._written[place].add(entry["transaction"])
            if key in kept:
                self._newest[place] = max(entry["seq"], self._newest.get(place, 0))


def _corrections(session: Session) -> set[UUID]:
    """Return the transactions that put right what was mistyped, or took such a one back."""
    given = reasons(session.connection())
    wrong = {key for key, reason in given.items() if reason.startswith(CORRECTION)}
    named = {str(key) for key in wrong}
    return wrong | {key for key, reason in given.items() if undone_by(reason) in named}
