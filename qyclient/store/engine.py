"""Opening the register's file: the only place that knows which database it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2 as sqlite

from qyclient.errors import Refused
from qyclient.keys.ring import key_beside
from qyclient.progress import Progress

OLDEST_SQLITE = (3, 51, 3)
"""Before this, two connections that checkpoint at once could damage a WAL database."""

_PATIENCE_S = 15
_PAGES = 256
"""Copied at a time: so that others may write in between, and a window may say how far it is."""


class Database:
    """One register: a door that writes, one transaction at a time, and one that only reads.

    Raises Locked for an encrypted one that nobody gave a password for yet.
    """

    def __init__(self, path: Path) -> None:
        if sqlite.sqlite_version_info < OLDEST_SQLITE:
            raise Refused(f"数据库组件版本过低（{sqlite.sqlite_version}），请重新安装本程序。")
        self.path, self.key = path, key_beside(path)
        self.writer = _engine(path, self.key, "BEGIN IMMEDIATE", pool_size=1)
        self.reader = _engine(path, self.key, "BEGIN", pool_size=2, extra=("query_only=ON",))

    def check(self) -> list[str]:
        """Return what the database itself finds wrong with its file; nothing if it is sound."""
        return faults_of(self.reader)

    def close(self) -> None:
        """Give every connection back; the last one out folds the write-ahead log in."""
        self.reader.dispose()
        self.writer.dispose()


def faults_of(engine: Engine) -> list[str]:
    """Return what the database itself finds wrong with a file; nothing if it is sound."""
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        links = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    found = [str(line) for line in pages if line != "ok"]
    return found + [f"表 {link[0]} 有一条记录指向不存在的 {link[2]}" for link in links]


def copied_into(database: Database, path: Path, progress: Progress) -> None:
    """Copy a register as it stands into another file, a few pages at a time, while it is in use."""
    with database.reader.connect() as connection:
        source: Any = connection.connection.driver_connection
        target = sqlite.connect(str(path))
        try:
            _unlock(target, database.key)
            source.backup(
                target,
                pages=_PAGES,
                progress=lambda _status, left, total: progress.step(total - left, total, "备份"),
            )
            target.execute("PRAGMA journal_mode=DELETE")
        except sqlite.DatabaseError as error:
            raise Refused(_not_copied(path, error)) from error
        finally:
            target.close()


def reading_only(path: Path, key: bytes | None = None) -> Engine:
    """Open a file that nobody writes, to look into it: nothing is left beside it."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"

    def connect() -> Any:
        connection = sqlite.connect(uri, uri=True)
        _unlock(connection, key)
        return connection

    return create_engine("sqlite://", module=sqlite, creator=connect)


def exported(source: Path, target: Path, before: bytes | None, after: bytes | None) -> None:
    """Write what a register that nobody has open holds into an empty file, under another key."""
    connection = sqlite.connect(str(source), isolation_level=None)
    try:
        _unlock(connection, before)
        connection.execute("ATTACH DATABASE ? AS other KEY ?", (str(target), _spelled(after)))
        connection.execute("SELECT sqlcipher_export('other')")
        connection.execute("DETACH DATABASE other")
    except sqlite.DatabaseError as error:
        raise Refused(_not_copied(target, error)) from error
    finally:
        connection.close()


def let_go(path: Path, key: bytes | None = None) -> None:
    """Fold what is beside a register into it; refused while another program has it open."""
    connection = sqlite.connect(str(path), timeout=_PATIENCE_S)
    try:
        _unlock(connection, key)
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite.DatabaseError as error:
        if "locked" in str(error):
            raise Refused(
                "登记数据还开着另一个窗口，没有恢复，也没有改动；请先关闭那个窗口。"
            ) from error
    finally:
        connection.close()


@contextmanager
def links_unwatched(connection: Connection) -> Iterator[None]:
    """Let tables be made anew under what points to them: a revision may need it, nothing else."""
    raw: Any = connection.connection.driver_connection
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _unlock(connection: Any, key: bytes | None) -> None:
    """Give a connection its key, before anything else; what it sorts never reaches the disk."""
    if key is not None:
        connection.execute(f'PRAGMA key = "{_spelled(key)}"')
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA cipher_log_level=NONE")


def _spelled(key: bytes | None) -> str:
    """Return a key that needs no deriving, as the library wants it; empty for none."""
    return "" if key is None else f"x'{key.hex()}'"


def _engine(
    path: Path, key: bytes | None, begin: str, pool_size: int, extra: tuple[str, ...] = ()
) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=_connector(path, key, extra),
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _connector(path: Path, key: bytes | None, extra: tuple[str, ...]) -> Callable[[], Any]:
    def connect() -> Any:
        try:
            connection = sqlite.connect(
                str(path), timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
            )
            _unlock(connection, key)
            for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", *extra):
                connection.execute(f"PRAGMA {pragma}")
        except sqlite.DatabaseError as error:
            raise Refused(_sentence(path, key, error)) from error
        return connection

    return connect


def _not_copied(path: Path, error: Exception) -> str:
    if "full" in str(error):
        return f"“{path.parent}”所在的磁盘空间不足，没有备份；请清理后再试，或换一个磁盘。"
    if "I/O" in str(error):
        return f"“{path.parent}”写不进去（空间不足、U 盘拔出或磁盘损坏），没有备份；请检查后再试。"
    return f"没有备份成：{error}。"


def _sentence(path: Path, key: bytes | None, error: Exception) -> str:
    if "not a database" in str(error) or "malformed" in str(error):
        if key is not None:
            return f"密码是对的，但 {path} 已损坏，读不出来；请从备份恢复。"
        return (
            f"{path} 不是本程序的数据文件，或已损坏，或已加密而旁边没有钥匙文件（register.key）；"
            "请从备份恢复。"
        )
    if "locked" in str(error) or "busy" in str(error):
        return f"{path} 正被另一个程序占用；请关闭那个程序（如备份、杀毒软件），再打开。"
    if "unable to open" in str(error):
        return f"打不开 {path}：请检查文件夹是否存在、是否有写入权限。"
    return f"打不开 {path}：{error}。"
