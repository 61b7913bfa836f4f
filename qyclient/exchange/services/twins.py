"""What two offices made each for itself though it may stand only once: the same, or another.

What is unique under a record both have (a year of a body, a code of a catalogue) is the same thing.
Else it is the same if it says the same throughout: a catalogue that came with the program. What is
left bears a name or a number that is taken here: it is kept under a mark of its own, and waits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, String, UniqueConstraint, select

from qyclient.exchange.rules.folding import Folded
from qyclient.exchange.services.differing import Both, differs
from qyclient.exchange.services.nouns import columns_of, table_of
from qyclient.exchange.services.standing import Merge, Standing, as_standing, chunks
from qyclient.records.base import Base, fields_of
from qyclient.store.listing import VOIDED

Made = tuple[Folded, dict[str, Any]]
"""A record made elsewhere, and its columns."""


@dataclass(frozen=True, slots=True)
class _Only:
    """Columns that together stand only once; of partial ones, only among what stands."""

    columns: tuple[Column[Any], ...]
    partial: bool

    @property
    def under_a_link(self) -> bool:
        return any(column.foreign_keys for column in self.columns)

    def of(self, row: Any) -> tuple[Any, ...] | None:
        key = tuple(row.get(column.name) for column in self.columns)
        voided = self.partial and row.get(VOIDED)
        return None if voided or any(part is None for part in key) else key


def apart(merge: Merge, model: type[Base], made: Sequence[Made]) -> tuple[list[Made], list[Made]]:
    """Divide what was made elsewhere into what is new here, and what is here already."""
    new, known = [*made], list[Made]()
    for only in _onlys(model):
        taken = _taken(merge, model, only, new)
        still = list[Made]()
        for one, row in new:
            twin = taken.get(only.of(row))
            if twin is None or twin.id == row["id"]:
                still.append((one, row))
            elif only.under_a_link or _says_the_same(model, twin, row):
                merge.are_one(model, one.key, twin.id)
                known.append((one, row))
            else:
                _mark(merge, model, one, row, only, twin)
                still.append((one, row))
        new = still
    return _children(merge, model, new, known)


@cache
def _onlys(model: type[Base]) -> tuple[_Only, ...]:
    table = table_of(model)
    whole = [c for c in table.constraints if isinstance(c, UniqueConstraint)]
    single = [_Only((*c.columns,), partial=False) for c in whole]
    indexed = [
        _Only((*index.columns,), partial=index.dialect_options["sqlite"].get("where") is not None)
        for index in sorted(table.indexes, key=lambda index: str(index.name))
        if index.unique
    ]
    return (*single, *indexed)


def _taken(
    merge: Merge, model: type[Base], only: _Only, made: Sequence[Made]
) -> dict[tuple[Any, ...] | None, Standing]:
    table, first = table_of(model), only.columns[0]
    wanted = {key: None for _, row in made if (key := only.of(row)) is not None}
    found: dict[tuple[Any, ...] | None, Standing] = {}
    for part in chunks([*{key[0] for key in wanted}]):
        for row in merge.session.execute(select(table).where(first.in_(part))):
            said = row._mapping  # noqa: SLF001 - the public name of it in SQLAlchemy
            key = only.of(said)
            if key in wanted:
                found[key] = as_standing(model, said)
    return found


def _says_the_same(model: type[Base], twin: Standing, row: Mapping[str, Any]) -> bool:
    columns = [column for column, _ in columns_of(model).values()]
    return all(getattr(twin, column) == row.get(column) for column in columns)


def _mark(
    merge: Merge, model: type[Base], one: Folded, row: dict[str, Any], only: _Only, twin: Standing
) -> None:
    """Give a record a mark of its own where its name or number is taken here."""
    column = [c for c in only.columns if isinstance(c.type, String)][-1]
    item = next(field.key for field in fields_of(model) if field.key == column.name)
    theirs = row[column.name]
    place = merge.package.office.area_code
    row[column.name] = None if column.nullable else f"{theirs}·{place}"
    note = f"与本机关的“{twin}”重复"
    newest = one.newest()[item]
    both = Both(one.key, one.called, item, row[column.name], newest, note)
    differs(merge, model, both)


def _children(
    merge: Merge, model: type[Base], new: Sequence[Made], known: list[Made]
) -> tuple[list[Made], list[Made]]:
    """Find what hangs on a record both have and says the same: an indicator of a template."""
    ours = {*merge.same.values()}
    links = [column for column, _ in columns_of(model).values() if column.endswith("_id")]
    still = list[Made]()
    for one, row in new:
        parents = [c for c in links if row.get(c) is not None and str(row[c]) in ours]
        twin = next(_under(merge, model, parents, row), None) if parents else None
        if twin is None:
            still.append((one, row))
        else:
            merge.are_one(model, one.key, twin.id)
            known.append((one, row))
    return still, known


def _under(
    merge: Merge, model: type[Base], parents: Sequence[str], row: Mapping[str, Any]
) -> Iterator[Standing]:
    table = table_of(model)
    for found in merge.session.execute(select(table).where(table.c[parents[0]] == row[parents[0]])):
        twin = as_standing(model, found._mapping)  # noqa: SLF001 - as above
        if _says_the_same(model, twin, row):
            yield twin
