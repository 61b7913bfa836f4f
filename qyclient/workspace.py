"""One open register: the edge where transactions begin and end."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from uuid_utils.compat import uuid7

from qyclient.errors import NothingThere, Overtaken, Refused
from qyclient.keys import ring
from qyclient.practice import practised, real_time, told
from qyclient.records.base import Base
from qyclient.records.view import View
from qyclient.safekeeping.keeping import UPGRADING, back_up
from qyclient.store.changes import watch_session, write_history
from qyclient.store.consequences import follow, read_first
from qyclient.store.engine import Database
from qyclient.store.guard import open_for_flush, watch_engine
from qyclient.store.history import Stamp, of_record
from qyclient.store.indexed import bring_index_up_to_date
from qyclient.store.listing import count, counts_by, page
from qyclient.store.revision import bring_up_to_date
from qyclient.store.surroundings import surrounded

P = ParamSpec("P")
T = TypeVar("T")
_log = logging.getLogger(__name__)

REGISTER = ring.REGISTER
"""The file that holds a register, in the folder chosen for it."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a verb returned, which nouns it touched, and the transaction it was done in."""

    value: T
    changed: frozenset[str]
    transaction: UUID


class Workspace:
    """Runs verbs and queries on one register; knows the clock and who is at the desk.

    `practised` is the day that is practised instead of today; None in earnest.
    `opened_by` just proved by his password that he may open it; empty if nobody had to.
    """

    def __init__(self, folder: Path, operator: str, clock: Callable[[], datetime]) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Refused(f"无法使用文件夹 {folder}：{error.strerror}。") from error
        self.folder = folder
        self.operator = operator
        self._clock, self.practised = clock, practised(clock)
        self.database = Database(folder / REGISTER)
        with ExitStack() as undo:
            undo.callback(self.database.close)
            with _refusing():
                keep = partial(back_up, self.database, clock(), UPGRADING)
                bring_up_to_date(self.database.writer, keep)
                bring_index_up_to_date(self.database)
            undo.pop_all()
        watch_engine(self.database.writer)
        self.read(read_first)
        self.opened_by = ring.take_owner(self.database.path)

    @property
    def today(self) -> date:
        """Return the day by the office's clock."""
        return self._clock().date()

    def now(self) -> datetime:
        """Return the time by the office's clock."""
        return self._clock()

    def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """Run a query; what it returns may be kept after the session is closed."""
        with self._session(self.database.reader, "") as session:
            return query(session, *args, **kw)

    def count(self, model: type[Base], view: View) -> int:
        """Return how many records a list holds; exact."""
        return self.read(count, model, view)

    def counts_by(self, model: type[Base], view: View, key: str) -> dict[Any, int]:
        """Return how many records of a list have each value of a field."""
        return self.read(counts_by, model, view, key)

    def page(
        self, model: type[Base], view: View, start: int = 0, size: int | None = None
    ) -> Sequence[Base]:
        """Return some rows of a list, with the names its links show."""
        return self.read(page, model, view, start, size)

    def history(self, record: Base) -> list[Mapping[str, Any]]:
        """Return who changed a record when and how, newest first."""
        return self.read(lambda s: of_record(s.connection(), record.__tablename__, record.id))

    def write(
        self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kw: P.kwargs
    ) -> Done[T]:
        """Run a verb in one transaction with its history: all of it is kept, or none."""
        return self.write_because("", verb, *args, **kw)

    def write_because(
        self,
        reason: str,
        verb: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kw: P.kwargs,
    ) -> Done[T]:
        """Run a verb as `write` does, and keep in the history why."""
        with self._session(self.database.writer, reason) as session:
            value = verb(session, *args, **kw)
            follow(session)
            write_history(session)
            session.commit()
            stamp: Stamp = session.info["stamp"]
            return Done(value, frozenset(session.info["touched"]), stamp.transaction)

    def try_out(
        self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kw: P.kwargs
    ) -> T:
        """Run a verb and take it all back: what would happen, without it happening."""
        with self._session(self.database.writer, "") as session:
            value = verb(session, *args, **kw)
            follow(session)
            session.rollback()
            return value

    def close(self) -> None:
        """Let the register go."""
        self.database.close()

    @contextmanager
    def _session(self, engine: Engine, reason: str) -> Iterator[Session]:
        at = real_time(self._clock).astimezone(UTC).replace(tzinfo=None)
        info = {
            "now": self._clock(),
            "stamp": Stamp(at, self.operator, uuid7(), reason, told(self._clock)),
            "today": self.today,
            "folder": self.folder,
            "changes": {},
            "touched": set(),
        }
        with (
            _refusing(),
            Session(engine, expire_on_commit=False, info=info) as session,
            surrounded(session),
        ):
            open_for_flush(session)
            watch_session(session)
            yield session


def open_register(folder: Path, operator: str, clock: Callable[[], datetime]) -> Workspace:
    """Open a register that is there; refuse a folder without one."""
    if not (folder / REGISTER).is_file():
        raise NothingThere(f"{folder} 里还没有登记数据；请先用 init 建立，或用 --data 指定文件夹。")
    return Workspace(folder, operator, clock)


@contextmanager
def _refusing() -> Iterator[None]:
    """Say what the office can act on in its own words."""
    try:
        yield
    except StaleDataError as error:
        raise Overtaken("这条记录刚刚被别人改过，您的修改没有保存；请重新打开再改。") from error
    except IntegrityError as error:
        _log.info("refused by the database: %s", error.orig)
        raise Refused("与已有记录重复或缺少必填内容，没有保存。") from error
    except DatabaseError as error:
        raise Refused(_trouble(str(error.orig))) from error


def _trouble(said: str) -> str:
    if "locked" in said or "busy" in said:
        return "另一个程序正在写入登记数据，请稍候再试；刚才的操作没有保存。"
    if "I/O" in said:
        return "登记数据所在的磁盘读写失败（空间不足、U 盘拔出或损坏），刚才的操作没有保存。"
    if "full" in said:
        return "磁盘空间不足，刚才的操作没有保存；请清理磁盘后再试。"
    if "readonly" in said:
        return "登记数据所在的文件夹不能写入，刚才的操作没有保存；请检查权限。"
    if "malformed" in said or "not a database" in said:
        return "登记数据文件已损坏，刚才的操作没有保存；请不要继续录入，先从备份恢复。"
    return f"读写登记数据出错，刚才的操作没有保存：{said}。"
