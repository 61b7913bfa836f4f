"""Telephone numbers as the county writes them: 138…, 0763-1234567, several in one cell."""

import re

from qyclient.records.characters import one_line

_SEPARATORS = re.compile(r"[、/;；,，|\s]+|(?<=\d)或(?=\d)")
_AREA_IN_BRACKETS = re.compile(r"[(（](0\d{2,3})[)）][\s\-]*")
_AREA_APART = re.compile(r"(?<!\d)(0\d{2,3})\s*-?\s+(?=\d{7,8}(?!\d))")
_MOBILE_IN_GROUPS = re.compile(r"(?<!\d)(1[3-9]\d)[\s-](\d{4})[\s-](\d{4})(?!\d)")
_EXTENSION = re.compile(r"\s*(?:转|分机|ext\.?)[\s:：]*(?=\d)", re.IGNORECASE)
_DASHES = re.compile(r"\s*[‐‑‒–—―−]+\s*|\s*-\s*")
_COUNTRY = re.compile(r"(?<!\d)(?:\+|00)86[\s-]*(?=\d)")
_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(
    r"(?P<area>0(?:10|2\d)|0[3-9]\d{2})-?(?P<number>\d{7,8})(?P<extension>-\d{1,6})?",
    re.ASCII,
)
_LOCAL = re.compile(r"[2-9]\d{6,7}(?:-\d{1,6})?", re.ASCII)


def parse_phone(text: str) -> str:
    """Return the numbers, joined with 、; landlines get their hyphen."""
    line = _COUNTRY.sub("", _DASHES.sub("-", one_line(text)))
    line = _AREA_APART.sub(r"\1-", _AREA_IN_BRACKETS.sub(r"\1-", line))
    line = _EXTENSION.sub("-", _MOBILE_IN_GROUPS.sub(r"\1\2\3", line)).removesuffix(".0")
    numbers = [_number(part) for part in _SEPARATORS.split(line) if part]
    if not numbers:
        raise ValueError("没有写电话号码")
    return "、".join(dict.fromkeys(numbers))


def mask_phone(number: str) -> str:
    """Return the numbers as lists show them: mobiles as ``138****1234``, landlines in full."""
    return "、".join(
        f"{part[:3]}****{part[-4:]}" if _MOBILE.fullmatch(part) else part
        for part in number.split("、")
    )


def _number(part: str) -> str:
    if _MOBILE.fullmatch(part) or _LOCAL.fullmatch(part):
        return part
    landline = _LANDLINE.fullmatch(part)
    if landline is None:
        raise ValueError(f"电话“{part}”不对：手机应为 11 位，固定电话应如 0763-1234567")
    area, number, extension = landline.group("area", "number", "extension")
    return f"{area}-{number}{extension or ''}"
