"""Who looked at personal data, printed or took it out: kept apart from the history of records."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, DateTime, Integer, String, Table, Uuid, insert, select
from sqlalchemy.orm import Session

from qyclient.records.base import Base
from qyclient.store.guard import door
from qyclient.store.history import Stamp

ACCESS = Table(
    "access",
    Base.metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("operator", String, nullable=False),
    Column("deed", String(20), nullable=False),
    Column("noun", String(40), nullable=False),
    Column("record_id", Uuid, nullable=True),
    Column("record", String, nullable=False),
    Column("what", String, nullable=False),
    Column("reason", String, nullable=False),
)


def note_access(
    session: Session, deed: str, record: Base | None, what: str, reason: str = ""
) -> None:
    """Note that personal data was shown, printed or exported (个人信息保护法 art 51)."""
    stamp: Stamp = session.info["stamp"]
    with door(session.connection()) as connection:
        connection.execute(
            insert(ACCESS).values(
                at=stamp.at,
                operator=stamp.operator,
                deed=deed,
                noun=record.__tablename__ if record else "",
                record_id=record.id if record else None,
                record=str(record) if record else "",
                what=what,
                reason=reason,
            )
        )


def accesses(session: Session, record_id: UUID | None = None) -> Sequence[Mapping[str, Any]]:
    """Return who looked, newest first; of one record or of all."""
    query = select(ACCESS).order_by(ACCESS.c.seq.desc())
    if record_id is not None:
        query = query.where(ACCESS.c.record_id == record_id)
    return [dict(row) for row in session.execute(query).mappings()]
