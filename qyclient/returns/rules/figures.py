"""Working out a return: each cell from the lines it counts, totals and differences from cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from qyclient.returns.rules.layouts import Asked, Layout, Told, Where

Figure = Decimal | None
"""A cell: a count or a sum; None where nothing is known, which is not nought."""

Place = tuple[str, str]
"""Row and column, by their keys."""

_TEN_THOUSAND, _PERCENT = Decimal(10_000), Decimal(100)


@dataclass(frozen=True, slots=True)
class Line:
    """One record as a return sees it: which it is, what it is called, its plain facts."""

    noun: str
    key: str
    name: str
    facts: Mapping[str, Any]


Lines = Mapping[str, Sequence[Line]]
"""The sets of lines that a source gathered for a period, by name."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A record that stands behind a number, with how much of it is its own."""

    noun: str
    key: str
    name: str
    column: str
    amount: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A return filled in: its cells, what stands behind the counted ones, which were typed."""

    layout: Layout
    cells: Mapping[Place, Figure]
    behind: Mapping[Place, Sequence[Behind]] = field(default_factory=dict)
    typed: Mapping[Place, str] = field(default_factory=dict)
    counted: Mapping[Place, Figure] = field(default_factory=dict)
    """What cross-checks count beside the cells, by row and the set that is counted."""

    def records(self, row: str, column: str) -> list[Behind]:
        """Return the records behind a cell: of a total those of its parts."""
        asked, told = self.layout.column(column), self.layout.row(row)
        if asked.worked:
            parts = (*asked.plus, *asked.minus, *asked.ratio)
            return [one for part in parts for one in self.records(row, part)]
        if told.parts:
            return [one for part in told.parts for one in self.records(part, column)]
        return [*self.behind.get((row, column), ())]


def fill(
    layout: Layout,
    lines: Lines,
    last: Mapping[Place, Figure] | None = None,
    typed: Mapping[Place, Decimal] | None = None,
    why: Mapping[Place, str] | None = None,
) -> Filled:
    """Return a return filled in; `last` are the cells of the period before, as they were frozen.

    What was `typed` over a counted cell counts, and is told with why.
    """
    behind = {
        (row.key, column.key): [*_behind(lines, row, column)]
        for row in layout.rows
        for column in layout.columns
        if not row.parts and column.of
    }
    cells: dict[Place, Figure] = {}
    for row in layout.rows:
        if not row.parts:
            for column in layout.columns:
                place = (row.key, column.key)
                if not column.worked:
                    cells[place] = _leaf(column, place, behind, last, typed or {})
    whole = completed(layout, cells)
    return Filled(layout, whole, behind, why or {}, _counted(layout, lines))


def completed(layout: Layout, leaves: Mapping[Place, Figure]) -> dict[Place, Figure]:
    """Return the cells with the totals and what is worked out, as the formulas of the sheet do."""
    cells = dict(leaves)
    for row in reversed(layout.rows):
        for column in layout.columns:
            if row.parts and not column.worked:
                cells[row.key, column.key] = added(cells[p, column.key] for p in row.parts)
        for column in layout.columns:
            if column.worked:
                cells[row.key, column.key] = _worked(column, row.key, cells)
    return cells


def added(figures: Iterable[Figure]) -> Figure:
    """Return a sum; None if nothing is known."""
    known = [figure for figure in figures if figure is not None]
    return sum(known, Decimal(0)) if known else None


def meets(facts: Mapping[str, Any], where: Where) -> bool:
    """Say whether a line is one of those that are meant."""
    return all(facts.get(key) in wanted for key, wanted in where.items())


def rounded(column: Asked, amount: Decimal) -> Decimal:
    """Return an amount in the unit and with the decimals of its column (money one, else none)."""
    shown = amount / _TEN_THOUSAND if column.unit == "万元" else amount
    return shown.quantize(Decimal(1).scaleb(-column.decimals), ROUND_HALF_UP)


def _behind(lines: Lines, row: Told, column: Asked) -> Iterator[Behind]:
    title = "".join(column.heading)
    for line in lines[column.of]:
        if meets(line.facts, row.where) and meets(line.facts, column.where):
            amount = line.facts.get(column.sum) if column.sum else 1
            if amount is not None:
                yield Behind(line.noun, line.key, line.name, title, str(amount))


def _leaf(
    column: Asked,
    place: Place,
    behind: Mapping[Place, Sequence[Behind]],
    last: Mapping[Place, Figure] | None,
    typed: Mapping[Place, Decimal],
) -> Figure:
    if column.carry and last is not None:
        return last.get((place[0], column.carry))
    if place in typed:
        return typed[place].quantize(Decimal(1).scaleb(-column.decimals))
    if not column.of:
        return None
    found = behind[place]
    if not column.sum:
        return Decimal(len(found))
    total = added(Decimal(one.amount) for one in found)
    return None if total is None else rounded(column, total)


def _worked(column: Asked, row: str, cells: Mapping[Place, Figure]) -> Figure:
    if column.ratio:
        part, whole = (cells[row, key] for key in column.ratio)
        if part is None or not whole:
            return None
        return (part * _PERCENT / whole).quantize(
            Decimal(1).scaleb(-column.decimals), ROUND_HALF_UP
        )
    more, less = ((cells[row, key] for key in keys) for keys in (column.plus, column.minus))
    gained, lost = added(more), added(less)
    return None if gained is None and lost is None else (gained or 0) - (lost or Decimal(0))


def _counted(layout: Layout, lines: Lines) -> dict[Place, Figure]:
    """Return what the cross-checks count of the lines, for every row."""
    sets = {c.right["of"] for c in layout.checks if isinstance(c.right, dict) and "of" in c.right}
    return {
        (row.key, name): Decimal(_number(layout, row, lines[name]))
        for row in layout.rows
        for name in sets
    }


def _number(layout: Layout, row: Told, lines: Sequence[Line]) -> int:
    if row.parts:
        return sum(_number(layout, layout.row(part), lines) for part in row.parts)
    return sum(meets(line.facts, row.where) for line in lines)
