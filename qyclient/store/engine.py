"""Opening the register's file: the only place that knows which database it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2 as sqlite

from qyclient.errors import Refused

OLDEST_SQLITE = (3, 51, 3)
"""Before this, two connections that checkpoint at once could damage a WAL database."""

_PATIENCE_S = 15


class Database:
    """One register: a door that writes, one transaction at a time, and one that only reads."""

    def __init__(self, path: Path) -> None:
        if sqlite.sqlite_version_info < OLDEST_SQLITE:
            raise Refused(f"数据库组件版本过低（{sqlite.sqlite_version}），请重新安装本程序。")
        self.path = path
        self.writer = _engine(path, "BEGIN IMMEDIATE", pool_size=1)
        self.reader = _engine(path, "BEGIN", pool_size=2, extra=("query_only=ON",))

    def check(self) -> list[str]:
        """Return what the database itself finds wrong with its file; nothing if it is sound."""
        with self.reader.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            links = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        found = [str(line) for line in pages if line != "ok"]
        return found + [f"表 {link[0]} 有一条记录指向不存在的 {link[2]}" for link in links]

    def close(self) -> None:
        """Give every connection back; the last one out folds the write-ahead log in."""
        self.reader.dispose()
        self.writer.dispose()


@contextmanager
def links_unwatched(connection: Connection) -> Iterator[None]:
    """Let tables be made anew under what points to them: a revision may need it, nothing else."""
    raw: Any = connection.connection.driver_connection
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _engine(path: Path, begin: str, pool_size: int, extra: tuple[str, ...] = ()) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=_connector(path, extra),
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _connector(path: Path, extra: tuple[str, ...]) -> Callable[[], Any]:
    def connect() -> Any:
        try:
            connection = sqlite.connect(
                str(path), timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
            )
            for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", *extra):
                connection.execute(f"PRAGMA {pragma}")
        except sqlite.DatabaseError as error:
            raise Refused(_sentence(path, error)) from error
        return connection

    return connect


def _sentence(path: Path, error: Exception) -> str:
    if "not a database" in str(error) or "malformed" in str(error):
        return f"{path} 不是本程序的数据文件，或已损坏；请从备份恢复。"
    if "unable to open" in str(error):
        return f"打不开 {path}：请检查文件夹是否存在、是否有写入权限。"
    return f"打不开 {path}：{error}。"
