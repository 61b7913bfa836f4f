"""统计报表 as data: what each return asks for stands in resources/returns/ (DOMAIN 7, C2)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.organizations.rules import lists
from qyclient.records.choices import Choice, listed
from qyclient.returns.rules.periods import Frequency

_EACH: Mapping[str, type[Choice]] = {
    "industry": lists.Industry,
    "org_type": lists.OrgType,
    "org_grade": lists.OrgGrade,
}
"""The lists by which rows may be told apart one for each entry."""

Where = Mapping[str, Sequence[Any]]
"""What must hold of a line: each fact among some plain values; null stands for an empty one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A column: counted or summed `of` a set of lines, carried over, worked out, or typed.

    `plus` and `minus`, or `ratio`, are the columns it is worked out of; `carry` is the column of
    the last period's return that it begins with; `unit` 万元 divides yuan by ten thousand.
    """

    key: str
    heading: tuple[str, ...]
    of: str = ""
    where: Where = field(default_factory=dict)
    sum: str = ""
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    ratio: tuple[str, ...] = ()
    carry: str = ""
    unit: str = ""
    decimals: int = 0
    width: int = 9

    @property
    def worked(self) -> bool:
        """Say whether it is made of other columns of its row."""
        return bool(self.plus or self.ratio)


@dataclass(frozen=True, slots=True)
class Told:
    """A row: the lines for which something holds, or the total of other rows."""

    key: str
    label: str
    level: int = 0
    where: Where = field(default_factory=dict)
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """钩稽关系: what must hold between two cells of each row, or between rows of each column."""

    key: str
    say: str
    left: str
    op: str
    right: Any


@dataclass(frozen=True, slots=True)
class Layout:
    """One return: its title, periods and due day, where its lines come from, what it asks.

    `report` names the list it is, where it has a row for each record and no cross-tabulation.
    """

    key: str
    name: str
    title: str
    frequencies: tuple[Frequency, ...]
    due_days: int
    unit: str
    source: str = ""
    report: str = ""
    form_no: str = ""
    columns: tuple[Asked, ...] = ()
    rows: tuple[Told, ...] = ()
    checks: tuple[Check, ...] = ()
    notes: tuple[str, ...] = ()
    evidence: str = ""

    @property
    def carries(self) -> bool:
        """Say whether it goes on where the last period's ended."""
        return any(column.carry for column in self.columns)

    def column(self, key: str) -> Asked:
        """Return a column by its key."""
        return next(column for column in self.columns if column.key == key)

    def row(self, key: str) -> Told:
        """Return a row by its key."""
        return next(row for row in self.rows if row.key == key)


@cache
def layouts() -> Mapping[str, Layout]:
    """Return every return by its key, in the order of their numbers."""
    order: Sequence[str] = json.loads(asset("returns/returns.json").read_text("utf-8"))["order"]
    return {key: _layout(key) for key in order}


def _layout(key: str) -> Layout:
    said = json.loads(asset(f"returns/{key}.json").read_text("utf-8"))
    rest = {k: v for k, v in said.items() if k not in {"columns", "rows", "checks"}}
    return Layout(
        **{**rest, "frequencies": tuple(Frequency[name] for name in said["frequencies"])},
        columns=tuple(_columns(said.get("columns", ()))),
        rows=tuple(_rows(said.get("rows", ()))),
        checks=tuple(Check(**one) for one in said.get("checks", ())),
    )


def _columns(said: Sequence[Mapping[str, Any]], above: tuple[str, ...] = ()) -> Iterator[Asked]:
    for one in said:
        heading = (*above, one["t"])
        if "columns" in one:
            yield from _columns(one["columns"], heading)
            continue
        rest: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in one.items() if k != "t"
        }
        yield Asked(heading=heading, **rest)


def _rows(
    said: Sequence[Mapping[str, Any]], level: int = 0, above: Where | None = None
) -> Iterator[Told]:
    for one in said:
        where = {**(above or {}), **one.get("where", {})}
        inner = [*_rows(one.get("rows", ()), level + 1, where)]
        if "each" in one:
            inner = [*_each(one, level + 1, where)]
        parts = tuple(one.get("sum", ())) or tuple(r.key for r in inner if r.level == level + 1)
        yield Told(one["key"], one["t"], level, where, parts)
        yield from inner


def _each(one: Mapping[str, Any], level: int, where: Where) -> Iterator[Told]:
    """Yield a row for each entry of a list, and one for what has no entry: nothing is lost."""
    fact = one["each"]
    for option in _EACH[fact]:
        wanted = {**where, fact: [option.value]}
        yield Told(f"{one['key']}.{option.value}", option.label, level, wanted)
    yield Told(f"{one['key']}.none", one.get("rest", "未填"), level, {**where, fact: [None]})


KIND = listed({key: f"{key} {one.name}" for key, one in layouts().items()})
"""报表: kept as its key."""
