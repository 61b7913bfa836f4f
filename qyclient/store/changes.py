"""What a transaction does to records, seen at the two doors."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from qyclient.records.base import Base, fields_of
from qyclient.records.field import Field
from qyclient.records.kinds import Plain
from qyclient.store.alike import keys
from qyclient.store.history import Change, Changed, keep
from qyclient.store.listing import VOIDED
from qyclient.store.search import Document
from qyclient.store.spelling import spellings


def watch_session(session: Session) -> None:
    """Note what each flush does: by then a new record has its key and its old values are known."""
    event.listen(session, "after_flush", lambda session, _: _note(session))


def write_history(session: Session) -> None:
    """Write what was noted: the last thing before a commit."""
    changes: dict[UUID, Change] = session.info["changes"]
    keep(session.connection(), session.info["stamp"], changes.values())
    session.info["changes"] = {}


def document(model: type[Base], record_id: UUID, values: Mapping[str, Any]) -> Document | None:
    """Return what a record is found by, if its noun is found at all."""
    pieces: list[str] = []
    alike: list[int] = []
    if values.get(VOIDED):
        return None
    for field in _found_by(model):
        value = values.get(field.key)
        if value is not None:
            words = str(field.kind.plain(value))
            pieces.append(words)
            spelled = spellings(words) if field.found == "name" else ()
            pieces.extend(spelled)
            alike.extend(keys(words, spelled[:1]) if field.compared else ())
    if not pieces:
        return None
    return Document(model.__tablename__, record_id, tuple(pieces), tuple(dict.fromkeys(alike)))


def _note(session: Session) -> None:
    noted: dict[UUID, Change] = session.info["changes"]
    for action, records in (
        ("created", session.new),
        ("changed", session.dirty),
        ("removed", session.deleted),
    ):
        for change in _of(action, records):
            session.info["touched"].add(change.noun)
            if change.record_id in noted:
                noted[change.record_id].then(change)
            else:
                noted[change.record_id] = change


def _of(action: str, records: Iterable[object]) -> Iterable[Change]:
    for record in records:
        if not isinstance(record, Base):
            continue
        model = type(record)
        fields = {f.key: moved for f in _kept(model) if (moved := _moved(record, f, action))}
        if fields or action != "changed":
            values = {f.key: getattr(record, f.key) for f in fields_of(model) if f.target is None}
            found = None if action == "removed" else document(model, record.id, values)
            yield Change(model.__tablename__, record.id, str(record), action, fields, found)


def _moved(record: Base, field: Field, action: str) -> list[Any]:
    key = field.key if field.target is None else f"{field.key}_id"
    state = inspect(record)
    plain = (lambda v: None if v is None else str(v)) if field.target else field.plain
    if action == "removed":
        before = plain(getattr(record, key))
        return [] if before is None else [before, None]
    history = state.attrs[key].history
    if not history.has_changes():
        return []
    before, after = (plain(next(iter(side), None)) for side in (history.deleted, history.added))
    return [] if before == after else [before, after]


def moves(model: type[Base], before: Mapping[str, Any], after: Mapping[str, Any]) -> Changed:
    """Return the fields of a record that differ, for changes made in bulk."""
    if not before:
        return {
            name: [None, plain(new)]
            for key, name, plain in _columns(model)
            if (new := after.get(key)) is not None
        }
    found: Changed = {}
    for key, name, plain in _columns(model):
        new = after.get(key)
        old = before.get(key)
        if key in after and new != old:
            found[name] = [None if old is None else plain(old), None if new is None else plain(new)]
    return found


@cache
def _columns(model: type[Base]) -> tuple[tuple[str, str, Callable[[Any], Plain]], ...]:
    """Return for each field its column, its key, and how its value is written."""
    return tuple(
        (field.key, field.key, field.kind.plain)
        if field.target is None
        else (f"{field.key}_id", field.key, str)
        for field in _kept(model)
    )


@cache
def _kept(model: type[Base]) -> tuple[Field, ...]:
    """Return the fields whose past is kept: what is derived follows from them."""
    return tuple(field for field in fields_of(model) if not field.derived)


@cache
def _found_by(model: type[Base]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(model) if field.found and field.target is None)
