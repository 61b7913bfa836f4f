"""Only the two doors write: whatever else tries is a bug, stopped before it reaches the file."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

_WRITES = re.compile(r"(?is)\s*(?:WITH\b.+?\)\s*)?(?:INSERT|UPDATE|DELETE|REPLACE)\b")
"""A statement that changes rows, also one that begins with a WITH clause."""


@contextmanager
def door(connection: Connection) -> Iterator[Connection]:
    """Let what is written inside pass; the caller answers for its history."""
    before = connection.info.get("door", False)
    connection.info["door"] = True
    try:
        yield connection
    finally:
        connection.info["door"] = before


def watch_engine(engine: Engine) -> None:
    """Refuse writes that come through no door."""

    @event.listens_for(engine, "before_cursor_execute")
    def _stop(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if _WRITES.match(statement) and not connection.info.get("door"):
            raise RuntimeError(f"written past the history: {statement[:80]}")


def open_for_flush(session: Session) -> None:
    """Let a flush of this session pass, and nothing else."""

    @event.listens_for(session, "before_flush")
    def _open(session: Session, *_: Any) -> None:
        session.connection().info["door"] = True

    @event.listens_for(session, "after_flush")
    def _close(session: Session, *_: Any) -> None:
        session.connection().info["door"] = False

    @event.listens_for(session, "after_begin")
    def _shut(_session: Session, _transaction: Any, connection: Connection) -> None:
        connection.info["door"] = False
