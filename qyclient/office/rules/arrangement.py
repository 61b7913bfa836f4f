"""放假安排: a year's holidays and work days, from a sheet or from the State Council's notice."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from qyclient.records.dates import parse_date

_WORKS = frozenset({"上班", "补班", "班", "是", "调休上班"})
_RESTS = frozenset({"放假", "休息", "休", "假", "否"})
_NOTE = re.compile(r"（[^）]*）|\([^)]*\)")
_NUMBER = re.compile(r"[一二三四五六七八九十]{1,2}、")
_YEAR = re.compile(r"(20\d\d)年(?:部分)?节假日")
_NAME = re.compile(r"^([^：，。]{2,12})：")
_DAYS = re.compile(
    r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:至(?:(?:(20\d\d)年)?(\d{1,2})月)?(\d{1,2})日)?"
)
_LONGEST = 15


@dataclass(frozen=True, slots=True)
class Day:
    """One day that is otherwise than its place in the week says, or is a holiday by name."""

    on: date
    works: bool
    name: str


def read_rows(rows: Iterable[Sequence[Any]]) -> list[Day]:
    """Return the days of a sheet: 日期, 放假 or 上班, and what for; raise ValueError if none."""
    found: dict[date, Day] = {}
    for cells in rows:
        texts = ["" if cell is None else str(cell).strip() for cell in cells]
        day, works = _day_in(texts), _works_in(texts)
        if day is not None and works is not None:
            found[day] = Day(day, works, _name_in(texts))
    if not found:
        raise ValueError("没有读到日期；表里应有“日期”和“放假或上班”两列")
    return [found[day] for day in sorted(found)]


def read_notice(text: str) -> list[Day]:
    """Return the days of a notice as it is published; raise ValueError if it is none."""
    plain = _NOTE.sub("", "".join(text.split()))
    plain = _NUMBER.sub("。", plain)  # a pasted title runs into the first holiday
    year = _YEAR.search(plain)
    if year is None:
        raise ValueError("看不出是哪一年的通知；请把标题“关于某年部分节假日安排的通知”一并粘贴")
    found, name = dict[date, Day](), ""
    for sentence in plain.replace("；", "。").split("。"):
        if named := _NAME.match(sentence):
            name = named.group(1)
        works = "上班" in sentence
        if name and (works or "放假" in sentence):
            found |= {on: Day(on, works, name) for on in _days(sentence, int(year.group(1)))}
    if not found:
        raise ValueError("通知里没有读到放假和上班的日期")
    return [found[day] for day in sorted(found)]


def year_of(days: Sequence[Day]) -> int:
    """Return the year most of some days lie in: a holiday may begin in the last days before it."""
    years = [day.on.year for day in days]
    return max(set(years), key=years.count)


def problems(days: Sequence[Day], known: Mapping[date, bool]) -> list[str]:
    """Return what looks wrong in an arrangement: too few days, or days that say what others do."""
    year, found = year_of(days), list[str]()
    rests = [day for day in days if not day.works and day.on.year == year]
    if len(rests) < 10:  # noqa: PLR2004 - a year has eleven holidays by law, thirteen since 2025
        found.append(f"{year}年只读到 {len(rests)} 天放假，一年的法定节假日不止这些，请核对")
    if far := [day.on for day in days if abs(day.on.year - year) > 1]:
        found.append(f"{far[0]} 不在{year}年")
    if other := [day.on for day in days if day.on in known and known[day.on] is not day.works]:
        found.append(f"{other[0]} 等 {len(other)} 天与已有的安排不同，导入后以新的为准")
    return found


def _days(sentence: str, year: int) -> Iterable[date]:
    for since_year, month, day, until_year, until_month, until_day in _DAYS.findall(sentence):
        first = date(int(since_year or year), int(month), int(day))
        last = first
        if until_day:
            last = date(int(until_year or year), int(until_month or month), int(until_day))
        many = (last - first).days + 1
        if not 0 < many <= _LONGEST:
            raise ValueError(f"“{sentence}”里的日期不像一次放假，请核对")
        yield from (first + timedelta(days=n) for n in range(many))


def _day_in(texts: Sequence[str]) -> date | None:
    for text in texts:
        try:
            return parse_date(text)
        except ValueError:
            continue
    return None


def _works_in(texts: Sequence[str]) -> bool | None:
    for text in texts:
        if text in _WORKS | _RESTS:
            return text in _WORKS
    return None


def _name_in(texts: Sequence[str]) -> str:
    known = _WORKS | _RESTS
    rest = [text for text in texts if text and text not in known and not _is_day(text)]
    return rest[0] if rest else "放假安排"


def _is_day(text: str) -> bool:
    return _day_in([text]) is not None or text.isdigit() or text.startswith("星期")
