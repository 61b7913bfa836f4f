"""When a register is backed up, where, and how one comes back."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from qyclient.errors import Refused
from qyclient.keys import ring
from qyclient.paper.atomic import write_bytes
from qyclient.paper.kept_files import bring, seal_all, wipe
from qyclient.progress import Progress, Silent
from qyclient.safekeeping import backup as one
from qyclient.safekeeping.backup import Backup, backups_in
from qyclient.safekeeping.looking import head_of
from qyclient.safekeeping.rotation import kept
from qyclient.store.engine import Database

CLOSING, DAILY, IMPORTING, UPGRADING, ASKED = "关闭程序", "每日", "导入前", "升级前", "手动"
_FOLDER, _ASIDE, _SECOND = "备份", "恢复前", "第二处.json"
_DAILY = timedelta(hours=20)
"""A working day after the last: one that begins a little earlier than yesterday counts too."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup as it was made, and why there is none of it at the second place."""

    backup: Backup
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Age:
    """When a register was last backed up, here and at the second place; None for never."""

    here: datetime | None
    second: Path | None
    there: datetime | None


def backups_of(register: Path) -> list[Backup]:
    """Return the backups beside a register, the newest first."""
    return backups_in(beside(register))


def age_of(register: Path) -> Age:
    """Return how old the newest backups are; a stick that is not there has none."""
    second = second_place(register)
    return Age(_newest(beside(register)), second, _newest(second) if second is not None else None)


def is_due(database: Database, at: datetime, *, daily: bool = False) -> bool:
    """Say whether anything was written since the newest backup; of a daily one, long enough ago."""
    newest = next(iter(backups_of(database.path)), None)
    if newest is None:
        return True
    if daily and _plain(at) - newest.made_at < _DAILY:
        return False
    with database.reader.connect() as connection:
        return head_of(connection) != newest.head


def back_up(database: Database, at: datetime, why: str, progress: Progress | None = None) -> Made:
    """Back a register up beside itself and at its second place; thin out what is old in both.

    The files kept beside it, such as scans, go with it: each once, for they never change.

    Refused where no sound backup could be made here; trouble with the second place is only told.
    """
    folder = beside(database.path)
    _make(folder)
    path = folder / f"登记簿_{_stamp(at)}{one.ENDING}"
    made = one.make(database, path, _plain(at), why, progress or Silent())
    _bring(database, made, folder)
    second = second_place(database.path)
    if second is None:
        return Made(made)
    try:
        one.copy_to(made, second)
        _bring(database, made, second)
    except Refused as no:
        return Made(made, str(no))
    return Made(made)


def restore(register: Path, backup: Backup, at: datetime) -> Path:
    """Put a backup in the place of a register that nobody has open; return what was there before.

    It stays in the folder of backups, and is listed nowhere as one. Refused, with nothing changed,
    where the backup is not sound or another window has the register open.
    """
    _make(beside(register))
    _keep_key(register)
    aside = beside(register) / f"{_ASIDE}_{_stamp(at)}.register"
    one.put_in_place(backup, register, aside)
    bring(backup.path.parent, register.parent)
    return aside


def second_place(register: Path) -> Path | None:
    """Return the folder of a stick or another disk that gets each backup too."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return Path(json.loads((beside(register) / _SECOND).read_text("utf-8"))["folder"])
    return None


def keep_second_place(register: Path, folder: Path | None) -> None:
    """Remember the second place, or that there is none; refuse the disk folder of the first."""
    if folder is not None and folder.resolve() in (register.parent.resolve(), beside(register)):
        raise Refused("第二处要换一个地方，最好是另一个盘或 U 盘；放在登记簿旁边没有用。")
    _make(beside(register))
    told = None if folder is None else {"folder": str(folder.absolute())}
    write_bytes(beside(register) / _SECOND, json.dumps(told, ensure_ascii=False).encode())


def _bring(database: Database, made: Backup, folder: Path) -> None:
    """Bring what a backup needs to be opened and read, and thin out the old ones."""
    if database.key is not None:
        for left in seal_all(database.path.parent, database.key):
            wipe(left)
        newest = database.path.with_suffix(".key").read_bytes()
        write_bytes(one.key_file_in(folder, made.key), newest)
    bring(database.path.parent, folder)
    _thin_out(folder)


def _keep_key(register: Path) -> None:
    """Keep the key of what a restore replaces: it is encrypted as it was."""
    file = register.with_suffix(".key")
    if file.is_file() and not ring.is_plain(register):
        kept_at = one.key_file_in(beside(register), ring.identity_of(file))
        write_bytes(kept_at, file.read_bytes())


def _thin_out(folder: Path) -> None:
    found = backups_in(folder)
    stay = kept(backup.made_at for backup in found)
    for backup in found:
        if backup.made_at not in stay:
            one.drop(backup)


def _newest(folder: Path) -> datetime | None:
    return next((backup.made_at for backup in backups_in(folder)), None)


def beside(register: Path) -> Path:
    """Return the folder of backups beside a register."""
    return register.parent / _FOLDER


def _plain(at: datetime) -> datetime:
    """Return the time as the clock on the wall shows it."""
    return at.replace(tzinfo=None, microsecond=0)


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%d_%H%M%S}"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"不能建立备份文件夹“{folder}”：{error.strerror}；请检查权限。") from error
