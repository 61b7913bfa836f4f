"""The door for many records at once: imports, packages, changes of a whole list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Table, update
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from qyclient.errors import Overtaken
from qyclient.records.base import Base
from qyclient.store.changes import document, moves
from qyclient.store.guard import door
from qyclient.store.history import Change, keep
from qyclient.store.put import put

T = TypeVar("T")
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Amended:
    """A record as it was read, and the values it gets instead."""

    record: Base
    values: Mapping[str, Any]


def add(session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> list[UUID]:
    """Keep new records, given by their columns; return their keys.

    Each record passes here once in a transaction: its history is written at once.
    """
    keys = [uuid7() for _ in rows]
    keyed = [{**row, "id": key, "version": 1} for row, key in zip(rows, keys, strict=True)]
    for part in _batches(keyed):
        connection = session.connection()
        put(connection, _table(model), part)
        keep(connection, session.info["stamp"], (_created(model, row) for row in part))
    _touch(session, model, rows)
    return keys


def amend(session: Session, model: type[Base], changes: Sequence[Amended]) -> None:
    """Change records, given as they were read; refuse if one was changed by somebody since."""
    table = _table(model)
    for change in changes:
        record = change.record
        values = {**change.values, "version": record.version + 1}
        mine = (table.c.id == record.id) & (table.c.version == record.version)
        with door(session.connection()) as connection:
            done = connection.execute(update(table).where(mine).values(values))
        if done.rowcount != 1:
            raise Overtaken(f"{record} 刚刚被别人改过，请重新读取后再做。")
    for part in _batches([*changes]):
        keep(session.connection(), session.info["stamp"], _changed(model, part))
    _touch(session, model, changes)


def _table(model: type[Base]) -> Table:
    return cast("Table", model.__table__)


def _batches(rows: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]


def _touch(session: Session, model: type[Base], rows: Sequence[object]) -> None:
    if rows:
        session.info["touched"].add(model.__tablename__)


def _created(model: type[Base], row: Mapping[str, Any]) -> Change:
    called = next((str(row[key]) for key in model.__called_by__ if row.get(key)), "")
    return Change(
        model.__tablename__,
        row["id"],
        called,
        "created",
        moves(model, {}, row),
        document(model, row["id"], row),
    )


def _changed(model: type[Base], changes: Sequence[Amended]) -> Iterator[Change]:
    for change in changes:
        before = {key: value for key, value in vars(change.record).items() if key[0] != "_"}
        after = {**before, **change.values}
        yield Change(
            model.__tablename__,
            change.record.id,
            str(change.record),
            "changed",
            moves(model, before, change.values),
            document(model, change.record.id, after),
        )
