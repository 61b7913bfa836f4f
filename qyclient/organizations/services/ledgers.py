"""Ledgers of bodies: which sheets hold one, and what a person decided about reading them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.archive import OF_THE_ENTRY
from qyclient.organizations.rules.lists import OrgType
from qyclient.paper.ledger.headings import Column, Layout, Names, find_layout, layout_at, names_of
from qyclient.paper.ledger.rows import lines
from qyclient.paper.reading import Sheet, read_workbook
from qyclient.progress import Progress
from qyclient.records.base import fields_of

REVIEW = "review:"
IMPORTED = [field for field in fields_of(Organization) if field.key not in OF_THE_ENTRY]
"""What a ledger may say of a body."""
NAMES = Names(
    names_of(IMPORTED),
    (
        (
            re.compile(r"(?:年检|年报|年度检查|年检年报)(?:结论|情况|结果)?((?:19|20)\d\d)年?度?"),
            REVIEW + "{}",
        ),
        (
            re.compile(r"((?:19|20)\d\d)年?度?(?:年检|年报|年度检查)(?:结论|情况|结果)?"),
            REVIEW + "{}",
        ),
    ),
)
_IN_TEN_THOUSAND = re.compile(r"单位[:：][^:：]{0,20}万元")
_NEEDED = ("name", "uscc")


class Rule(StrEnum):
    """What a column may do to bodies that are in the register already."""

    OVERWRITE = "overwrite"
    FILL = "fill"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided: cells mended in place, words that mean others, rows left out.

    Cells are (row, column) from 0; words are (field key, what the sheet says).
    """

    mends: Mapping[tuple[int, int], str] = field(default_factory=dict)
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    skips: frozenset[int] = frozenset()
    rules: Mapping[str, Rule] = field(default_factory=dict)

    def text(self, row: int, column: Column, text: str) -> str:
        """Return what a cell is taken to say."""
        text = self.mends.get((row, column.index), text)
        return self.words.get((column.key or "", text), text)


@dataclass(frozen=True, slots=True)
class Ledger:
    """One sheet that holds a ledger; `found` is False where that was not recognised."""

    file: str
    sheet: Sheet
    layout: Layout
    org_type: OrgType | None
    unit: str = ""
    decisions: Decisions = field(default_factory=Decisions)
    found: bool = True

    @property
    def unmatched(self) -> list[str]:
        """Return the headings that nothing was made of, but for the row number."""
        known = ("", "序号")
        return [c.heading for c in self.layout.columns if c.key is None and c.heading not in known]


def read_ledgers(paths: Sequence[Path], progress: Progress) -> list[Ledger]:
    """Read files and return the ledgers in them; sheets that hold none are passed over."""
    ledgers = [ledger for ledger in read_sheets(paths, progress) if ledger.found]
    if not ledgers:
        files = "、".join(f"“{path.name}”" for path in paths)
        raise Refused(
            f"{files}里没有找到台账：各工作表中都认不出“名称”或“统一社会信用代码”一列的表头。"
        )
    return ledgers


def read_sheets(paths: Sequence[Path], progress: Progress) -> list[Ledger]:
    """Read files and return every sheet that says something, for a person to choose from."""
    names = [path.name for path in paths]
    return [
        _ledger(path, f"{path.parent.name}/" if names.count(path.name) > 1 else "", sheet)
        for path in paths
        for sheet in read_workbook(path, progress)
        if sheet.visible and sheet.rows
    ]


def records_in(ledger: Ledger) -> int:
    """Return how many rows under the headings are records."""
    return sum(not line.aside for line in lines(ledger.sheet, ledger.layout))


def rematched(ledger: Ledger, keys: Mapping[int, str | None]) -> Ledger:
    """Return a ledger whose columns mean what a person says; a key is taken by one column."""
    chosen = {column.index: keys.get(column.index, column.key) for column in ledger.layout.columns}
    taken = [key for index, key in chosen.items() if key and index in keys]
    columns = tuple(
        replace(
            c, key=None if chosen[c.index] in taken and c.index not in keys else chosen[c.index]
        )
        for c in ledger.layout.columns
    )
    return replace(ledger, layout=replace(ledger.layout, columns=columns))


def counted_in(ledger: Ledger, column: int, unit: str) -> Ledger:
    """Return a ledger whose amounts in a column count in 元 or 万元."""
    columns = tuple(
        replace(c, unit=unit) if c.index == column else c for c in ledger.layout.columns
    )
    return replace(ledger, layout=replace(ledger.layout, columns=columns))


def reheaded(ledger: Ledger, top: int, bottom: int) -> Ledger:
    """Return a ledger whose headings stand in other rows, counted from 0."""
    return replace(ledger, layout=layout_at(ledger.sheet, NAMES, top, bottom))


def _ledger(path: Path, folder: str, sheet: Sheet) -> Ledger:
    found = find_layout(sheet, NAMES, _NEEDED)
    layout = found or layout_at(sheet, NAMES, 0, 0)
    titles = [str(cell) for row in sheet.rows[: layout.top] for cell in row if cell]
    said = _type_said([sheet.name, *titles, path.stem])
    unit = _unit_said(titles)
    return Ledger(f"{folder}{path.name}", sheet, layout, said, unit, found=found is not None)


def _unit_said(titles: Sequence[str]) -> str:
    """Return 万元 if the line above the headings says that amounts are counted so (计量单位)."""
    return "万元" if any(_IN_TEN_THOUSAND.search(title) for title in titles) else ""


def _type_said(texts: Sequence[str]) -> OrgType | None:
    for text in texts:
        for sort in OrgType:
            if any(name in text for name in (sort.label, *sort.aliases)):
                return sort
    return None
