"""What stands here of the records a package speaks of, and the merge they are held against."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.exchange.models import Difference, Package, SameRecord
from qyclient.exchange.rules.folding import Folded
from qyclient.exchange.rules.lists import Decision
from qyclient.exchange.services.nouns import columns_of, table_of
from qyclient.exchange.services.opening import Opened
from qyclient.progress import Progress
from qyclient.records.base import Base, column_of, fields_of

T = TypeVar("T")
_CHUNK = 500
Place = tuple[str, str, str]
"""A noun, a record and a field."""


class Standing(SimpleNamespace):
    """A record as it is in the table, by its columns; it is called as its noun is."""

    def __str__(self) -> str:
        """Return what people call it."""
        return str(vars(self).get("_called") or self.id)


@dataclass(slots=True)
class Merge:
    """One package on its way into the register."""

    session: Session
    package: Package
    opened: Opened
    progress: Progress
    same: dict[str, str] = field(default_factory=dict)
    waits: dict[Place, Difference] = field(default_factory=dict)

    def begin(self) -> None:
        """Read which records are one, and which differences wait already."""
        office = self.package.office.id
        for one in self.session.scalars(
            select(SameRecord).where(column_of(SameRecord, "office") == office)
        ):
            self.same[one.theirs] = one.ours
        mine = (column_of(Difference, "office") == office) & (Difference.decision == Decision.OPEN)
        for wait in self.session.scalars(select(Difference).where(mine)):
            self.waits[wait.noun, wait.record_key, wait.item] = wait

    def ours(self, theirs: str) -> str:
        """Return the key a record has here."""
        return self.same.get(theirs, theirs)

    def are_one(self, model: type[Base], theirs: str, ours: UUID) -> None:
        """Keep that a record of theirs is one of ours."""
        self.same[theirs] = str(ours)
        self.session.add(
            SameRecord(
                office=self.package.office,
                noun=model.__tablename__,
                theirs=theirs,
                ours=str(ours),
            )
        )

    def path(self, model: type[Base], name: str, path: Sequence[Any]) -> list[Any]:
        """Return a path with the keys that records have here."""
        if name not in links_of(model):
            return [*path]
        return [None if step is None else self.ours(step) for step in path]

    def row(self, model: type[Base], one: Folded) -> dict[str, Any]:
        """Return the columns of a record that was made elsewhere."""
        known = columns_of(model)
        row: dict[str, Any] = {"id": UUID(one.key)}
        for name, path in one.paths.items():
            column, read = known[name]
            newest = self.path(model, name, path)[-1]
            if newest is not None:
                row[column] = read(newest)
        return row


def links_of(model: type[Base]) -> Collection[str]:
    """Return the fields of a noun that are links."""
    return {field.key for field in fields_of(model) if field.target is not None}


def standing(session: Session, model: type[Base], keys: Collection[UUID]) -> dict[UUID, Standing]:
    """Return the records of a noun that are here."""
    table = table_of(model)
    found: dict[UUID, Standing] = {}
    for part in chunks([*keys]):
        rows = session.execute(select(table).where(table.c.id.in_(part)))
        found |= {row.id: as_standing(model, row._mapping) for row in rows}  # noqa: SLF001 - its public name
    return found


def as_standing(model: type[Base], row: Any) -> Standing:
    """Return a row of a table as a record."""
    called = next((str(row[key]) for key in model.__called_by__ if row.get(key)), "")
    return Standing(**row, _called=called)


def chunks(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield some rows at a time, no more than a statement takes."""
    for start in range(0, len(rows), _CHUNK):
        yield rows[start : start + _CHUNK]
