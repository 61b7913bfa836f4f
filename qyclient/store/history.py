"""Who changed what: one entry per record and transaction, written in that transaction.

Both doors, the flush of single records and `store.bulk`, bring their changes to `keep`, which
writes the entries and the search rows. Each entry is chained to the one before by its hash.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    DateTime,
    Index,
    Integer,
    String,
    Table,
    Uuid,
    select,
)
from sqlalchemy.types import TypeDecorator

from qyclient.records.base import Base
from qyclient.records.kinds import Plain
from qyclient.store.alike import reindex
from qyclient.store.put import put
from qyclient.store.search import Document

Changed = dict[str, list[Plain | None]]
"""Field key to what it was and what it is."""


class Written(TypeDecorator[Changed]):
    """Changes as the JSON text that was sealed: written once, and read back as it was."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> Any:  # noqa: ARG002
        """Store the text it was made into."""
        return value

    def process_result_value(self, value: Any, dialect: Any) -> Any:  # noqa: ARG002
        """Read the changes."""
        return json.loads(value)


HISTORY = Table(
    "history",
    Base.metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("operator", String, nullable=False),
    Column("transaction", Uuid, nullable=False, index=True),
    Column("noun", String(40), nullable=False),
    Column("record_id", Uuid, nullable=False),
    Column("record", String, nullable=False),
    Column("action", String(12), nullable=False),
    Column("reason", String, nullable=False),
    Column("changes", Written, nullable=False),
    Column("hash", String(64), nullable=False),
    Index("ix_history_record", "noun", "record_id"),
)
_SEALED = sorted({column.name for column in HISTORY.columns} - {"seq", "hash"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes, when, in which transaction, why; `beside` is written behind the reason."""

    at: datetime
    operator: str
    transaction: UUID
    reason: str = ""
    beside: str = ""


@dataclass(slots=True)
class Change:
    """What one transaction did to one record."""

    noun: str
    record_id: UUID
    record: str
    action: str
    fields: Changed
    document: Document | None

    def then(self, later: "Change") -> None:
        """Take in what the same transaction did to it afterwards."""
        for key, (before, after) in later.fields.items():
            first = self.fields[key][0] if key in self.fields else before
            self.fields[key] = [first, after]
        self.record = later.record
        self.document = later.document
        if later.action == "removed":
            self.action = later.action


def keep(connection: Connection, stamp: Stamp, changes: Iterable[Change]) -> None:
    """Write the history and the search rows of these changes, looking at each only once."""
    entries, gone, found, head = [], [], [], _head(connection)
    for change in changes:
        entry = _entry(head, stamp, change)
        entries.append(entry)
        head = entry["hash"]
        if change.action != "created":
            gone.append(change.record_id)
        if change.document is not None:
            found.append(change.document)
    put(connection, HISTORY, entries)
    reindex(connection, gone, found)


def _head(connection: Connection) -> str:
    """Return the hash of the newest entry: writers wait for each other, so it stays so."""
    return connection.scalar(select(HISTORY.c.hash).order_by(HISTORY.c.seq.desc()).limit(1)) or ""


def _entry(head: str, stamp: Stamp, change: Change) -> dict[str, Any]:
    entry = {
        "at": stamp.at,
        "operator": stamp.operator,
        "transaction": stamp.transaction,
        "noun": change.noun,
        "record_id": change.record_id,
        "record": change.record,
        "action": change.action,
        "reason": f"{stamp.reason}{stamp.beside}",
        "changes": _json(change.fields),
    }
    return {**entry, "hash": seal(head, entry)}


def seal(head: str, row: Mapping[str, Any]) -> str:
    """Return the hash of an entry that stands behind the one of this hash."""
    parts = [head, *(str(row[key]) for key in _SEALED)]
    return hashlib.sha256(_sealed(parts).encode()).hexdigest()


_sealed = json.JSONEncoder(ensure_ascii=False).encode
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def broken_links(connection: Connection) -> list[str]:
    """Return a sentence for each entry that was changed, moved or taken out after the fact."""
    head, last, found = "", 0, []
    try:
        for row in connection.execute(select(HISTORY).order_by(HISTORY.c.seq)).mappings():
            said = {**row, "changes": _json(row["changes"])}
            if row["seq"] != last + 1 or seal(head, said) != row["hash"]:
                entry = f"操作记录第 {row['seq']} 条（{row['record']}）"
                found.append(f"{entry}与前后不衔接，可能被改动过")
            head, last = row["hash"], row["seq"]
    except ValueError:  # a date, a key or the changes are no longer what they were written as
        found.append(f"操作记录第 {last} 条之后有读不出的内容，可能被改动过")
    return found


def of_record(connection: Connection, noun: str, record_id: UUID) -> list[Mapping[str, Any]]:
    """Return the entries of one record, newest first."""
    mine = (HISTORY.c.noun == noun) & (HISTORY.c.record_id == record_id)
    rows = connection.execute(select(HISTORY).where(mine).order_by(HISTORY.c.seq.desc()))
    return [dict(row) for row in rows.mappings()]


def written_of(connection: Connection, noun: str) -> list[Mapping[str, Any]]:
    """Return every entry of a noun, oldest first."""
    rows = connection.execute(select(HISTORY).where(HISTORY.c.noun == noun).order_by(HISTORY.c.seq))
    return [dict(row) for row in rows.mappings()]


def reasons(connection: Connection) -> dict[UUID, str]:
    """Return why each transaction was done that gave a reason."""
    given = select(HISTORY.c.transaction, HISTORY.c.reason).where(HISTORY.c.reason != "").distinct()
    return {row[0]: row[1] for row in connection.execute(given)}


def operators(connection: Connection) -> set[str]:
    """Return who ever wrote in this register."""
    return set(connection.scalars(select(HISTORY.c.operator).distinct()))


def written_in(connection: Connection, transaction: UUID) -> set[tuple[str, UUID]]:
    """Return the noun and key of each record a transaction has written entries of."""
    mine = select(HISTORY.c.noun, HISTORY.c.record_id).where(HISTORY.c.transaction == transaction)
    return {(noun, key) for noun, key in connection.execute(mine)}


def of_transaction(connection: Connection, transaction: UUID) -> list[Mapping[str, Any]]:
    """Return the entries of one transaction, newest first."""
    mine = HISTORY.c.transaction == transaction
    rows = connection.execute(select(HISTORY).where(mine).order_by(HISTORY.c.seq.desc()))
    return [dict(row) for row in rows.mappings()]
