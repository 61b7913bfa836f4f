"""空白证的种类和流水号: ranges of printed serials, and what is missing among them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from qyclient.certificates.rules.lists import BlankState, Copy, Epoch
from qyclient.organizations.rules.lists import OrgType
from qyclient.records.choices import listed

MOST_SHEETS = 5000
"""More than a county uses in decades: a slip of the fingers."""

_SERIAL = re.compile(r"(?P<prefix>.*?)(?P<digits>\d+)")
_SHORT = {OrgType.SOCIAL_GROUP: "社团", OrgType.PRIVATE_NON_ENTERPRISE: "民非"}
_SHORT |= {OrgType.FOUNDATION: "基金会"}
_AGE = {Epoch.ONE_CODE: "", Epoch.LEGACY: "（2016年以前旧版）"}

STOCKS: Mapping[str, str] = {
    f"{org_type.value}_{copy.value}_{epoch.value}": f"{short}{copy.label}{age}"
    for epoch, age in _AGE.items()
    for org_type, short in _SHORT.items()
    for copy in Copy
}
"""What each kind of sheet is called, by the key of its template."""

STOCK = listed(STOCKS)
"""证书种类: kept as the key of its template."""


@dataclass(frozen=True, slots=True)
class Balance:
    """收支结存: how many sheets of one kind are where."""

    stock: str
    received: int
    by_state: Mapping[BlankState, int]

    @property
    def left(self) -> int:
        """Return how many must lie in the drawer: what nobody has answered for is still there."""
        return self.by_state.get(BlankState.IN_STOCK, 0) + self.by_state.get(BlankState.AWAITING, 0)

    @property
    def adds_up(self) -> bool:
        """Say whether every sheet that came in is somewhere."""
        return sum(self.by_state.values()) == self.received


@dataclass(frozen=True, slots=True)
class Gap:
    """断号: serials between others that never came in, or lie unused below used ones."""

    first: str
    last: str
    why: str

    @property
    def said(self) -> str:
        """Return it as the count sheet says it."""
        span = self.first if self.first == self.last else f"{self.first} 至 {self.last}"
        return f"{span}：{self.why}"


def serials(first: str, last: str) -> list[str]:
    """Return every serial from the first to the last; ValueError with a sentence if none is.

    What stands before the figures is the same in both, and the figures are of one length.
    """
    one, other = split_serial(first), split_serial(last)
    if one[0] != other[0] or len(one[1]) != len(other[1]):
        raise ValueError("起止流水号的字头和位数应当相同，如 No.0001201 至 No.0001300")
    start, end = int(one[1]), int(other[1])
    if end < start:
        raise ValueError("截止流水号不能小于起始流水号")
    if end - start >= MOST_SHEETS:
        raise ValueError(f"一次最多登记 {MOST_SHEETS} 张，请核对流水号")
    return [f"{one[0]}{number:0{len(one[1])}d}" for number in range(start, end + 1)]


def split_serial(serial: str) -> tuple[str, str]:
    """Return what stands before the figures of a serial, and its figures."""
    found = _SERIAL.fullmatch(serial.strip())
    if found is None:
        raise ValueError(f"流水号“{serial.strip()}”应以数字结尾，如 No.0001201")
    return found["prefix"], found["digits"]


def gaps(sheets: Iterable[tuple[str, BlankState]]) -> list[Gap]:
    """Return what is missing among the serials of one kind of sheet, and what was passed over."""
    found: list[Gap] = []
    known = [(*split_serial(serial), state) for serial, state in sheets]
    known.sort(key=lambda one: (one[0], len(one[1]), int(one[1])))
    for _key, group in groupby(known, key=lambda one: (one[0], len(one[1]))):
        rows = [*group]
        found += _never_came(rows)
        found += _passed_over(rows)
    return found


_Row = tuple[str, str, BlankState]


def _never_came(rows: Sequence[_Row]) -> Iterator[Gap]:
    for (prefix, digits, _state), (_, following, _) in pairwise(rows):
        wide, low, high = len(digits), int(digits) + 1, int(following) - 1
        if low <= high:
            yield Gap(f"{prefix}{low:0{wide}d}", f"{prefix}{high:0{wide}d}", "没有收入记录")


def _passed_over(rows: Sequence[_Row]) -> Iterator[Gap]:
    used = [number for number, row in enumerate(rows) if row[2] is BlankState.USED]
    below = rows[: used[-1]] if used else []
    for left, group in groupby(below, key=lambda row: row[2] is BlankState.IN_STOCK):
        skipped = [f"{row[0]}{row[1]}" for row in group] if left else []
        if skipped:
            yield Gap(skipped[0], skipped[-1], "跳过未用，仍在库")
