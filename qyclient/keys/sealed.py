"""Files beside an encrypted register: sealed by its key, whole, under names that say nothing."""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from qyclient.errors import Refused

_MARK = b"QYSEALED1\n"
_NONCE = 12


def is_sealed(data: bytes) -> bool:
    """Say whether bytes are sealed."""
    return data.startswith(_MARK)


def seal(key: bytes, name: str, data: bytes) -> bytes:
    """Return bytes that only the key opens, and only as what they were called."""
    nonce = secrets.token_bytes(_NONCE)
    return _MARK + nonce + AESGCM(_own(key)).encrypt(nonce, data, name.encode())


def unseal(key: bytes, name: str, data: bytes) -> bytes:
    """Return what was sealed; refuse what was changed since."""
    at = len(_MARK) + _NONCE
    try:
        return AESGCM(_own(key)).decrypt(data[len(_MARK) : at], data[at:], name.encode())
    except InvalidTag as error:
        raise Refused("附件的内容被改动过，或属于另一个登记簿，请从备份恢复。") from error


def hidden(key: bytes, name: str) -> str:
    """Return the name under which something lies on the disk: without the key it says nothing."""
    return hmac.new(_own(key), name.encode(), hashlib.sha256).hexdigest()


def _own(key: bytes) -> bytes:
    """Return a key for files alone: the database uses its own in another way."""
    return hashlib.sha256(b"qyclient files" + key).digest()
