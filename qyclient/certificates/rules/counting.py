"""月末盘点: what a month did to each kind of sheet, and what must lie in the drawer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol

from qyclient.certificates.rules.lists import BlankState
from qyclient.certificates.rules.stock import STOCKS, gaps, split_serial

_HERE = frozenset({BlankState.IN_STOCK, BlankState.AWAITING})


class Sheet(Protocol):
    """What is looked at of a sheet."""

    serial: str
    stock: str
    state: BlankState
    received_on: date
    moved_on: date


@dataclass(frozen=True, slots=True)
class CountLine:
    """One kind of sheet in a month: what was there, came, went, and is there."""

    stock: str
    opening: int
    received: int
    used: int
    spoiled: int
    returned: int
    missing: int
    awaiting: int
    closing: int
    here: str
    gaps: str


def count_lines(sheets: Iterable[Sheet], day: date) -> list[CountLine]:
    """Return a line for each kind of sheet, for the month of a day up to that day."""
    by_stock: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        if sheet.received_on <= day:
            by_stock.setdefault(sheet.stock, []).append(sheet)
    return [_line(stock, by_stock[stock], day) for stock in STOCKS if stock in by_stock]


def spans(serials: Iterable[str]) -> str:
    """Return serials as ranges: 0003-0020、0031."""
    parts = sorted((split_serial(one) for one in serials), key=lambda p: (p[0], len(p[1]), p[1]))
    numbered = [(prefix, len(digits), int(digits) - n) for n, (prefix, digits) in enumerate(parts)]
    found: list[str] = []
    for _key, group in groupby(zip(numbered, parts, strict=True), key=lambda one: one[0]):
        run = ["".join(part) for _number, part in group]
        found.append(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return "、".join(found)


def _line(stock: str, sheets: Sequence[Sheet], day: date) -> CountLine:
    first = day.replace(day=1)
    moved = [s for s in sheets if s.state not in _HERE and s.moved_on >= first]

    def went(state: BlankState) -> int:
        return sum(s.state is state for s in moved)

    here = [s for s in sheets if s.state in _HERE]
    received = sum(s.received_on >= first for s in sheets)
    return CountLine(
        stock=STOCKS[stock],
        opening=len(here) + len(moved) - received,
        received=received,
        used=went(BlankState.USED),
        spoiled=went(BlankState.SPOILED),
        returned=went(BlankState.RETURNED),
        missing=went(BlankState.MISSING),
        awaiting=sum(s.state is BlankState.AWAITING for s in here),
        closing=len(here),
        here=spans(s.serial for s in here),
        gaps="；".join(gap.said for gap in gaps((s.serial, s.state) for s in sheets)),
    )
