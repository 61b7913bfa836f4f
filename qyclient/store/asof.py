"""The register as it was at the end of a day, as far as the history knows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.records.base import Base, fields_of
from qyclient.records.view import View
from qyclient.store.history import HISTORY
from qyclient.store.listing import linked, page

Lasting = Callable[[Mapping[str, Any], str], bool]
"""Says of an entry and a field whether what it wrote counts for every day, not from its own on."""


def _nothing_lasts(_entry: Mapping[str, Any], _key: str) -> bool:
    return False


def as_of(
    session: Session,
    model: type[Base],
    day: date,
    *,
    only: UUID | None = None,
    lasting: Lasting = _nothing_lasts,
) -> Sequence[SimpleNamespace]:
    """Return the records of a noun, or one, with the values they had at the end of a day.

    Entering a record is not an event in law: one entered later counts, unless its own beginning
    (`established_on`) is later. What was changed later is turned back, what was removed is gone.
    """
    found = {record.id: _copy(record) for record in _records(session, model, only)}
    for entry in session.execute(_later(model, _end(day), only)).mappings():
        if entry["action"] == "changed" and entry["record_id"] in found:
            _turn_back(model, found[entry["record_id"]], dict(entry), lasting)
    return [record for record in found.values() if _had_begun(record, day)]


def _records(session: Session, model: type[Base], only: UUID | None) -> Sequence[Base]:
    if only is None:
        return page(session, model, View())
    return session.scalars(linked(model).where(model.id == only)).all()


def _end(day: date) -> datetime:
    """Return the last moment of a day of the office in UTC, as the history counts."""
    midnight = datetime.combine(day + timedelta(days=1), time()).astimezone()
    return midnight.astimezone(UTC).replace(tzinfo=None)


def _later(model: type[Base], moment: datetime, only: UUID | None) -> Any:
    mine = (HISTORY.c.noun == model.__tablename__) & (HISTORY.c.at >= moment)
    if only is not None:
        mine &= HISTORY.c.record_id == only
    return select(HISTORY).where(mine).order_by(HISTORY.c.seq.desc())


def _copy(record: Base) -> SimpleNamespace:
    values = {field.key: getattr(record, field.key) for field in fields_of(type(record))}
    return SimpleNamespace(id=record.id, **values)


def _turn_back(
    model: type[Base], record: SimpleNamespace, entry: Mapping[str, Any], lasting: Lasting
) -> None:
    changes = entry["changes"]
    for field in fields_of(model):
        if field.key in changes and field.target is None and not lasting(entry, field.key):
            setattr(record, field.key, field.restored(changes[field.key][0]))


def _had_begun(record: SimpleNamespace, day: date) -> bool:
    began = getattr(record, "established_on", None)
    return began is None or began.earliest is None or began.earliest <= day
