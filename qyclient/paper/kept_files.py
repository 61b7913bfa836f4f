"""Files kept whole beside the register, each under its own fingerprint."""

import hashlib
import os
import stat
from pathlib import Path

from qyclient.errors import Refused
from qyclient.paper.atomic import write_bytes

FOLDER = "files"


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
    """Keep bytes beside a register and return their fingerprint; the same bytes are kept once."""
    fingerprint = hashlib.sha256(data).hexdigest()
    path = _place(register, fingerprint)
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, data)
    return fingerprint


def kept(register: Path, fingerprint: str) -> bytes:
    """Return kept bytes; refuse those that are gone or are not what was kept."""
    try:
        data = _place(register, fingerprint).read_bytes()
    except OSError as error:
        raise Refused("附件的文件不在登记簿旁边了，请从备份恢复 files 文件夹。") from error
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
            there.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(there, path.read_bytes())


def _place(register: Path, fingerprint: str) -> Path:
    return register / FOLDER / fingerprint[:2] / fingerprint


_BINARY = getattr(os, "O_BINARY", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe that nobody writes to would wait for ever."""
