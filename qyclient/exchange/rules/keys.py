"""钥匙: one secret of an office signs what it sends and opens what is sent to it.

The secret is the Ed25519 key that certificates are proved with. The age identity (X25519) that
opens packages is worked out from it, so that one password unlocks both and one backup holds both.
"""

import hashlib
import json
from base64 import b32decode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage import RecipientError
from pyrage.x25519 import Identity, Recipient

from qyclient.errors import Refused
from qyclient.exchange.rules.words import phrase

KEY_WORDS = 12
_KIND = "qykey"
_PURPOSE = b"qyclient age identity 1"
_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_HRP = "age-secret-key-"


@dataclass(frozen=True, slots=True)
class OfficeKey:
    """What another office must have of this one: whose it is, and both public parts."""

    office: str
    area_code: str
    signs: str
    receives: str

    @property
    def phrase(self) -> str:
        """Return its fingerprint in words, to be read to each other by telephone."""
        told = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return phrase(hashlib.sha256(told.encode()).hexdigest(), KEY_WORDS)


def identity_of(key: Ed25519PrivateKey) -> Identity:
    """Return what opens packages, worked out from the key that signs."""
    secret = HKDF(SHA256(), 32, salt=None, info=_PURPOSE).derive(key.private_bytes_raw())
    return Identity.from_str(_bech32(secret).upper())


def recipient(text: str) -> Recipient:
    """Return to whom a package is shut."""
    try:
        return Recipient.from_str(text)
    except RecipientError as error:
        raise Refused("钥匙文件里的收件公钥不对，请向对方重新要一份。") from error


def key_text(key: OfficeKey) -> str:
    """Return a key as the small file that is brought to another office once."""
    told = {"kind": _KIND, "version": 1, **asdict(key), "phrase": key.phrase}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def read_key(data: bytes) -> OfficeKey:
    """Return the key of a key file; refused if it is none or was altered."""
    try:
        told: Mapping[str, Any] = json.loads(data.decode("utf-8-sig"))
        parts = [told[name] for name in ("office", "area_code", "signs", "receives")]
        kind, said = told["kind"], told["phrase"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused("这不是钥匙文件，请向对方要一份由本程序写出的钥匙文件。") from error
    if kind != _KIND or not all(isinstance(part, str) and part for part in parts):
        raise Refused("这不是钥匙文件，请向对方要一份由本程序写出的钥匙文件。")
    key = OfficeKey(*parts)
    if key.phrase != said:
        raise Refused("钥匙文件里的公钥和口令词对不上，可能被改动过，请向对方重新要一份。")
    recipient(key.receives)
    verify(key.signs, b"", b"", "钥匙文件里的签名公钥不对，请向对方重新要一份。", only_key=True)
    return key


def verify(public: str, data: bytes, signature: bytes, no: str, *, only_key: bool = False) -> None:
    """Refuse with a sentence what was not signed with the private part of a key."""
    try:
        raw = b32decode(public + "=" * (-len(public) % 8))
        key = Ed25519PublicKey.from_public_bytes(raw)
        if not only_key:
            key.verify(signature, data)
    except (InvalidSignature, ValueError) as error:
        raise Refused(no) from error


def _bech32(data: bytes) -> str:
    """Return bytes in the writing that age keys are written in (BIP 173)."""
    values = [*_regrouped(data)]
    spread = [*(ord(c) >> 5 for c in _HRP), 0, *(ord(c) & 31 for c in _HRP)]
    check = _polymod([*spread, *values, *[0] * 6]) ^ 1
    values += [(check >> 5 * (5 - place)) & 31 for place in range(6)]
    return f"{_HRP}1{''.join(_ALPHABET[value] for value in values)}"


def _regrouped(data: bytes) -> Iterable[int]:
    number, bits = int.from_bytes(data, "big"), 8 * len(data)
    number <<= -bits % 5
    for shift in range(bits + (-bits % 5) - 5, -1, -5):
        yield (number >> shift) & 31


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(
            (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
        ):
            check ^= generator if (top >> place) & 1 else 0
    return check
