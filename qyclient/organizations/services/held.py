"""Giving held rows back to the clerk, in the layout they came in."""

from collections.abc import Sequence
from pathlib import Path

from qyclient.organizations.services.intake import Outcome
from qyclient.organizations.services.ledgers import Ledger
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
            sheets.append(HeldSheet(ledger.sheet, headings, reasons, cells))
    write_held(path, sheets)
    return outcome.counts["held"]
