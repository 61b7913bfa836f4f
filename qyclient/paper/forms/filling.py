"""Filling in an .xlsx that somebody else laid out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from qyclient.paper.forms import growing
from qyclient.paper.forms.cells import Value, forget_values, put
from qyclient.paper.forms.parts import (
    WORKBOOK,
    Change,
    ask_for_recalculation,
    parsed,
    rewritten,
    sheet_parts,
    tag,
)
from qyclient.paper.ledger.cells import address

_CHAIN = "xl/calcChain.xml"


@dataclass(frozen=True, slots=True)
class Grown:
    """A list to be written: its first and last empty row and its rows of cells, counted from 0."""

    first: int
    last: int
    rows: Sequence[Mapping[int, Value]]

    @property
    def more(self) -> int:
        """Return how many rows the form lacks."""
        return max(0, len(self.rows) - (self.last - self.first + 1))


@dataclass(frozen=True, slots=True)
class SheetValues:
    """What goes into one sheet: single cells by row and column, and lists."""

    cells: Mapping[tuple[int, int], Value] = field(default_factory=dict)
    lists: Sequence[Grown] = ()


def fill_form(source: Path, target: Path, values: Mapping[str, SheetValues]) -> None:
    """Write a filled copy of a form, by sheet; parts that say nothing of it stay as they were."""
    parts = sheet_parts(source)
    with ZipFile(source) as archive:
        names = {*archive.namelist()}
        ids = {
            one.get("name"): int(one.get("sheetId"))
            for one in parsed(archive.read(WORKBOOK)).iter(tag("sheet"))
        }
    longer = {
        name: [one for one in said.lists if one.more]
        for name, said in values.items()
        if any(one.more for one in said.lists)
    }
    changes: dict[str, Change] = {WORKBOOK: partial(_book, longer)}
    for name, part in parts.items():
        if name in values:
            changes[part] = partial(_sheet, name, values[name], longer)
        elif longer:
            changes[part] = partial(_other, longer)
    if longer and _CHAIN in names:
        changes[_CHAIN] = partial(_chain, longer, ids)
    rewritten(source, target, changes)


def _sheet(name: str, said: SheetValues, longer: Mapping[str, Sequence[Grown]], root: Any) -> None:
    _other({sheet: lists for sheet, lists in longer.items() if sheet != name}, root)
    pushed = 0
    for one in sorted(said.lists, key=lambda each: each.first):
        first, last = one.first + pushed, one.last + pushed
        if one.more:
            growing.grow(root, name, last + 1, one.more)
        for number, row in enumerate(one.rows):
            for column, value in row.items():
                put(root, address(first + number, column), value)
        pushed += one.more
    for (at, column), value in said.cells.items():
        put(root, address(at + _pushed(said.lists, at), column), value)
    forget_values(root)


def _pushed(lists: Sequence[Grown], row: int) -> int:
    return sum(one.more for one in lists if row > one.last)


def _other(longer: Mapping[str, Sequence[Grown]], root: Any) -> None:
    for sheet, lists in longer.items():
        for one in lists:
            growing.shift_others(root, sheet, one.last + 1, one.more)


def _book(longer: Mapping[str, Sequence[Grown]], book: Any) -> None:
    ask_for_recalculation(book)
    for sheet, lists in longer.items():
        for one in lists:
            growing.shift_book(book, sheet, one.last + 1, one.more)


def _chain(longer: Mapping[str, Sequence[Grown]], ids: Mapping[str, int], chain: Any) -> None:
    for sheet, lists in longer.items():
        for one in lists:
            growing.shift_chain(chain, ids[sheet], one.last + 1, one.more)
