"""对账差异表: what finance's list and ours do not agree on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qyclient.paper.report import Heading
from qyclient.paper.sheets.columns import Column
from qyclient.paper.sheets.table import Table, write_table

TITLE = "支付对账差异表"


@dataclass(frozen=True, slots=True)
class Line:
    """One difference: its sort, which payment, our sum and day, theirs, and what differs."""

    sort: str
    number: str
    ours: str
    theirs: str
    told: str

    def cells(self) -> tuple[str, ...]:
        """Return it as a row of texts."""
        return self.sort, self.number, self.ours, self.theirs, self.told


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many payments agree, and every difference."""

    same: int
    lines: Sequence[Line]


HEADS = ("结果", "支付编号", "本册", "财务", "说明")
_WIDTHS = (12, 18, 26, 26, 50)


def write_reconciled(path: Path, found: Reconciled, heading: Heading) -> None:
    """Write the differences as a sheet."""
    columns = [
        Column((head,), partial(_cell, n), width=width)
        for n, (head, width) in enumerate(zip(HEADS, _WIDTHS, strict=True))
    ]
    notes = (f"一致的 {found.same} 笔不列；对账不改动任何一方的数。",)
    write_table(path, Table(TITLE, columns, notes=notes), found.lines, heading)


def _cell(number: int, line: Line) -> str:
    return line.cells()[number]
