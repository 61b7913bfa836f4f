"""统一社会信用代码 (GB 32100-2015): eighteen characters with a check inside and one at the end."""

import re
from dataclasses import dataclass

from qyclient.records import org_code
from qyclient.records.characters import tidy
from qyclient.records.defects import CodeDefect, lost_digits, seems_rounded

__all__ = [
    "CodeDefect",
    "UsccParts",
    "check_character",
    "grouped",
    "normalise_code",
    "parse_uscc",
    "uscc_parts",
]

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_LENGTH = 18
_FILLING = re.compile(r"[\s\-‐‑‒–—―−_]+")
_TAKEN_FOR = {"I": "1", "O": "0", "Z": "2", "S": "5", "V": "U 或 Y"}
_LOST = "统一社会信用代码在 Excel 里变成了数字，末尾几位已丢失，请按证书重新录入，并把该列设为文本"


@dataclass(frozen=True, slots=True)
class UsccParts:
    """What a credit code says by its places."""

    registrar: str
    """登记管理部门代码, 5 for civil affairs."""
    kind: str
    """机构类别代码: for civil affairs 1 社会团体, 2 社会服务机构, 3 基金会."""
    area: str
    """Area code of the authority that registered the body, six digits."""
    organization_code: str
    """组织机构代码, nine characters."""


def check_character(body17: str) -> str:
    """Return the eighteenth character for the first seventeen."""
    total = sum(
        _ALPHABET.index(char) * weight for char, weight in zip(body17, _WEIGHTS, strict=True)
    )
    return _ALPHABET[-total % 31]


def normalise_code(text: str) -> str:
    """Return the eighteen characters unchecked; raise CodeDefect where no code can be read."""
    plain = tidy(text).removeprefix("'").upper()
    if lost_digits(plain):
        raise CodeDefect(_LOST)
    code = _FILLING.sub("", plain)
    if len(code) != _LENGTH:
        raise CodeDefect(f"统一社会信用代码应为 {_LENGTH} 位，现在是 {len(code)} 位")
    for place, char in enumerate(code, start=1):
        if char in _TAKEN_FOR:
            raise CodeDefect(
                f"统一社会信用代码不用字母 I、O、Z、S、V，"
                f"第 {place} 位是“{char}”，可能应为 {_TAKEN_FOR[char]}"
            )
        if char not in _ALPHABET:
            raise CodeDefect(f"统一社会信用代码第 {place} 位“{char}”不是数字或大写字母")
    if seems_rounded(code) and _check_defect(code):
        raise CodeDefect(_LOST)
    return code


def parse_uscc(text: str) -> str:
    """Return the code in its one written form, or raise CodeDefect saying what is wrong."""
    code = normalise_code(text)
    defect = _check_defect(code)
    if defect:
        raise CodeDefect(defect, overridable=True)
    return code


def uscc_parts(code: str) -> UsccParts:
    """Return what the places of a parsed code stand for."""
    return UsccParts(code[0], code[1], code[2:8], code[8:17])


def grouped(code: str) -> str:
    """Return the code as it is read aloud: ``5144 1803 MJM0 0012 2P``."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _check_defect(code: str) -> str:
    found = []
    right = check_character(code[:-1])
    if code[-1] != right:
        found.append(f"末位是 {code[-1]}，按前 17 位计算应为 {right}")
    inner = org_code.check_character(code[8:16])
    if code[16] != inner:
        found.append(f"第 17 位（组织机构代码校验位）是 {code[16]}，计算应为 {inner}")
    return "统一社会信用代码校验位不对：" + "；".join(found) if found else ""
