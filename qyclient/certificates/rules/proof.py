"""验证码: a compact signed statement of what a certificate says, and reading it back offline.

A statement is capitals and figures, so that a scanner that types can type it and a code for it is
small: ``QY1.`` + deflated JSON in base32 + ``.`` + an Ed25519 signature of all before that dot. It
is a proof of this office's own paper and never claims to be the state's electronic licence.
"""

import json
import zlib
from base64 import b32decode, b32encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from qyclient.errors import Refused

STATEMENT, STATUS_LIST = "QY1", "QYL1"
_MOST = 65_536
_SHORTEST = 8
NOT_A_LICENCE = "本验证只说明证书由本机关制作、内容未被改动，不是国家电子证照。"


@dataclass(frozen=True, slots=True)
class Read:
    """A statement that was read: what it says, and the public key it was signed with."""

    said: Mapping[str, Any]
    public: str

    @property
    def fields(self) -> Mapping[str, str]:
        """Return every certified value, by box key."""
        found: dict[str, str] = self.said["f"]
        return found


def new_key(password: str) -> tuple[str, bytes]:
    """Return a new public key, and the private one locked with a password."""
    if len(password) < _SHORTEST:
        raise Refused(f"密码至少 {_SHORTEST} 个字符，请换一个长一些的。")
    key = Ed25519PrivateKey.generate()
    lock = BestAvailableEncryption(password.encode())
    locked = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, lock)
    return _text(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)), locked


def unlocked(locked: bytes, password: str) -> Ed25519PrivateKey:
    """Return a private key; Refused if the password is wrong."""
    try:
        key = load_der_private_key(locked, password.encode())
    except ValueError as error:
        raise Refused("密码不对，验证密钥没有解锁。") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused("这不是验证密钥，请从备份恢复。")
    return key


def signed(kind: str, said: Mapping[str, Any], key: Ed25519PrivateKey) -> str:
    """Return a signed statement."""
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(text.encode()) + packer.flush()
    body = f"{kind}.{_text(packed)}"
    return f"{body}.{_text(key.sign(body.encode()))}"


def read(text: str, publics: Mapping[str, Any], kind: str = STATEMENT) -> Read:
    """Return what a statement says; Refused, with the reason, if it is not one of ours unaltered.

    `publics` are the keys of the office; only their texts are looked at.
    """
    body, said, signature = _parts(text, kind)
    for public in publics:
        try:
            Ed25519PublicKey.from_public_bytes(_bytes(public)).verify(signature, body.encode())
        except (InvalidSignature, ValueError):
            continue
        return Read(said, public)
    raise Refused("验证码的签名不对：内容被改动过，或不是本机关的证书。")


def claimed(text: str) -> Mapping[str, Any] | None:
    """Return what a statement claims, whoever signed it; None if it is none."""
    try:
        return _parts(text, STATEMENT)[1]
    except Refused:
        return None


def differences(
    claimed_fields: Mapping[str, str], kept: Mapping[str, str], labels: Mapping[str, str]
) -> list[str]:
    """Return a sentence for each field that says another thing than what was certified."""
    keys = [*dict.fromkeys((*kept, *claimed_fields))]
    return [
        f"{labels.get(key, key)}：验证码上是“{claimed_fields.get(key, '')}”，"
        f"发证时是“{kept.get(key, '')}”"
        for key in keys
        if claimed_fields.get(key, "") != kept.get(key, "")
    ]


def _parts(text: str, kind: str) -> tuple[str, Mapping[str, Any], bytes]:
    plain = "".join(text.split()).upper()
    head, _dot, rest = plain.partition(".")
    packed, dot, signature = rest.partition(".")
    if head != kind or not dot:
        raise Refused("这不是本机关证书的验证码，请重新扫描或粘贴完整。")
    try:
        opener = zlib.decompressobj(-zlib.MAX_WBITS)
        said = dict(json.loads(opener.decompress(_bytes(packed), _MOST).decode()))
        return f"{head}.{packed}", said, _bytes(signature)
    except (ValueError, TypeError, NotBase64, zlib.error) as error:
        raise Refused("验证码不完整或有误，请重新扫描或粘贴完整。") from error


def _text(raw: bytes) -> str:
    return b32encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return b32decode(text + "=" * (-len(text) % 8))
