"""What a transaction does to records, seen at the two doors."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from qyclient.records.base import Base, fields_of
from qyclient.records.field import Field
from qyclient.store.history import Change, Changed, keep
from qyclient.store.search import Document
from qyclient.store.spelling import spellings


def watch_session(session: Session) -> None:
    """Note what each flush does: by then a new record has its key and its old values are known."""
    event.listen(session, "after_flush", lambda session, _: _note(session))


def write_history(session: Session) -> None:
    """Write what was noted: the last thing before a commit."""
    changes: dict[UUID, Change] = session.info["changes"]
    keep(session.connection(), session.info["stamp"], [*changes.values()])
    session.info["changes"] = {}


def document(model: type[Base], record_id: UUID, values: dict[str, Any]) -> Document | None:
    """Return what a record is found by, if its noun is found at all."""
    pieces: list[str] = []
    for field in fields_of(model):
        value = values.get(field.key)
        if field.found and value is not None:
            words = str(field.kind.plain(value))
            pieces.append(words)
            pieces.extend(spellings(words) if field.found == "name" else ())
    return Document(model.__tablename__, record_id, tuple(pieces)) if pieces else None


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
        fields = {f.key: moved for f in fields_of(model) if (moved := _moved(record, f, action))}
        if fields or action != "changed":
            values = {f.key: getattr(record, f.key) for f in fields_of(model) if f.found}
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


def moves(model: type[Base], before: dict[str, Any], after: dict[str, Any]) -> Changed:
    """Return the fields of a record that differ, for changes made in bulk."""
    found: Changed = {}
    for field in fields_of(model):
        key = field.key if field.target is None else f"{field.key}_id"
        plain = field.plain if field.target is None else str
        if key in after and before.get(key) != after[key]:
            old, new = before.get(key), after[key]
            found[field.key] = [
                None if old is None else plain(old),
                None if new is None else plain(new),
            ]
    return found
