"""The door for many records at once: imports, packages, changes of a whole list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, select, update
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

    One that was made elsewhere brings its key. Each record passes here once in a transaction: its
    history is written at once.
    """
    keys = [row.get("id") or uuid7() for row in rows]
    keyed = [{**row, "id": key, "version": 1} for row, key in zip(rows, keys, strict=True)]
    for part in _batches(keyed):
        connection = session.connection()
        put(connection, _table(model), part)
        keep(connection, session.info["stamp"], (_created(model, row) for row in part))
    _touch(session, model, rows)
    return keys


def amend(session: Session, model: type[Base], changes: Sequence[Amended]) -> None:
    """Change records, given as they were read; refuse if one was changed by somebody since."""
    alike: dict[tuple[str, ...], list[Amended]] = {}
    for change in changes:
        alike.setdefault((*sorted(change.values),), []).append(change)
    for keys, some in alike.items():
        for part in _batches(some):
            _refuse_overtaken(session.connection(), _table(model), part)
            _write(session.connection(), _table(model), keys, part)
    for part in _batches([*changes]):
        keep(session.connection(), session.info["stamp"], _changed(model, part))
    _touch(session, model, changes)


def _write(
    connection: Connection, table: Table, keys: Sequence[str], part: Sequence[Amended]
) -> None:
    """Change records that get values for the same columns."""
    mine = (table.c.id == bindparam("its_id")) & (table.c.version == bindparam("its_version"))
    statement = update(table).where(mine)
    statement = statement.values({key: bindparam(f"new_{key}") for key in (*keys, "version")})
    rows = [
        {f"new_{key}": change.values[key] for key in keys}
        | {"its_id": change.record.id, "its_version": change.record.version}
        | {"new_version": change.record.version + 1}
        for change in part
    ]
    with door(connection):
        connection.execute(statement, rows)


def _refuse_overtaken(connection: Connection, table: Table, part: Sequence[Amended]) -> None:
    """Refuse a record that is no longer as it was read; who writes is alone with the register."""
    keys = [change.record.id for change in part]
    found = connection.execute(select(table.c.id, table.c.version).where(table.c.id.in_(keys)))
    versions = {row.id: row.version for row in found}
    for change in part:
        if versions.get(change.record.id) != change.record.version:
            raise Overtaken(f"{change.record} 刚刚被别人改过，请重新读取后再做。")


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
