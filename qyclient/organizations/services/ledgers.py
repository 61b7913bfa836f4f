"""Reading a ledger of bodies: which sheets hold one, and what each row says, as values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qyclient.organizations.models import AnnualReview, Organization
from qyclient.organizations.rules.checks import KIND_IN_CODE
from qyclient.organizations.rules.lists import OrgType
from qyclient.paper.ledger.cells import address
from qyclient.paper.ledger.headings import Column, Layout, Names, find_layout, names_of
from qyclient.paper.ledger.rows import Line, lines
from qyclient.paper.reading import Sheet, read_workbook
from qyclient.progress import Progress
from qyclient.records.base import field_of, fields_of
from qyclient.records.field import Field
from qyclient.records.money import has_unit
from qyclient.records.uscc import CodeDefect, normalise_code

REVIEW = "review:"
_NAMES = Names(
    names_of(fields_of(Organization)),
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
_NEEDED = ("name", "uscc")
_CODE_LIKE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")


@dataclass(frozen=True, slots=True)
class Ledger:
    """One sheet that holds a ledger."""

    file: str
    sheet: Sheet
    layout: Layout
    org_type: OrgType | None

    @property
    def unmatched(self) -> list[str]:
        """Return the headings that nothing was made of, but for the row number."""
        known = ("", "序号")
        return [c.heading for c in self.layout.columns if c.key is None and c.heading not in known]


@dataclass(slots=True)
class Reading:
    """What one row says: values by field key, what is wrong with it, where and why."""

    ledger: Ledger
    line: Line
    facts: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    reviews: dict[int, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    masked: set[str] = field(default_factory=set)

    @property
    def number(self) -> int:
        """Return the row as Excel counts."""
        return self.line.row + 1

    def cell(self, key: str) -> str:
        """Return the address of the cell a field came from; empty if it has none."""
        column = self.ledger.layout.column(key)
        return address(self.line.row, column.index) if column else ""


def read_ledgers(paths: Sequence[Path], progress: Progress) -> list[Ledger]:
    """Read files and return the ledgers in them; sheets that hold none are passed over."""
    return [
        ledger
        for path in paths
        for sheet in read_workbook(path, progress)
        if sheet.visible and (ledger := _ledger(path, sheet))
    ]


def readings(ledger: Ledger, code_reason: str) -> Iterator[Reading]:
    """Return what each row under the headings says."""
    for line in lines(ledger.sheet, ledger.layout):
        reading = Reading(ledger, line)
        if not line.aside:
            _read(reading, code_reason)
        yield reading


def _ledger(path: Path, sheet: Sheet) -> Ledger | None:
    layout = find_layout(sheet, _NAMES, _NEEDED)
    if layout is None:
        return None
    layout = _with_codes_in_number_column(sheet, layout)
    titles = [str(cell) for row in sheet.rows[: layout.top] for cell in row if cell]
    return Ledger(path.name, sheet, layout, _type_said([sheet.name, *titles, path.stem]))


def _type_said(texts: Sequence[str]) -> OrgType | None:
    for text in texts:
        for sort in OrgType:
            if any(name in text for name in (sort.label, *sort.aliases)):
                return sort
    return None


def _with_codes_in_number_column(sheet: Sheet, layout: Layout) -> Layout:
    """Take a number column that holds credit codes for what it is (rosters since 2016)."""
    column = layout.column("legacy_cert_no")
    if column is None or layout.column("uscc"):
        return layout
    under = [
        row[column.index] for row in sheet.rows[layout.bottom + 1 :] if len(row) > column.index
    ]
    filled = [str(cell) for cell in under if cell]
    if 2 * sum(bool(_CODE_LIKE.fullmatch(text)) for text in filled) <= len(filled):
        return layout
    columns = tuple(
        Column(c.index, c.heading, "uscc", c.unit) if c is column else c for c in layout.columns
    )
    return Layout(layout.top, layout.bottom, columns)


def _read(reading: Reading, code_reason: str) -> None:
    for column in reading.ledger.layout.columns:
        text = reading.line.texts.get(column.index, "")
        if column.key is None or not text:
            continue
        if column.key.startswith(REVIEW):
            _take(reading, column.key, field_of(AnnualReview, "conclusion"), text)
        else:
            shown = field_of(Organization, column.key)
            if shown.kind.name == "money" and column.unit.startswith("万") and not has_unit(text):
                text += "万元"
            _take(reading, column.key, shown, text)
    _accept_code(reading, code_reason)
    for key in [*reading.facts]:
        if key.startswith(REVIEW):
            reading.reviews[int(key.removeprefix(REVIEW))] = reading.facts.pop(key)
    reading.facts.setdefault("org_type", _type_of(reading.ledger, reading.facts))


def _take(reading: Reading, key: str, shown: Field, text: str) -> None:
    if shown.is_empty(text):
        return
    reading.texts[key] = text
    if shown.personal and "*" in text:
        reading.masked.add(key)
        return
    try:
        reading.facts[key] = shown.kind.parse(text)
    except CodeDefect as defect:
        reading.problems[key] = f"{shown.label}：{defect}"
        reading.texts["overridable"] = "是" if defect.overridable else ""
    except ValueError as problem:
        reading.problems[key] = f"{shown.label}：{problem}"


def _accept_code(reading: Reading, reason: str) -> None:
    """Let a code through that breaks the standard, with the reason for it in writing."""
    if reason and reading.texts.pop("overridable", ""):
        del reading.problems["uscc"]
        reading.facts["uscc"] = normalise_code(reading.texts["uscc"])
        reading.facts["code_exception"] = reason


def _type_of(ledger: Ledger, facts: Mapping[str, Any]) -> OrgType | None:
    code = facts.get("uscc") or ""
    return ledger.org_type or KIND_IN_CODE.get(code[1:2])
