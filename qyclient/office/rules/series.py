"""文号: the series in which an office numbers its papers, as data (GB/T 9704-2012)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from qyclient.assets import asset
from qyclient.records.choices import Choice, listed

_ENDINGS = re.compile(r"(?:(?:[壮瑶苗侗黎回彝畲满藏羌]|土家|布依|仡佬)族)*自治县$|[县区市]$")
_YEAR, _NUMBER = "{year}", "{number}"


class NumberedBy(Choice):
    """编号方式: by this program without gaps, or by the general office, whose number is typed."""

    OURS = "OURS", "本系统连续编号", ()
    GENERAL_OFFICE = "GENERAL_OFFICE", "办公室编号后填入", ()


@dataclass(frozen=True, slots=True)
class Series:
    """A series of numbers: its pattern with {place}, {year} and {number}, and who allots them.

    `used` is the last number of the year that was given out on paper before this program.
    """

    key: str
    label: str
    pattern: str
    kind: NumberedBy
    used: int = 0

    @property
    def ours(self) -> bool:
        """Say whether this program allots the numbers."""
        return self.kind is NumberedBy.OURS

    def number(self, place: str, year: int, number: int) -> str:
        """Return a number as it is printed: 清新民许社受字〔2026〕1号."""
        return self.pattern.format(place=place, year=year, number=number)

    def problem(self, text: str, place: str, year: int) -> str:
        """Return what keeps a typed number from being one of this series; nothing if it is one."""
        before, _, after = self.pattern.partition(_NUMBER)
        shape = re.escape(before.format(place=place, year=year)) + r"[1-9]\d*" + re.escape(after)
        if re.fullmatch(shape, text):
            return ""
        return f"文号应如 {self.number(place, year, 1)}（六角括号，序号不补零）"


def pattern_problem(pattern: str) -> str:
    """Return what is wrong with the pattern of a series; nothing if it can be used."""
    try:
        pattern.format(place="", year=0, number=0)
    except (KeyError, ValueError, IndexError):
        return "文号样式里只能有 {place}、{year}、{number} 三个代号"
    if pattern.count(_NUMBER) != 1 or pattern.count(_YEAR) != 1:
        return "文号样式里应当有一个 {year} 和一个 {number}"
    return ""


def place_of(area: str) -> str:
    """Return the word by which the numbers of an area's office begin: 清新 of 清新区."""
    return _ENDINGS.sub("", area) or area


@cache
def shipped() -> Mapping[str, Series]:
    """Return the series as they come, by key."""
    written = json.loads(asset("papers/series.json").read_text("utf-8"))
    return {one["key"]: Series(**{**one, "kind": NumberedBy[one["kind"]]}) for one in written}


SERIES = listed({key: one.label for key, one in shipped().items()})
"""文号序列: kept as its key."""
