"""The key file: one key, wrapped for the password of each operator and for the recovery sheet.

Changing a password wraps the key anew and touches nothing else. AES-256-GCM wraps; what a password
is worth is Argon2id's to say, with the costs written beside it, so that they can be raised later.
"""

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from qyclient.errors import Refused
from qyclient.keys.ring import told_in

KEY_BYTES = 32
_SALT, _NONCE = 16, 12
_TIME, _MEMORY_KIB, _LANES = 3, 64 * 1024, 4
_PURPOSE = b"qyclient recovery sheet"


@dataclass(frozen=True, slots=True)
class Slot:
    """The key for one operator: his name, the costs of Argon2id, and the wrapped key."""

    name: str
    salt: str
    wrapped: str
    time: int = _TIME
    memory_kib: int = _MEMORY_KIB
    lanes: int = _LANES


@dataclass(frozen=True, slots=True)
class KeyFile:
    """`recovery` is the key for the sheet that was printed last; `halves` how many it has."""

    id: str
    slots: tuple[Slot, ...]
    recovery: str = ""
    halves: int = 1

    @property
    def names(self) -> list[str]:
        """Return who can open the register with a password."""
        return [slot.name for slot in self.slots]


def new_key() -> tuple[KeyFile, bytes]:
    """Return a key nobody has yet, and its file without a slot."""
    return KeyFile(secrets.token_hex(8), ()), secrets.token_bytes(KEY_BYTES)


def read(file: Path) -> KeyFile:
    """Return what a key file holds; refuse one that is damaged."""
    told = told_in(file)
    try:
        return KeyFile(**told | {"slots": tuple(Slot(**slot) for slot in told["slots"])})
    except TypeError as error:
        raise Refused(
            f"钥匙文件“{file}”由更新版本的程序写成，请先升级本程序；没有改动。"
        ) from error


def written(file: KeyFile) -> bytes:
    """Return a key file as it is written."""
    return json.dumps(asdict(file), ensure_ascii=False, indent=1).encode()


def with_password(file: KeyFile, key: bytes, name: str, password: str) -> KeyFile:
    """Return the file with the key for an operator's password, in place of an earlier one."""
    slot = Slot(name, _text(secrets.token_bytes(_SALT)), "")
    slot = replace(slot, wrapped=_wrap(_derived(slot, password), key, file.id))
    others = tuple(one for one in file.slots if one.name != name)
    return replace(file, slots=(*others, slot))


def without(file: KeyFile, name: str) -> KeyFile:
    """Return the file without the key of an operator; refuse to take away the last."""
    left = tuple(one for one in file.slots if one.name != name)
    if not left and file.slots:
        raise Refused(f"{name} 是最后一位能打开登记簿的人；请先给另一位在岗的经办人设置密码。")
    return replace(file, slots=left)


def renamed(file: KeyFile, before: str, after: str) -> KeyFile:
    """Return the file with an operator under another name."""
    slots = (replace(one, name=after) if one.name == before else one for one in file.slots)
    return replace(file, slots=tuple(slots))


def with_recovery(file: KeyFile, key: bytes, secret: bytes, halves: int = 1) -> KeyFile:
    """Return the file with the key for a recovery sheet; an earlier sheet opens nothing more."""
    return replace(file, recovery=_wrap(_of_sheet(secret), key, file.id), halves=halves)


def by_password(file: KeyFile, name: str, password: str) -> bytes:
    """Return the key; refuse a wrong password, which is no damaged file."""
    slot = next((one for one in file.slots if one.name == name), None)
    if slot is None:
        raise Refused(f"{name} 没有打开登记簿的密码；请 {'、'.join(file.names)} 来打开。")
    try:
        return _unwrap(_derived(slot, password), slot.wrapped, file.id)
    except InvalidTag as error:
        raise Refused("密码不对，登记簿没有打开；请再输一次，忘记了的用恢复单重新设置。") from error


def by_recovery(file: KeyFile, secret: bytes) -> bytes:
    """Return the key; refuse a sheet that is not the last one printed for this register."""
    if not file.recovery:
        raise Refused("这个登记簿没有制作过恢复单，只能用密码打开。")
    try:
        return _unwrap(_of_sheet(secret), file.recovery, file.id)
    except InvalidTag as error:
        raise Refused(
            "这张恢复单打不开这个登记簿：可能是别的登记簿的，或后来重新制作过；请用最新的一张。"
        ) from error


def _derived(slot: Slot, password: str) -> bytes:
    return hash_secret_raw(
        password.encode(),
        b64decode(slot.salt),
        time_cost=slot.time,
        memory_cost=slot.memory_kib,
        parallelism=slot.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _of_sheet(secret: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=_PURPOSE).derive(secret)


def _wrap(by: bytes, key: bytes, identity: str) -> str:
    nonce = secrets.token_bytes(_NONCE)
    return _text(nonce + AESGCM(by).encrypt(nonce, key, identity.encode()))


def _unwrap(by: bytes, wrapped: str, identity: str) -> bytes:
    whole = b64decode(wrapped)
    return AESGCM(by).decrypt(whole[:_NONCE], whole[_NONCE:], identity.encode())


def _text(data: bytes) -> str:
    return b64encode(data).decode()
