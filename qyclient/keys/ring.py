"""Which keys this program holds, and which of them opens a file: read without any cryptography."""

import json
from pathlib import Path
from typing import Any

from qyclient.errors import Locked, Refused

REGISTER, KEY_FILE = "register.db", "register.key"
"""The file that holds a register, and beside it the one that holds its key, wrapped."""

_PLAIN = b"SQLite format 3\0"
_held: dict[str, bytes] = {}
_owners: dict[str, str] = {}


def hold(identity: str, key: bytes, owner: str = "") -> None:
    """Hold a key until the program ends; `owner` has proven by his password that he may."""
    _held[identity] = key
    _owners[identity] = owner


def let_go(identity: str) -> None:
    """Forget a key."""
    _held.pop(identity, None)
    _owners.pop(identity, None)


def is_plain(register: Path) -> bool:
    """Say whether a file is a database that anybody can read."""
    try:
        with register.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


def key_beside(register: Path) -> bytes | None:
    """Return the key of a register; None for a plain one. Raises Locked while nobody gave it.

    The file itself decides: one that is readable needs no key, whatever lies beside it, so that a
    register whose encryption was cut short is opened as it is.
    """
    file = register.with_suffix(".key")
    if is_plain(register) or not file.is_file():
        return None
    return key_of(file)


def key_of(file: Path) -> bytes:
    """Return the key a key file holds; raises Locked while nobody gave a password for it."""
    found = _held.get(identity_of(file))
    if found is None:
        raise Locked(file)
    return found


def held(identity: str) -> bytes | None:
    """Return a key that is held; None for one that is not, and for none."""
    return _held.get(identity)


def take_owner(register: Path) -> str:
    """Return who just opened a register with his password, once; empty for a plain one."""
    file = register.with_suffix(".key")
    if is_plain(register) or not file.is_file():
        return ""
    return _owners.pop(identity_of(file), "")


def identity_of(file: Path) -> str:
    """Return by what name the key of a key file goes."""
    return str(told_in(file)["id"])


def told_in(file: Path) -> dict[str, Any]:
    """Return what stands in a key file; refuse one that cannot be read."""
    try:
        told: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return told | {"id": str(told["id"]), "slots": [*told["slots"]]}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise Refused(
            f"钥匙文件“{file}”读不出来，登记簿打不开；请把“备份”文件夹里的“钥匙_….key”"
            f"复制过来，改名为 {KEY_FILE}，再打开。"
        ) from error
