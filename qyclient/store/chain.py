"""The history as a chain that others may check: its entries in order, and where it ends."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from qyclient.store.history import HISTORY

_BATCH = 5000


def end_of(connection: Connection) -> tuple[int, str]:
    """Return the number and the hash of the newest entry; 0 and nothing where there is none."""
    newest = select(HISTORY.c.seq, HISTORY.c.hash).order_by(HISTORY.c.seq.desc()).limit(1)
    row = connection.execute(newest).first()
    return (row.seq, row.hash) if row else (0, "")


def hash_at(connection: Connection, seq: int) -> str:
    """Return the hash of an entry by its number; nothing for the one before the first."""
    return connection.scalar(select(HISTORY.c.hash).where(HISTORY.c.seq == seq)) or ""


def entries_between(connection: Connection, after: int, upto: int) -> Iterator[Mapping[str, Any]]:
    """Yield the entries behind one number up to another, oldest first, a few at a time."""
    while after < upto:
        end = min(after + _BATCH, upto)
        mine = (HISTORY.c.seq > after) & (HISTORY.c.seq <= end)
        for row in connection.execute(select(HISTORY).where(mine).order_by(HISTORY.c.seq)):
            yield dict(row._mapping)  # noqa: SLF001 - the public name of it in SQLAlchemy
        after = end
