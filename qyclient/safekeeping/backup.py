"""备份: a register copied while it is in use, and looked at as a whole before it counts as one."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, inspect, select, table
from sqlalchemy.exc import DatabaseError

from qyclient.errors import Refused
from qyclient.paper.atomic import replacing, write_bytes
from qyclient.progress import Progress
from qyclient.store.engine import Database, copied_into, let_go, reading_only
from qyclient.store.engine import faults_of as store_faults_of
from qyclient.store.history import HISTORY, broken_links
from qyclient.store.revision import current

ENDING = ".db"
_TOLD = ".json"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds, as it was found when it was made: written beside it.

    `head` is the hash of the newest entry of the history, `counts` how many rows each table has.
    """

    path: Path
    made_at: datetime
    why: str
    revision: str
    head: str
    counts: Mapping[str, int]
    sha256: str
    size: int


def make(database: Database, path: Path, at: datetime, why: str, progress: Progress) -> Backup:
    """Copy a register to a file of its own, while it is in use, and say what the copy holds.

    Refused where the copy is not sound: then nothing stands at `path`.
    """
    with replacing(path) as partial:
        copied_into(database, partial, progress)
        found = _looked_into(partial, path, at, why)
    write_bytes(_note(path), _written(found))
    return found


def copy_to(backup: Backup, folder: Path) -> Backup:
    """Bring a backup to a second place; refused where it arrives otherwise than it left."""
    path = folder / backup.path.name
    with replacing(path) as partial:
        _copied(backup, partial)
    write_bytes(_note(path), _written(backup))
    return replace(backup, path=path)


def told_of(path: Path) -> Backup | None:
    """Return what stands beside a backup; None where nothing readable does."""
    try:
        told: dict[str, Any] = json.loads(_note(path).read_text("utf-8"))
        return Backup(**told | {"path": path, "made_at": datetime.fromisoformat(told["made_at"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups of a folder, the newest first; half-made ones are none."""
    if not folder.is_dir():
        return []
    found = (told_of(path) for path in folder.glob(f"*{ENDING}"))
    return sorted(filter(None, found), key=lambda backup: backup.made_at, reverse=True)


def faults_of(backup: Backup) -> list[str]:
    """Return what is wrong with a backup, held against what it was when it was made."""
    if not backup.path.is_file():
        return [f"备份文件 {backup.path.name} 不在了"]
    if _sha256(backup.path) != backup.sha256:
        return [f"备份文件 {backup.path.name} 与备份时不同，可能已损坏"]
    engine = reading_only(backup.path)
    try:
        return [*_faults(engine), *_missing(engine, backup.counts)]
    finally:
        engine.dispose()


def drop(backup: Backup) -> None:
    """Take a backup away, its note first: a file without one is no backup."""
    _note(backup.path).unlink(missing_ok=True)
    backup.path.unlink(missing_ok=True)


def put_in_place(backup: Backup, register: Path, aside: Path) -> None:
    """Make a backup the register; what was there is kept under the name `aside`.

    The backup is copied and looked at first: until that is done nothing is touched. Refused while
    another program has the register open.
    """
    if faults := faults_of(backup):
        raise Refused(f"这份备份不能恢复：{faults[0]}；请选另一份。")
    if register.exists():
        let_go(register)
        with replacing(aside) as old:
            shutil.copyfile(register, old)
    with replacing(register) as fresh:
        _copied(backup, fresh)


def head_of(connection: Connection) -> str:
    """Return the hash of the newest entry of the history; empty for a register without one."""
    newest = select(HISTORY.c.hash).order_by(HISTORY.c.seq.desc()).limit(1)
    return connection.scalar(newest) or ""


def _copied(backup: Backup, path: Path) -> None:
    with backup.path.open("rb") as source, path.open("wb") as target:
        while piece := source.read(_PIECE):
            target.write(piece)
    if _sha256(path) != backup.sha256:
        raise Refused(f"备份 {backup.path.name} 没有完整地读出来，什么也没有改动；请再试一次。")


def _looked_into(partial: Path, path: Path, at: datetime, why: str) -> Backup:
    engine = reading_only(partial)
    try:
        if faults := _faults(engine):
            raise Refused(f"备份没有通过核对，没有保留：{faults[0]}；请用“核对”检查登记数据。")
        with engine.connect() as connection:
            head, counts = head_of(connection), _counts(connection)
        revision = current(engine) or ""
    finally:
        engine.dispose()
    return Backup(path, at, why, revision, head, counts, _sha256(partial), partial.stat().st_size)


def _faults(engine: Engine) -> list[str]:
    try:
        if found := store_faults_of(engine):
            return found
        with engine.connect() as connection:
            return broken_links(connection)
    except DatabaseError as error:
        return [f"数据文件读不出来（{error.orig}）"]


def _missing(engine: Engine, counts: Mapping[str, int]) -> list[str]:
    with engine.connect() as connection:
        now = _counts(connection)
    return [
        f"表 {name} 应有 {many} 行，现有 {now.get(name, 0)} 行"
        for name, many in counts.items()
        if now.get(name, 0) != many
    ]


def _counts(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if "_fts" not in name]
    return {
        name: connection.scalar(select(func.count()).select_from(table(name))) or 0
        for name in names
    }


def _note(path: Path) -> Path:
    return path.with_suffix(_TOLD)


def _written(backup: Backup) -> bytes:
    told = asdict(backup) | {"path": backup.path.name, "made_at": backup.made_at.isoformat()}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
