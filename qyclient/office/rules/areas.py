"""Areas with their history: data, read from resources/."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from qyclient.assets import asset
from qyclient.office.rules.dated import FOREVER, since, until
from qyclient.records.dates import PartialDate

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Area:
    """行政区划: one name of a place while it held (GB/T 2260)."""

    code: str
    name: str
    level: str
    office: str
    since: date
    until: date
    successor: str

    def held(self, on: date) -> bool:
        """Say whether the place was called so on a day."""
        return self.since <= on < self.until


@cache
def areas() -> tuple[Area, ...]:
    """Return every place we know, past ones too."""
    with asset("areas/441800.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Area(
                row["code"],
                row["name"],
                row["level"],
                row["office"],
                since(row["from"]),
                until(row["to"]),
                row["successor"],
            )
            for row in csv.DictReader(file)
        )


def area(code: str) -> Area | None:
    """Return the place of a code; None if we do not know it."""
    return next((place for place in areas() if place.code == code), None)


def heir_of(place: Area) -> Area | None:
    """Return the place of today that an abolished one became, through all its steps."""
    while place.successor and (heir := area(place.successor)):
        place = heir
    return None if place.successor else place


@cache
def provinces() -> Mapping[str, str]:
    """Return the short name of each province, by the first two digits of its codes."""
    with asset("areas/provinces.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["short"] for row in csv.DictReader(file)}


def area_problems(
    code: str, since: PartialDate | None, until: PartialDate | None, on: date
) -> dict[str, str]:
    """Say what keeps a place that was typed from being an area with an office on a day."""
    problems = {}
    if len(code) != _DIGITS:
        problems["code"] = "机关的区划代码是 6 位数字，如 110101"
    elif code[:2] not in provinces():
        problems["code"] = f"没有以 {code[:2]} 开头的省份，请核对区划代码"
    elif known := area(code):
        problems["code"] = f"{code} 已在列表中：{known.name}，请直接选取"
    if since and since.earliest and since.earliest > on:
        problems["valid_from"] = "启用时间不能晚于今天"
    if until and until.latest and until.latest < on:
        problems["valid_to"] = "已停用的区划没有机关，请填写现在使用的区划"
    return problems


def issuing_authority(code: str, name: str, on: date) -> str:
    """Return what the office of an area was called on a day (发证机关).

    清新县 became 清新区 in 2012: its office issued under the county's name until then.
    """
    before = _predecessor(code, on)
    return before.office if before else name


def area_name(code: str, on: date) -> str:
    """Return what the area of a code was called on a day; empty if we do not know it."""
    place = _predecessor(code, on) or area(code)
    return place.name if place else ""


def _predecessor(code: str, on: date) -> Area | None:
    found = (place for place in areas() if place.successor == code and place.held(on))
    return next(found, None)


def renamed(name: str) -> tuple[str, ...]:
    """Return a body's name as it would begin before and after its county was renamed."""
    variants = {name, *(name.replace(old, new, 1) for old, new in _renamings())}
    return tuple(sorted(variants))


@cache
def _renamings() -> tuple[tuple[str, str], ...]:
    """Return what a place of today was called before and what it is called, both ways round."""
    heirs = ((place, area(place.successor)) for place in areas())
    pairs = [(p.name, heir.name) for p, heir in heirs if heir and heir.until == FOREVER]
    return (*pairs, *((new, old) for old, new in pairs))
