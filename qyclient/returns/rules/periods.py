"""报告期: the month, quarter, half-year or year that a return is about."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from qyclient.records.choices import Choice
from qyclient.records.kinds import Kind

_MONTHS = 12
_WRITTEN = re.compile(r"(\d{4})(?:年)?(?:([MQHmqh第])?(\d{1,2}|[上下])(月|季度?|半年)?)?(?:年报)?")
_HALVES = {"上": 1, "下": 2}


class Frequency(Choice):
    """报送频率 (民政事业统计调查制度: 季报和年报; the city asks for months and half-years too)."""

    MONTH = "M", "月报", ()
    QUARTER = "Q", "季报", ()
    HALF = "H", "半年报", ()
    YEAR = "Y", "年报", ()

    @property
    def months(self) -> int:
        """Return how many months it is long."""
        return {"M": 1, "Q": 3, "H": 6, "Y": 12}[self.value]


@dataclass(frozen=True, slots=True)
class Period:
    """One period: its sort, its year, and its number in the year, from 1."""

    frequency: Frequency
    year: int
    number: int = 1

    @property
    def first(self) -> date:
        """Return its first day."""
        return date(self.year, (self.number - 1) * self.frequency.months + 1, 1)

    @property
    def last(self) -> date:
        """Return its last day."""
        month = self.number * self.frequency.months
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def code(self) -> str:
        """Return how it is kept: 2026M03, 2026Q3, 2026H1, 2026."""
        if self.frequency is Frequency.YEAR:
            return str(self.year)
        width = 2 if self.frequency is Frequency.MONTH else 1
        return f"{self.year}{self.frequency.value}{self.number:0{width}d}"

    @property
    def label(self) -> str:
        """Return how it stands in a title."""
        part = {
            Frequency.MONTH: f"{self.number}月",
            Frequency.QUARTER: f"第{self.number}季度",
            Frequency.HALF: "上半年" if self.number == 1 else "下半年",
            Frequency.YEAR: "",
        }[self.frequency]
        return f"{self.year}年{part}"

    def before(self) -> "Period":
        """Return the period before it."""
        return period_on(self.frequency, self.first - timedelta(days=1))


def period_on(frequency: Frequency, day: date) -> Period:
    """Return the period of a sort in which a day lies."""
    return Period(frequency, day.year, (day.month - 1) // frequency.months + 1)


def last_over(frequency: Frequency, today: date) -> Period:
    """Return the newest period of a sort that is over."""
    return period_on(frequency, today).before()


def parse_period(text: str) -> Period:
    """Return the period a text means: 2026Q3, 2026年第3季度, 2026M03, 2026年上半年, 2026.

    Raises ValueError with a sentence.
    """
    found = _WRITTEN.fullmatch("".join(text.split()))
    if found is None:
        raise ValueError("报告期应写成 2026年第3季度、2026年3月、2026年上半年或 2026年")
    year, sort, number, unit = found.groups()
    if number is None:
        return Period(Frequency.YEAR, int(year))
    frequency = _frequency(sort or "", number, unit or "")
    at = _HALVES.get(number) or int(number)
    if not 1 <= at <= _MONTHS // frequency.months:
        raise ValueError(f"{frequency.label}没有第 {at} 期")
    return Period(frequency, int(year), at)


def _frequency(sort: str, number: str, unit: str) -> Frequency:
    if sort.upper() in {"M", "Q", "H"}:
        return {one.value: one for one in Frequency}[sort.upper()]
    if number in _HALVES or unit == "半年":
        return Frequency.HALF
    return Frequency.QUARTER if unit.startswith("季") or sort == "第" else Frequency.MONTH


PERIOD: Kind[str] = Kind(
    "text", lambda text: parse_period(text).code, format=lambda code: parse_period(code).label
)
"""报告期: kept as its code, which sorts within a sort; shown as people say it."""
