"""Dates as the office writes them, from 2026.3.1 to 二〇一二年八月三十日, and dates half known."""

import calendar
import re
from datetime import date, timedelta

from qyclient.records.characters import one_line
from qyclient.records.numerals import chinese_number, digits_of

_FIRST_YEAR, _LAST_YEAR = 1850, 2199
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = range(14611, 73051)
"""1940-01-01 to 2100-01-01: a bare number outside is not a day number."""
_NUMERAL = "〇○◯零OoО一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾"
_WORDS = re.compile(
    rf"(?:([{_NUMERAL}]{{4}}|[0-9]{{4}})年)?(?:([{_NUMERAL}]{{1,3}})月)?(?:([{_NUMERAL}]{{1,4}})[日号])?"
)
_TIME = re.compile(r"(?<=\d)日?[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\+\d{2}:?\d{2})?$")
_FULL = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\.0)?")
_DAY_NUMBER = re.compile(r"(\d{5})(?:\.\d+)?")
_NO_YEAR = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")
_PARTIAL = re.compile(r"(\d{4})(?:年|\.0)?(?:(?<!\.0)[-/.]?(\d{1,2})月?)?")
_NEAR = {"昨天": -1, "今天": 0, "今日": 0, "明天": 1}
_UNKNOWN_WORDS = frozenset({"不详", "未知", "不明", "不清楚", "无法查明", "unknown"})
_CHINESE = "〇一二三四五六七八九"


class PartialDate(str):
    """A date of which only the year or the month may be known: 1998, 2003-05, 2003-05-17.

    It is stored and sorted as this text; ``unknown`` stands for 不详.
    """

    __slots__ = ()

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return date.fromisoformat(self) if len(self) == len("2003-05-17") else None

    @property
    def earliest(self) -> date | None:
        """The first day it can have been."""
        year, month, day = self._parts()
        return date(year, month or 1, day or 1) if year else None

    @property
    def latest(self) -> date | None:
        """The last day it can have been."""
        year, month, day = self._parts()
        if not year:
            return None
        last = calendar.monthrange(year, month or 12)[1]
        return date(year, month or 12, day or last)

    def _parts(self) -> tuple[int, int, int]:
        if self == "unknown":
            return 0, 0, 0
        year, month, day = (*map(int, self.split("-")), 0, 0)[:3]
        return year, month, day


def parse_date(text: str, today: date | None = None) -> date:
    """Return the day; with `today`, 3月1日 and 昨天 are understood too."""
    plain = _figures(text)
    number = _DAY_NUMBER.fullmatch(plain)
    if number and int(number[1]) in _EXCEL_DAYS:
        return _EXCEL_DAY_ZERO + timedelta(days=int(number[1]))
    full = _FULL.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if full:
        return _day(*map(int, full.groups()))
    if today:
        if plain in _NEAR:
            return today + timedelta(days=_NEAR[plain])
        short = _NO_YEAR.fullmatch(plain)
        if short:
            return _day(today.year, *map(int, short.groups()))
    raise ValueError(f"日期“{one_line(text)}”看不懂，应如 2026-03-01 或 2026年3月1日")


def format_date(day: date) -> str:
    """Return the day as official documents write it: 2012年8月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_date(day: date) -> str:
    """Return the day in Chinese numerals, as certificates do: 二〇一二年八月三十日."""
    year = "".join(_CHINESE[int(digit)] for digit in f"{day.year:04d}")
    return f"{year}年{_numeral(day.month)}月{_numeral(day.day)}日"


def parse_partial_date(text: str) -> PartialDate:
    """Return as much of a date as the archive knows: 1998年, 2003.5, 不详 or a full day."""
    plain = _figures(text)
    if plain.lower() in _UNKNOWN_WORDS:
        return PartialDate("unknown")
    partial = _PARTIAL.fullmatch(plain)
    if partial is None or _DAY_NUMBER.fullmatch(plain):
        return PartialDate(parse_date(plain).isoformat())
    year, month = int(partial[1]), partial[2]
    if month is None:
        return PartialDate(f"{_day(year, 1, 1).year:04d}")
    return PartialDate(f"{_day(year, int(month), 1):%Y-%m}")


def format_partial_date(known: PartialDate) -> str:
    """Return what is known as documents write it: 1998年, 2003年5月, 2003年5月17日, 不详."""
    if known == "unknown":
        return "不详"
    units = zip(known.split("-"), "年月日", strict=False)
    return "".join(f"{int(number)}{unit}" for number, unit in units)


def _figures(text: str) -> str:
    """Return the text without time and blanks, Chinese numerals as figures."""
    plain = "".join(_TIME.sub("", one_line(text)).split())
    words = _WORDS.fullmatch(plain)
    if words is None or not any(words.groups()):
        return plain
    year, month, day = words.groups()
    figures = f"{year if year.isdecimal() else digits_of(year)}年" if year else ""
    figures += f"{chinese_number(month)}月" if month else ""
    return figures + (f"{chinese_number(day)}日" if day else "")


def _day(year: int, month: int, day: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"年份 {year} 不对，应在 {_FIRST_YEAR} 至 {_LAST_YEAR} 之间")
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        raise ValueError(f"{month}月不存在")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"{year}年{month}月没有{day}日")
    return date(year, month, day)


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    leading = ("", "十", "二十", "三十")[tens]
    return leading + (_CHINESE[ones] if ones else "")
