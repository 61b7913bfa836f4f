"""工作日: which days an office works, by the State Council's yearly arrangement.

The library knows the years that were announced when it was made; a later year is taken in by the
office, and without it only weekends are free, which `unknown_years` tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from typing import Any

from qyclient.office.rules.laid_down import laid_down

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days an office knows to be otherwise than the library says: True for a work day.

    If none are given they are those the office took in itself, whose register is open.
    """

    given: Mapping[date, bool] | None = None

    @property
    def own(self) -> Mapping[date, bool]:
        """Return the days that are told."""
        return laid_down().days if self.given is None else self.given

    def works(self, day: date) -> bool:
        """Say whether the office works on a day."""
        own = self.own
        if day in own:
            return own[day]
        first, last = _known()
        if first <= day.year <= last:
            return bool(_library().is_workday(day))
        return day.weekday() < _SATURDAY

    def unknown_years(self, since: date, until: date) -> list[int]:
        """Return the years of a span whose holidays nobody has told us yet."""
        last = _known()[1]
        told = {day.year for day in self.own}
        years = range(since.year, until.year + 1)
        return [year for year in years if year > last and year not in told]

    def after(self, start: date, days: int) -> date:
        """Return the day on which so many work days after a day are over (行政许可法第八十二条)."""
        day = start
        while days > 0:
            day += _DAY
            days -= self.works(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Return how many work days lie after a day, up to and with another; negative before."""
        if end < start:
            return -self.between(end, start)
        span = (start + _DAY * n for n in range(1, (end - start).days + 1))
        return sum(map(self.works, span))


def known_years() -> tuple[int, int]:
    """Return the first and the last year the library knows."""
    return _known()


@cache
def _library() -> Any:
    return import_module("chinese_calendar")


@cache
def _known() -> tuple[int, int]:
    told = [day.year for day in _library().constants.holidays]
    return min(told), max(told)
