"""What a person has decided so far about the ledgers being brought in; knows no widgets."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.ledgers import (
    Decisions,
    Ledger,
    counted_in,
    records_in,
    reheaded,
    rematched,
)
from qyclient.paper.ledger.headings import Column
from ui.organizations.intake_cells import examples

_NUMBERING = frozenset({"", "序号", "编号"})


@dataclass(slots=True)
class Chosen:
    """One sheet: whether it is brought in, its ledger as decided, columns left out on purpose."""

    ledger: Ledger
    ticked: bool
    rows: int
    left: set[int] = field(default_factory=set)
    touched: bool = False

    @property
    def columns(self) -> list[Column]:
        """Return the columns that say something, those not matched yet first."""
        columns = self.ledger.layout.columns
        said = [c for c in columns if c.heading or examples(self.ledger, c)]
        return sorted(said, key=lambda c: not self.is_open(c))

    def is_open(self, column: Column) -> bool:
        """Say whether a person should look at what a column means."""
        known = column.key or column.index in self.left
        return not known and column.heading not in _NUMBERING

    def match(self, column: int, key: str | None) -> None:
        """Let a column mean a field, or leave it out on purpose."""
        if key is None:
            self.left.add(column)
        else:
            self.left.discard(column)
        self._take(rematched(self.ledger, {column: key}))

    def count_in(self, column: int, unit: str) -> None:
        """Let the amounts of a column count in 元 or 万元."""
        self._take(counted_in(self.ledger, column, unit))

    def head(self, top: int, bottom: int) -> None:
        """Take other rows for the headings, counted from 0."""
        self._take(replace(reheaded(self.ledger, top, bottom), found=True))
        self.rows = records_in(self.ledger)
        self.left = set()

    def be(self, org_type: OrgType | None) -> None:
        """Take its bodies for another kind; None leaves it to their codes."""
        self._take(replace(self.ledger, org_type=org_type))

    def adopt(self, ledger: Ledger, headings: Collection[str]) -> None:
        """Take a kept matching; of its headings, those without a field are left out on purpose."""
        self._take(ledger)
        said = [c for c in ledger.layout.columns if c.heading in headings]
        self.left |= {c.index for c in said if c.key is None}
        self.left -= {c.index for c in said if c.key is not None}

    def decide(self, decisions: Decisions) -> None:
        """Keep other decisions about cells, words, rows or rules."""
        self._take(replace(self.ledger, decisions=decisions))

    def _take(self, ledger: Ledger) -> None:
        self.ledger, self.touched = ledger, True


@dataclass(slots=True)
class Work:
    """All sheets of the files chosen, and the reason for codes that break the standard.

    `written` is the reason that is in the register already.
    """

    sheets: list[Chosen] = field(default_factory=list)
    reason: str = ""
    written: str = ""

    @property
    def ticked(self) -> list[Chosen]:
        """Return the sheets that are brought in."""
        return [sheet for sheet in self.sheets if sheet.ticked]

    @property
    def ledgers(self) -> list[Ledger]:
        """Return their ledgers."""
        return [sheet.ledger for sheet in self.ticked]

    @property
    def touched(self) -> bool:
        """Say whether anything was decided that would be lost."""
        return self.reason != self.written or any(sheet.touched for sheet in self.sheets)

    def of(self, row: Row) -> Chosen:
        """Return the sheet a row stands in."""
        place = (row.file, row.sheet)
        return next(s for s in self.sheets if (s.ledger.file, s.ledger.sheet.name) == place)

    def settle(self) -> None:
        """Note that all that was decided is in the register now."""
        self.written = self.reason
        for sheet in self.sheets:
            sheet.touched = False


def looked_through(ledgers: list[Ledger]) -> Work:
    """Return the sheets of files, those recognised as ledgers ticked; counts every row."""
    return Work([Chosen(one, one.found, records_in(one)) for one in ledgers])
