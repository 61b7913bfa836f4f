"""Finding the headings of a sheet, and what each column holds.

Headings may stand under titles, over two or three rows, in merged cells; they are known by label,
by the names other offices use, or by likeness.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from qyclient.paper.ledger.cells import Cell, cell_text
from qyclient.paper.reading import Sheet
from qyclient.records.field import Field

_DEEPEST = 40
"""Headings stand within this many rows, or the sheet is no ledger."""

_TALLEST = 3
_ALIKE = 0.82
_WHOLE = frozenset({"合计", "小计", "总数", "总计", "计", "数量"})
_UNIT = re.compile(r"[（(【\[]?(?:单位[:：])?(万元|元|人民币万元|人民币元)[）)】\]]?$")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its flattened heading, the key it was matched to, the unit the heading names."""

    index: int
    heading: str
    key: str | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings of a sheet are, and its columns; rows count from 0."""

    top: int
    bottom: int
    columns: tuple[Column, ...]

    def column(self, key: str) -> Column | None:
        """Return the column matched to a key."""
        return next((column for column in self.columns if column.key == key), None)


@dataclass(frozen=True, slots=True)
class Names:
    """What headings may be called: exact names, and patterns with the keys they make."""

    exact: Mapping[str, str]
    patterns: Sequence[tuple[re.Pattern[str], str]] = ()

    def match(self, heading: str) -> str | None:
        """Return the key of a heading called by one of its names."""
        plain = _plain(heading)
        if plain in self.exact:
            return self.exact[plain]
        for pattern, key in self.patterns:
            if found := pattern.fullmatch(plain):
                return key.format(*found.groups())
        return None

    def resembling(self, heading: str) -> str | None:
        """Return the key of the one name a heading resembles."""
        plain = _plain(heading)
        close = {
            key
            for name, key in self.exact.items()
            if SequenceMatcher(None, plain, name).ratio() >= _ALIKE
        }
        return close.pop() if len(close) == 1 else None


def names_of(fields: Iterable[Field]) -> dict[str, str]:
    """Return every heading that means one of these fields."""
    return {_plain(name): f.key for f in fields for name in (f.label, *f.aliases)}


def find_layout(sheet: Sheet, names: Names, needed: Iterable[str]) -> Layout | None:
    """Return the headings of a sheet; None if it holds none of the needed keys."""
    rows = _filled(sheet)
    best: tuple[int, int, Layout] | None = None
    for top in range(min(len(rows), _DEEPEST)):
        for height in range(1, min(_TALLEST, len(rows) - top) + 1):
            columns = _columns(rows[top : top + height], names)
            rank = (sum(column.key is not None for column in columns), -height)
            if best is None or rank > best[:2]:
                best = (*rank, Layout(top, top + height - 1, columns))
    if best is None or not any(best[2].column(key) for key in needed):
        return None
    return _with_likeness(best[2], names)


def layout_at(sheet: Sheet, names: Names, top: int, bottom: int) -> Layout:
    """Return the headings that stand in these rows, counted from 0, because a person says so."""
    rows = [[_text(cell) for cell in row] for row in sheet.rows[top : bottom + 1]]
    return _with_likeness(Layout(top, bottom, _columns(rows, names)), names)


def _columns(rows: Sequence[Sequence[str]], names: Names) -> tuple[Column, ...]:
    rows = _inherited(rows)
    taken: set[str] = set()
    columns = []
    for index in range(max(map(len, rows))):
        parts = [row[index] for row in rows if index < len(row) and row[index]]
        parts = [part for n, part in enumerate(parts) if n == 0 or part != parts[n - 1]]
        key = _key(parts, names)
        if key in taken:
            key = None
        if key:
            taken.add(key)
        heading = " ".join(parts)
        unit = next((_unit(part) for part in reversed(parts) if _unit(part)), "")
        columns.append(Column(index, heading, key, unit))
    return tuple(columns)


def _inherited(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Let a heading that spans columns stand over each of them, merged or not."""
    wide = max(map(len, rows))
    filled = [[*row, *[""] * (wide - len(row))] for row in rows]
    for upper, lower in pairwise(filled):
        last = ""
        for index in range(wide):
            if not upper[index] and lower[index]:
                upper[index] = last
            last = upper[index] if lower[index] else ""
    return filled


def _key(parts: list[str], names: Names) -> str | None:
    if not parts:
        return None
    if len(parts) == 1:
        return names.match(parts[0])
    if _plain(parts[-1]) in _WHOLE:
        return names.match(" ".join(parts)) or names.match(parts[-2])
    return names.match("".join(parts)) or names.match(parts[-1])


def _with_likeness(layout: Layout, names: Names) -> Layout:
    taken = {column.key for column in layout.columns}
    columns = []
    for column in layout.columns:
        key = column.key
        if key is None and column.heading:
            alike = names.resembling(column.heading)
            key = None if alike in taken else alike
        taken.add(key)
        columns.append(Column(column.index, column.heading, key, column.unit))
    return Layout(layout.top, layout.bottom, tuple(columns))


def _filled(sheet: Sheet) -> list[list[str]]:
    """Return the first rows as texts, a merged heading standing in each of its cells."""
    rows = [[_text(cell) for cell in row] for row in sheet.rows[: _DEEPEST + _TALLEST]]
    for first_row, first_column, last_row, last_column in sheet.merged:
        if last_row < len(rows) and last_column - first_column < len(rows[first_row]) - 1:
            for r in range(first_row, last_row + 1):
                for c in range(first_column, min(last_column + 1, len(rows[r]))):
                    rows[r][c] = rows[first_row][first_column]
    return rows


def _text(cell: Cell) -> str:
    return "".join(cell_text(cell).split())


def _plain(heading: str) -> str:
    text = re.sub(r"\s+", "", heading).translate(str.maketrans("()：", "（）:")).strip("*＊:")
    text = re.sub(r"[（]?(?:单位:)?(?:人民币)?(?:万元|元)[）]?$", "", text) or text
    return text.replace("时间", "日期").replace("号码", "号")


def _unit(heading: str) -> str:
    found = _UNIT.search(heading)
    return found.group(1).removeprefix("人民币") if found else ""
