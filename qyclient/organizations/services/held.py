"""Giving held rows back to the clerk, in the layout they came in."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qyclient.organizations.services.intake import Outcome
from qyclient.organizations.services.ledgers import Ledger
from qyclient.paper.ledger.cells import cell_text
from qyclient.paper.sheets.held import HeldSheet, write_held


def held_rows(path: Path, ledgers: Sequence[Ledger], outcome: Outcome) -> int:
    """Write the held rows of an import with their reasons; return how many there are."""
    sheets = []
    for ledger in ledgers:
        here = (ledger.file, ledger.sheet.name)
        held = [r for r in outcome.rows if (r.file, r.sheet) == here and r.outcome == "held"]
        if held:
            reasons = {row.row - 1: row.reasons for row in held}
            cells = {row.row - 1: row.cell for row in held}
            headings = range(ledger.layout.top, ledger.layout.bottom + 1)
            mended = _mended(ledger, reasons)
            sheets.append(HeldSheet(ledger.sheet, headings, reasons, cells, mended))
    write_held(path, sheets)
    return outcome.counts["held"]


def _mended(ledger: Ledger, rows: Iterable[int]) -> dict[tuple[int, int], str]:
    """Return the cells of these rows that a person read otherwise, or mended."""
    found: dict[tuple[int, int], str] = {}
    for row in rows:
        cells = ledger.sheet.rows[row]
        for column in ledger.layout.columns:
            was = cell_text(cells[column.index]) if column.index < len(cells) else ""
            now = ledger.decisions.text(row, column, was)
            if now != was:
                found[row, column.index] = now
    return found
