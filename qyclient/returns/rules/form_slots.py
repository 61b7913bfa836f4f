"""表样: the places of a form that wait for something, each known by the words around it.

A form that the city changed is the same form as far as its words are the same: what was settled
for a place is kept under its words, not under its address.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import takewhile

from qyclient.paper.ledger.cells import address
from qyclient.paper.ledger.headings import Layout, Names, find_layout
from qyclient.paper.reading import Sheet
from qyclient.returns.rules.form_texts import (
    COLON,
    At,
    Grid,
    grid_of,
    is_empty,
    is_title,
    told,
)

CELL, LABEL, LIST = "cell", "label", "list"
_LEAST_MATCHED = 3
_NUMBER = "序号"
_YEAR = re.compile(r"\d{2,4}\s*年?(第?[一二三四\d]季度|[上下]半年|\d{1,2}月)?")
_BETWEEN = "｜"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place: a cell, what stands behind a label, or a list with its columns and empty rows.

    `row` and `column` are the words before it and above it; `last` is the last empty row of a
    list, `heads` its headings by column.
    """

    sheet: str
    sort: str
    at: At
    row: str = ""
    column: str = ""
    noun: str = ""
    last: int = 0
    heads: tuple[tuple[int, str, str], ...] = ()
    """Column, heading, and the field it was known as, of a list."""
    appended: bool = False
    number: int = 1

    @property
    def key(self) -> str:
        """Return its words: by them it is known again in next year's form."""
        words = _BETWEEN.join((self.sort, _undated(self.sheet), self.row, self.column))
        return f"{words}{_BETWEEN}{self.number}" if self.number > 1 else words

    @property
    def address(self) -> str:
        """Return where it stands, as Excel says it."""
        return address(*self.at)

    @property
    def called(self) -> str:
        """Return what people call it."""
        words = " ".join(filter(None, (self.row, self.column)))
        return f"{self.sheet} {self.address}　{words}"


def slots(
    sheet: Sheet, nouns: Mapping[str, Names], taken: AbstractSet[At] = frozenset()
) -> list[Slot]:
    """Return the places of a sheet; `taken` are cells that hold a formula."""
    grid = grid_of(sheet)
    found: list[Slot] = []
    seen: dict[str, int] = {}
    inside = _list_of(sheet, grid, nouns)
    for slot in [*([inside] if inside else []), *_cells(sheet, grid, inside, taken)]:
        seen[slot.key] = seen.get(slot.key, 0) + 1
        found.append(_numbered(slot, seen[slot.key]))
    return found


def _numbered(slot: Slot, number: int) -> Slot:
    values = {name: getattr(slot, name) for name in slot.__dataclass_fields__}
    return slot if number == 1 else Slot(**{**values, "number": number})


def _undated(text: str) -> str:
    return _YEAR.sub("", text).strip()


def _list_of(sheet: Sheet, grid: Grid, nouns: Mapping[str, Names]) -> Slot | None:
    """Return the list a sheet asks for: headings of one noun over rows that are empty."""
    best: tuple[int, str, Layout] | None = None
    for noun, names in nouns.items():
        layout = find_layout(sheet, names, names.exact.values())
        if layout is None:
            continue
        matched = sum(column.key is not None for column in layout.columns)
        if matched >= _LEAST_MATCHED and (best is None or matched > best[0]):
            best = (matched, noun, layout)
    if best is None:
        return None
    _, noun, layout = best
    first = layout.bottom + 1
    columns = [c.index for c in layout.columns if c.key]
    numbered = {c.index for c in layout.columns if c.heading == _NUMBER}
    empty = takewhile(
        lambda row: is_empty(grid.texts[row], numbered), range(first, len(grid.texts))
    )
    rows = [*empty]
    if not rows:
        return None
    heads = tuple((c.index, c.heading, c.key or "") for c in layout.columns if c.heading)
    title = next((text for text in grid.texts[0] if text), "") if grid.texts else ""
    at = (first, min(columns))
    return Slot(sheet.name, LIST, at, _undated(title), "", noun, rows[-1], heads)


def _cells(sheet: Sheet, grid: Grid, inside: Slot | None, taken: AbstractSet[At]) -> Iterator[Slot]:
    for row, texts in enumerate(grid.texts):
        if inside and inside.at[0] <= row <= inside.last:
            continue
        for column, text in enumerate(texts):
            at = (row, column)
            if at in taken or at in grid.covered:
                continue
            if text.endswith(COLON):
                yield from _label(sheet, grid, at, text)
            elif not text and (slot := _crossing(sheet, grid, at, inside)):
                yield slot


def _label(sheet: Sheet, grid: Grid, at: At, text: str) -> Iterator[Slot]:
    """Yield the place of a label such as 填报单位：, to its right or behind it in the cell."""
    row, column = at
    width = next((r - left for t, left, _b, r in sheet.merged if (t, left) == at), 0)
    beside = column + width + 1
    texts = grid.texts[row]
    free = beside < len(texts) and not texts[beside] and (row, beside) not in grid.covered
    words = text.strip("：: ")
    yield Slot(sheet.name, LABEL, (row, beside) if free else at, words, appended=not free)


def _crossing(sheet: Sheet, grid: Grid, at: At, inside: Slot | None) -> Slot | None:
    row, column = at
    left = told(reversed(grid.texts[row][:column]))
    if not left or any(text.endswith(COLON) for text in left):
        return None
    start = inside.last + 1 if inside and row > inside.last else 0
    headed = takewhile(lambda r: not is_title(grid.texts[r]), range(row - 1, start - 1, -1))
    above = told(grid.texts[r][column] for r in headed if column < len(grid.texts[r]))
    above = [text for text in above if text not in left]
    if not above:
        return None
    return Slot(sheet.name, CELL, at, " ".join(reversed(left)), " ".join(reversed(above)))
