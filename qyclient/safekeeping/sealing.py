"""加密: giving a register a key, opening it with one, and turning a plain register into one."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qyclient.errors import Refused
from qyclient.keys import ring, slots
from qyclient.keys.words import halves_of
from qyclient.paper.atomic import replacing, write_bytes
from qyclient.paper.kept_files import FOLDER, seal_all, wipe
from qyclient.progress import Progress
from qyclient.safekeeping.backup import backups_in, drop
from qyclient.safekeeping.keeping import beside, second_place
from qyclient.safekeeping.looking import contents
from qyclient.store.engine import exported, let_go


@dataclass(frozen=True, slots=True)
class Guard:
    """Who opens a register with which password, and what its recovery sheet says."""

    name: str
    password: str
    secret: bytes
    halves: int = 1

    @property
    def sheets(self) -> Sequence[bytes]:
        """Return what is printed: one sheet, or two of which each alone opens nothing."""
        return (self.secret,) if self.halves == 1 else halves_of(self.secret)


def begin(register: Path, guard: Guard) -> None:
    """Give a register that is about to be made a key: from its first byte it is encrypted."""
    file, key = _made(guard)
    register.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(register.with_suffix(".key"), slots.written(file))
    ring.hold(file.id, key, guard.name)


def unlock(file: Path, name: str, password: str) -> None:
    """Hold the key of a register; refused for a wrong password."""
    told = slots.read(file)
    ring.hold(told.id, slots.by_password(told, name, password), name)


def unlock_by_sheet(file: Path, secret: bytes, name: str, password: str) -> None:
    """Hold the key a recovery sheet opens, and give somebody a new password for it."""
    told = slots.read(file)
    key = slots.by_recovery(told, secret)
    write_bytes(file, slots.written(slots.with_password(told, key, name, password)))
    ring.hold(told.id, key, name)


def new_sheet(register: Path, secret: bytes, halves: int) -> None:
    """Let a new recovery sheet open a register; the old one opens it no longer."""
    file, key = register.with_suffix(".key"), ring.key_beside(register)
    if key is None:
        raise Refused("这个登记簿没有加密，不需要恢复单。")
    told = slots.with_recovery(slots.read(file), key, secret, halves)
    write_bytes(file, slots.written(told))


def encrypt(register: Path, guard: Guard, progress: Progress, *, wipe_old: bool) -> None:
    """Turn a plain register that nobody has open into an encrypted one, or change nothing.

    A copy is encrypted, held against the original, and takes its name. What was readable, backups
    too, is wiped, or the register is kept among the backups under the name of 加密前.
    """
    if not ring.is_plain(register):
        raise Refused("这个登记簿已经加密了，没有改动。")
    let_go(register)
    file, key = _made(guard)
    progress.step(0, 4, "正在加密登记簿")
    with replacing(register) as fresh:
        exported(register, fresh, None, key)
        progress.step(1, 4, "正在核对")
        if contents(register, None) != contents(fresh, key):
            raise Refused("加密后的登记簿与原来的不一致，没有采用，登记簿没有改动；请再试一次。")
        progress.step(2, 4, "正在加密附件")
        open_files = seal_all(register.parent, key)
        if not wipe_old:
            _keep_aside(register)
        write_bytes(register.with_suffix(".key"), slots.written(file))
    ring.hold(file.id, key, guard.name)
    progress.step(3, 4, "正在清理明文")
    for path in open_files:
        wipe(path)
    if wipe_old:
        _wipe_backups(register)


def _made(guard: Guard) -> tuple[slots.KeyFile, bytes]:
    file, key = slots.new_key()
    file = slots.with_password(file, key, guard.name, guard.password)
    return slots.with_recovery(file, key, guard.secret, guard.halves), key


def _keep_aside(register: Path) -> None:
    folder = beside(register)
    folder.mkdir(exist_ok=True)
    with replacing(folder / "加密前.register") as aside:
        shutil.copyfile(register, aside)


def _wipe_backups(register: Path) -> None:
    """Wipe the readable backups of a register, here and at the second place if it is there."""
    for folder in filter(None, (beside(register), second_place(register))):
        for backup in backups_in(folder):
            if not backup.key:
                wipe(backup.path)
                drop(backup)
        for path in [*folder.glob("*.register"), *(folder / FOLDER).glob("??/*")]:
            wipe(path)
