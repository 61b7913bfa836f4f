"""合同台账: contracts that exist come in from sheets as 期初, with what was paid and judged.

A workbook may hold four sorts of sheets, told by their headings: contracts, instalments with what
was paid of them, supplements, verdicts. Rows that cannot be are held, with their cell and why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qyclient.contracts.models import Amendment, Contract, Instalment, Payment, Verdict
from qyclient.errors import Refused
from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.ledgers import Ledger
from qyclient.paper.ledger.cells import address
from qyclient.paper.ledger.headings import Layout, Names, find_layout, names_of
from qyclient.paper.ledger.rows import Line
from qyclient.paper.reading import read_workbook
from qyclient.progress import Progress
from qyclient.records.base import Base, field_of, fields_of
from qyclient.records.field import Field

_WORKED = frozenset({"is_opening", "supplier", "confirmed_by", "confirmed_on", "alone", "source"})


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of sheet: what it is called, its fields, and the headings it must have."""

    label: str
    fields: Mapping[str, Field]
    needed: tuple[str, ...]

    def layout(self, sheet: Any) -> Layout | None:
        """Return the headings of a sheet of this sort; None if it is none."""
        names = Names(names_of(self.fields.values()))
        found = find_layout(sheet, names, self.needed)
        return found if found and all(found.column(key) for key in self.needed) else None


def _fields(model: type[Base], *more: Field) -> dict[str, Field]:
    found = [field for field in fields_of(model) if field.key not in _WORKED]
    named = [
        replace(field, aliases=(*field.aliases, "合同编号", "合同号"))
        if field.key == "contract"
        else field
        for field in found
    ]
    return {field.key: field for field in (*named, *more)}


_PAID = tuple(field_of(Payment, key) for key in ("paid_on", "voucher_no"))
SORTS: Mapping[str, Sort] = {
    "parts": Sort("分期和付款", _fields(Instalment, *_PAID), ("contract", "number", "amount")),
    "amendments": Sort("补充合同", _fields(Amendment), ("contract", "number", "kind", "signed_on")),
    "verdicts": Sort("评价结论", _fields(Verdict), ("contract", "stage", "score")),
    "contracts": Sort("合同", _fields(Contract), ("contract_no", "title", "amount")),
}
"""The sorts of sheets, the most particular first."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a ledger by their sort."""

    of: Mapping[str, Sequence[Ledger]]

    @property
    def all(self) -> list[Ledger]:
        """Return every sheet."""
        return [sheet for sheets in self.of.values() for sheet in sheets]


def read_contracts(paths: Sequence[Path], progress: Progress) -> Sheets:
    """Return the sheets of ledgers by their sort; refuse files of which none is known."""
    found: dict[str, list[Ledger]] = {key: [] for key in SORTS}
    for path in paths:
        for sheet in read_workbook(path, progress):
            for key, sort in SORTS.items() if sheet.visible else ():
                if layout := sort.layout(sheet):
                    found[key].append(Ledger(path.name, sheet, layout, None))
                    break
    if not any(found.values()):
        raise Refused("没有找到合同台账：表头里要有“合同编号”“项目名称”“合同金额”。")
    return Sheets(found)


def texts_of(sheet: Ledger, line: Line, sort: Sort) -> dict[str, str]:
    """Return what a row says, by key."""
    found = {}
    for column in sheet.layout.columns:
        text = line.texts.get(column.index, "")
        if column.key and text and not sort.fields[column.key].is_empty(text):
            found[column.key] = text
    return found


def row_of(sheet: Ledger, line: Line, outcome: str, said: Mapping[str, str], name: str = "") -> Row:
    """Return what became of a row; each reason behind the cell it is about."""
    cells = {key: _cell(sheet, line, key) for key in said}
    reasons = tuple(f"{cells[key]} {text}".strip() for key, text in said.items())
    where = next(filter(None, cells.values()), "")
    return Row(sheet.file, sheet.sheet.name, line.row + 1, outcome, name, where, reasons)


def _cell(sheet: Ledger, line: Line, key: str) -> str:
    column = sheet.layout.column(key) if key else None
    return address(line.row, column.index) if column else ""
