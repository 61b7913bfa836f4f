"""备份: a register copied while it is in use, and looked at as a whole before it counts as one."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from qyclient.errors import Refused
from qyclient.keys import ring
from qyclient.paper.atomic import replacing, write_bytes
from qyclient.progress import Progress
from qyclient.safekeeping.looking import contents, missing, sha256_of, unsound
from qyclient.store.engine import Database, copied_into, let_go, reading_only
from qyclient.store.revision import current

ENDING = ".db"
_TOLD = ".json"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds, as it was found when it was made: written beside it.

    `head` is the hash of the newest entry of the history, `counts` how many rows each table has,
    `key` by what name the key goes that it is encrypted with, if it is.
    """

    path: Path
    made_at: datetime
    why: str
    revision: str
    head: str
    counts: Mapping[str, int]
    sha256: str
    size: int
    key: str = ""

    @property
    def key_file(self) -> Path:
        """Return the file with the key of an encrypted backup: it lies in the same folder."""
        return key_file_in(self.path.parent, self.key)


def key_file_in(folder: Path, identity: str) -> Path:
    """Return where a folder of backups keeps a key."""
    return folder / f"钥匙_{identity}.key"


def make(database: Database, path: Path, at: datetime, why: str, progress: Progress) -> Backup:
    """Copy a register to a file of its own, while it is in use, and say what the copy holds.

    Refused where the copy is not sound: then nothing stands at `path`.
    """
    with replacing(path) as partial:
        copied_into(database, partial, progress)
        found = _looked_into(database, partial, path, at, why)
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
    if sha256_of(backup.path) != backup.sha256:
        return [f"备份文件 {backup.path.name} 与备份时不同，可能已损坏"]
    engine = reading_only(backup.path, key_of(backup))
    try:
        return [*unsound(engine), *missing(engine, backup.counts)]
    finally:
        engine.dispose()


def key_of(backup: Backup) -> bytes | None:
    """Return the key of a backup; raises Locked for one that nobody gave a password for."""
    return (ring.held(backup.key) or ring.key_of(backup.key_file)) if backup.key else None


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
        let_go(register, _key_if_held(register))
        with replacing(aside) as old:
            shutil.copyfile(register, old)
    with replacing(register) as fresh:
        _copied(backup, fresh)
        bring_key(backup, register)


def bring_key(backup: Backup, register: Path) -> None:
    """Put the key file of a backup beside a register, unless a newer one of that key is there."""
    beside = register.with_suffix(".key")
    if backup.key and not (beside.is_file() and ring.identity_of(beside) == backup.key):
        write_bytes(beside, backup.key_file.read_bytes())


def _copied(backup: Backup, path: Path) -> None:
    with backup.path.open("rb") as source, path.open("wb") as target:
        while piece := source.read(_PIECE):
            target.write(piece)
    if sha256_of(path) != backup.sha256:
        raise Refused(f"备份 {backup.path.name} 没有完整地读出来，什么也没有改动；请再试一次。")


def _looked_into(database: Database, partial: Path, path: Path, at: datetime, why: str) -> Backup:
    try:
        head, counts = contents(partial, database.key)
    except Refused as no:
        raise Refused(f"备份{no}这份备份没有保留。") from no
    engine = reading_only(partial, database.key)
    revision = current(engine) or ""
    engine.dispose()
    size, key = partial.stat().st_size, database.path.with_suffix(".key")
    identity = "" if database.key is None else ring.identity_of(key)
    return Backup(path, at, why, revision, head, counts, sha256_of(partial), size, identity)


def _key_if_held(register: Path) -> bytes | None:
    try:
        return ring.key_beside(register)
    except Refused:  # nobody can open it: it is kept as it is
        return None


def _note(path: Path) -> Path:
    return path.with_suffix(_TOLD)


def _written(backup: Backup) -> bytes:
    told = asdict(backup) | {"path": backup.path.name, "made_at": backup.made_at.isoformat()}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
