"""公民身份号码 (GB 11643-1999) and the other papers a person may show."""

import re
from datetime import date

from qyclient.records.characters import tidy
from qyclient.records.defects import CodeDefect, lost_digits, seems_rounded

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_LENGTH, _OLD_LENGTH = 18, 15
_EARLIEST_YEAR = 1850
_CENTENARIAN = 996  # sequences 996-999 of the old numbers were kept for those born before 1900
_FILLING = re.compile(r"[\s\-‐‑‒–—―−_]+")
_LOST = "证件号码在 Excel 里变成了数字，末尾几位已丢失，请按证件重新录入，并把该列设为文本"
_OTHER_PAPERS = {
    "HK_MACAU_PERMIT": (
        "[HM][0-9]{8}(?:[0-9]{2})?",
        "港澳居民来往内地通行证号应为 H 或 M 加 8 位数字",
    ),
    "TAIWAN_PERMIT": (
        "[0-9]{8}|[0-9]{10}(?:\\([A-Z]\\)|[A-Z])?",
        "台湾居民来往大陆通行证号应为 8 位数字",
    ),
    "PASSPORT": ("(?=.*[0-9])[A-Z0-9]{5,17}", "护照号应为 5 至 17 位字母和数字"),
    "FOREIGN_PERMANENT": (
        "[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]",
        "外国人永久居留身份证号应为 18 位，或旧证的 3 个字母加 12 位数字",
    ),
    "OFFICER": ("(?=.*[0-9])[\\w()（）〔〕第号字]{4,24}", "军官证号应如 军字第1234567号"),
}


def parse_id_no(text: str) -> str:
    """Return the eighteen characters; the area prefix is not judged, since people keep it."""
    number = _plain(text)
    if len(number) != _LENGTH:
        raise CodeDefect(f"身份证号应为 {_LENGTH} 位，现在是 {len(number)} 位")
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        raise CodeDefect("身份证号应为 17 位数字加 1 位数字或 X")
    right = check_character(number[:-1])
    if number[-1] != right and seems_rounded(number):
        raise CodeDefect(_LOST)
    _birth(number[6:14])
    if number[-1] != right:
        raise CodeDefect(
            f"身份证号校验位不对：末位是 {number[-1]}，按前 17 位计算应为 {right}",
            overridable=True,
        )
    return number


def birth_date(id18: str) -> date:
    """Return the date of birth that the number carries."""
    return _birth(id18[6:14])


def gender(id18: str) -> str:
    """Return 男 or 女: the seventeenth digit is odd for men."""
    return "男" if int(id18[16]) % 2 else "女"


def check_paper(kind_code: str, number: str) -> str:
    """Return the number in its written form, judged by the kind of paper (证件类型)."""
    if kind_code == "ID_CARD":
        return parse_id_no(number)
    pattern, sentence = _OTHER_PAPERS[kind_code]
    plain = _plain(number)
    if not re.fullmatch(pattern, plain):
        raise CodeDefect(sentence)
    if (
        kind_code == "FOREIGN_PERMANENT"
        and len(plain) == _LENGTH
        and plain[-1] != check_character(plain[:-1])
    ):
        raise CodeDefect("外国人永久居留身份证号校验位不对", overridable=True)
    return plain


def upgrade_15(no: str) -> str:
    """Return today's number for one of fifteen digits; archives hold those issued until 1999."""
    number = _plain(no)
    if len(number) != _OLD_LENGTH or not re.fullmatch("[0-9]+", number):
        raise CodeDefect(f"旧身份证号应为 {_OLD_LENGTH} 位数字，现在是“{number}”")
    century = "18" if int(number[-3:]) >= _CENTENARIAN else "19"
    body = number[:6] + century + number[6:]
    _birth(body[6:14])
    return body + check_character(body)


def mask_id(no: str) -> str:
    """Return a paper's number as lists show it: ``4418**********3010``."""
    shown = min(4, len(no) // 4)
    return no[:shown] + "*" * (len(no) - 2 * shown) + no[len(no) - shown :]


def _plain(text: str) -> str:
    plain = tidy(text).removeprefix("'").upper()
    if lost_digits(plain):
        raise CodeDefect(_LOST)
    return _FILLING.sub("", plain)


def check_character(body: str) -> str:
    """Return the 18th character for the first 17 (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def _birth(digits: str) -> date:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        born = date(max(year, 1), month, day)
    except ValueError:
        born = date.min
    if born.year < _EARLIEST_YEAR:
        raise CodeDefect(f"身份证号里的出生日期 {year:04d}-{month:02d}-{day:02d} 不存在")
    return born
