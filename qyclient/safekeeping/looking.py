"""Looking into a file that nobody writes: whether it is sound, and how much it holds."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, Engine, func, inspect, select, table
from sqlalchemy.exc import DatabaseError

from qyclient.errors import Refused
from qyclient.store.engine import faults_of as store_faults_of
from qyclient.store.engine import reading_only
from qyclient.store.history import HISTORY, broken_links


def contents(path: Path, key: bytes | None) -> tuple[str, Mapping[str, int]]:
    """Return the head of the history and how many rows each table has; refuse what is unsound."""
    engine = reading_only(path, key)
    try:
        if faults := unsound(engine):
            raise Refused(f"没有通过核对：{faults[0]}；请用“核对”检查登记数据。")
        with engine.connect() as connection:
            return head_of(connection), counts_of(connection)
    finally:
        engine.dispose()


def head_of(connection: Connection) -> str:
    """Return the hash of the newest entry of the history; empty for a register without one."""
    newest = select(HISTORY.c.hash).order_by(HISTORY.c.seq.desc()).limit(1)
    return connection.scalar(newest) or ""


def unsound(engine: Engine) -> list[str]:
    """Return what is wrong with a file and its history; nothing if it is sound."""
    try:
        if found := store_faults_of(engine):
            return found
        with engine.connect() as connection:
            return broken_links(connection)
    except DatabaseError as error:
        return [f"数据文件读不出来（{error.orig}）"]


def missing(engine: Engine, counts: Mapping[str, int]) -> list[str]:
    """Return which tables hold other than they should."""
    with engine.connect() as connection:
        now = counts_of(connection)
    return [
        f"表 {name} 应有 {many} 行，现有 {now.get(name, 0)} 行"
        for name, many in counts.items()
        if now.get(name, 0) != many
    ]


def counts_of(connection: Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    names = [name for name in inspect(connection).get_table_names() if "_fts" not in name]
    return {
        name: connection.scalar(select(func.count()).select_from(table(name))) or 0
        for name in names
    }


def sha256_of(path: Path) -> str:
    """Return the fingerprint of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
