"""Files kept whole beside the register, each under its own fingerprint."""

import hashlib
import os
import stat
from pathlib import Path

from qyclient.errors import Refused
from qyclient.keys.ring import REGISTER, key_beside
from qyclient.keys.sealed import hidden, is_sealed, seal, unseal
from qyclient.paper.atomic import write_bytes

FOLDER = "files"
_PIECE = 1 << 20


def read_whole(path: Path, most: int) -> bytes:
    """Return the bytes of an ordinary file; refuse links, devices, and what is too large or empty.

    The size is looked at before anything is read, and what is read is never more.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _BINARY | _NONBLOCK)
    except OSError as error:
        raise Refused(f"“{path.name}”打不开（链接、被占用或没有权限），没有附入。") from error
    known = os.fstat(handle)
    if not stat.S_ISREG(known.st_mode):
        os.close(handle)
        raise Refused(f"“{path.name}”不是普通文件，没有附入。")
    with os.fdopen(handle, "rb") as file:
        if known.st_size > most:
            raise Refused(
                f"“{path.name}”有 {known.st_size / 2**20:.0f} MB，超过 {most / 2**20:.0f} MB；"
                "请降低扫描分辨率，或拆成几个文件。"
            )
        data = file.read(most + 1)
    if not data:
        raise Refused(f"“{path.name}”是空文件（0 字节），请重新扫描。")
    return data


def keep(register: Path, data: bytes) -> str:
    """Keep bytes beside a register and return their fingerprint; the same bytes are kept once.

    Beside an encrypted register they are sealed.
    """
    fingerprint = hashlib.sha256(data).hexdigest()
    key = key_beside(register / REGISTER)
    path = _place(register, fingerprint if key is None else hidden(key, fingerprint))
    if not path.is_file():
        _write(path, data if key is None else seal(key, path.name, data))
    return fingerprint


def kept(register: Path, fingerprint: str) -> bytes:
    """Return kept bytes; refuse those that are gone or are not what was kept."""
    key = key_beside(register / REGISTER)
    path = _place(register, fingerprint if key is None else hidden(key, fingerprint))
    if key is not None and not path.is_file():
        path = _place(register, fingerprint)  # not sealed yet: the work was cut short
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused("附件的文件不在登记簿旁边了，请从备份恢复 files 文件夹。") from error
    if key is not None and is_sealed(data):
        data = unseal(key, path.name, data)
    if hashlib.sha256(data).hexdigest() != fingerprint:
        raise Refused("附件的内容与登记的指纹不符，可能被改动过，请从备份恢复。")
    return data


def bring(source: Path, target: Path) -> None:
    """Bring the files kept beside one register to another place that lacks them.

    Each is named by its content and never changes, so what is there already is the same.
    """
    for path in sorted((source / FOLDER).glob("??/*")):
        there = _place(target, path.name)
        if not there.is_file():
            _write(there, path.read_bytes())


def seal_all(register: Path, key: bytes) -> list[Path]:
    """Write what lies open beside a register sealed too; return the open files, still there."""
    still = []
    for path in sorted((register / FOLDER).glob("??/*")):
        data = path.read_bytes()
        if is_sealed(data):
            continue
        still.append(path)
        there = _place(register, hidden(key, path.name))
        if not there.is_file():
            _write(there, seal(key, there.name, data))
    return still


def wipe(path: Path) -> None:
    """Take a file away after writing over it: on old disks nothing is left to be found."""
    with path.open("r+b") as file:
        for at in range(0, path.stat().st_size, _PIECE):
            file.write(bytes(min(_PIECE, path.stat().st_size - at)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, data)


def _place(register: Path, fingerprint: str) -> Path:
    return register / FOLDER / fingerprint[:2] / fingerprint


_BINARY = getattr(os, "O_BINARY", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe that nobody writes to would wait for ever."""
