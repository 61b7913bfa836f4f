"""组织机构代码 (GB 11714-1997): eight characters and a check character."""

import re

from qyclient.records.characters import tidy
from qyclient.records.defects import CodeDefect

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "0123456789X0"
_LENGTH = 9
_FILLING = re.compile(r"[\s\-‐‑‒–—―−_]+")


def check_character(body: str) -> str:
    """Return the ninth character for the first eight."""
    total = sum(_ALPHABET.index(char) * weight for char, weight in zip(body, _WEIGHTS, strict=True))
    return _CHECKS[11 - total % 11]


def parse_org_code(text: str) -> str:
    """Return the nine characters without the hyphen, or raise CodeDefect."""
    code = _FILLING.sub("", tidy(text)).upper()
    if len(code) != _LENGTH:
        raise CodeDefect(f"组织机构代码应为 {_LENGTH} 位，现在是 {len(code)} 位")
    for place, char in enumerate(code, start=1):
        if char not in _ALPHABET:
            raise CodeDefect(f"组织机构代码第 {place} 位“{char}”不是数字或字母")
    right = check_character(code[:-1])
    if code[-1] != right:
        raise CodeDefect(
            f"组织机构代码校验位不对：末位是 {code[-1]}，按前 8 位计算应为 {right}",
            overridable=True,
        )
    return code


def format_org_code(code: str) -> str:
    """Return the code as it is printed: ``12345678-9``."""
    return f"{code[:-1]}-{code[-1]}"
