"""恢复单: what opens a register when every password is forgotten, as words to be read and typed.

Sixteen bytes and one to check them are seventeen words of two characters each; each character
stands for half a byte, and no two at the same place sound alike.
"""

import hashlib
import secrets

from qyclient.errors import Refused

SECRET_BYTES = 16
MANY = SECRET_BYTES + 1
_FIRST = "红黄白青大小高低长新老东南冬春甜"
_SECOND = "山河花树鸟马羊牛鱼云月星桥田米车"
_CODE = "QYK1:"


def new_secret() -> bytes:
    """Return a secret nobody has seen yet."""
    return secrets.token_bytes(SECRET_BYTES)


def halves_of(secret: bytes) -> tuple[bytes, bytes]:
    """Return two halves for two people; one alone says nothing about the secret."""
    one = secrets.token_bytes(len(secret))
    return one, joined(one, secret)


def joined(one: bytes, other: bytes) -> bytes:
    """Return the secret that two halves make."""
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def words_of(secret: bytes) -> list[str]:
    """Return a secret as words."""
    return [_FIRST[byte >> 4] + _SECOND[byte & 15] for byte in (*secret, _check(secret))]


def code_of(secret: bytes) -> str:
    """Return a secret as the text of a code to be scanned."""
    return f"{_CODE}{secret.hex().upper()}"


def secret_of(typed: str) -> bytes:
    """Return the secret that was typed as words, or scanned; refuse what cannot be one."""
    text = "".join(typed.split())
    if text.upper().startswith(_CODE):
        return _from_code(text[len(_CODE) :])
    text = "".join(one for one in text if one in _FIRST or one in _SECOND)
    pairs = [text[at : at + 2] for at in range(0, len(text), 2)]
    wrong = [number for number, pair in enumerate(pairs, 1) if not _is_word(pair)]
    if wrong:
        raise Refused(f"第 {wrong[0]} 个词“{pairs[wrong[0] - 1]}”不是恢复单上的词，请对照再输。")
    if len(pairs) != MANY:
        raise Refused(f"恢复单上有 {MANY} 个词，现在是 {len(pairs)} 个，请对照再输。")
    *secret, check = (_FIRST.index(one[0]) << 4 | _SECOND.index(one[1]) for one in pairs)
    if check != _check(bytes(secret)):
        raise Refused("这些词里有一个输错了，请逐个对照恢复单。")
    return bytes(secret)


def _from_code(text: str) -> bytes:
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        secret = b""
    if len(secret) != SECRET_BYTES:
        raise Refused("扫描到的不是一张完整的恢复单，请重新扫描，或输入上面的词。")
    return secret


def _is_word(pair: str) -> bool:
    return len(pair) == len("词词") and pair[0] in _FIRST and pair[1] in _SECOND


def _check(secret: bytes) -> int:
    return hashlib.sha256(b"qyclient recovery" + secret).digest()[0]
