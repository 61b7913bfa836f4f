"""What stands in a ledger's columns and in the cells of one row, as decided so far."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from qyclient.organizations.models import AnnualReview
from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.ledgers import IMPORTED, REVIEW, Ledger
from qyclient.paper.ledger.cells import address, cell_text
from qyclient.paper.ledger.headings import Column
from qyclient.records.base import field_of
from qyclient.records.field import Field

_EXAMPLES, _SOUGHT = 3, 400
_CELL = re.compile(r"([A-Z]{1,3}\d+) (.*)", re.DOTALL)
_NOT_IMPORTED = frozenset({"voided_because"})
FIELDS: Mapping[str, Field] = {
    field.key: field for field in IMPORTED if field.key not in _NOT_IMPORTED
}


def shown_field(key: str | None) -> Field | None:
    """Return the field a column means, also where it is a year's conclusion."""
    if key is None:
        return None
    return field_of(AnnualReview, "conclusion") if key.startswith(REVIEW) else FIELDS.get(key)


def examples(ledger: Ledger, column: Column) -> list[str]:
    """Return the first different values under a heading."""
    below = ledger.layout.bottom + 1
    found: dict[str, None] = {}
    for row in ledger.sheet.rows[below : below + _SOUGHT]:
        if text := cell_text(row[column.index]).strip():
            found[text] = None
            if len(found) == _EXAMPLES:
                break
    return list(found)


@dataclass(frozen=True, slots=True)
class CellSeen:
    """One cell of a row: its column, what it says, what is wrong with it."""

    column: Column
    text: str
    problem: str

    @property
    def choices(self) -> tuple[str, ...]:
        """Return what it may say, where the field is a closed list."""
        shown = shown_field(self.column.key)
        return shown.kind.options if shown else ()

    @property
    def is_unknown_word(self) -> bool:
        """Say whether a word stands here that is not among the choices."""
        shown = shown_field(self.column.key)
        if not (shown and self.problem and self.choices and self.text):
            return False
        try:
            shown.kind.parse(self.text)
        except ValueError:
            return True
        return False


def cells_of(ledger: Ledger, row: Row) -> list[CellSeen]:
    """Return the cells of a row as decided so far, those that are wrong first."""
    matches = [_CELL.fullmatch(said) for said in row.reasons]
    wrong = {found[1]: found[2] for found in matches if found}
    number, values = row.row - 1, ledger.sheet.rows[row.row - 1]
    seen = []
    for column in ledger.layout.columns:
        raw = cell_text(values[column.index]).strip()
        text = ledger.decisions.mends.get((number, column.index), raw)
        said = wrong.get(address(number, column.index), "")
        if column.key or text or said:
            seen.append(CellSeen(column, text, said))
    return sorted(seen, key=lambda cell: not cell.problem)


def elsewhere(row: Row) -> list[str]:
    """Return what is wrong with a row but with none of its cells."""
    return [said for said in row.reasons if not _CELL.fullmatch(said)]
