"""Whether the search index holds what the nouns declare today; where not, it is made anew.

A noun that learned to be found by another field, or names that are spelled otherwise since a newer
version of the program, would else be missed in every register that is older.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, String, Table, delete, insert, select

from qyclient.records.base import Base, fields_of
from qyclient.store.alike import SHAPED, reindex
from qyclient.store.changes import document
from qyclient.store.engine import Database
from qyclient.store.guard import door
from qyclient.store.listing import VOIDED
from qyclient.store.search import matching
from qyclient.store.spelling import SPELLED

_BATCH = 1000

INDEXED = Table(
    "indexed",
    Base.metadata,
    Column("noun", String(40), primary_key=True),
    Column("declared", String, nullable=False),
)
"""By which declaration each noun was indexed."""


def found_nouns() -> Sequence[type[Base]]:
    """Return the nouns that declare what they are found by; what is linked to comes first."""
    models: dict[str, type[Base]] = {
        mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers
    }
    nouns = [models[table.name] for table in Base.metadata.sorted_tables if table.name in models]
    return [model for model in nouns if any(field.found for field in fields_of(model))]


def bring_index_up_to_date(database: Database) -> None:
    """Index anew the nouns that were indexed by another declaration than today's."""
    with database.reader.connect() as connection:
        rows = connection.execute(select(INDEXED.c.noun, INDEXED.c.declared)).all()
    known = {row.noun: row.declared for row in rows}
    gone = known.keys() - {model.__tablename__ for model in found_nouns()}
    stale = [model for model in found_nouns() if known.get(model.__tablename__) != _declared(model)]
    if stale or gone:
        with database.writer.begin() as connection:
            for noun in gone:
                _forget(connection, noun)
            for model in stale:
                _index_anew(connection, model)


def _forget(connection: Connection, noun: str) -> None:
    """Take a noun that is no more out of the index."""
    reindex(connection, connection.scalars(matching(noun, "")).all(), ())
    with door(connection):
        connection.execute(delete(INDEXED).where(INDEXED.c.noun == noun))


def _declared(model: type[Base]) -> str:
    own = [field for field in fields_of(model) if _is_own(field)]
    compared = [field.key for field in own if field.compared]
    found = ",".join(f"{field.key}={field.found}" for field in own)
    return f"{SPELLED}:{found}" + (f":{SHAPED}:{','.join(compared)}" if compared else "")


def _is_own(field: Any) -> bool:
    return bool(field.found) and field.target is None


def _index_anew(connection: Connection, model: type[Base]) -> None:
    noun = model.__tablename__
    _forget(connection, noun)
    for rows in _batches(connection, model):
        documents = [document(model, row["id"], row) for row in rows]
        found = [one for one in documents if one is not None]
        reindex(connection, [row["id"] for row in rows], found)
    with door(connection):
        connection.execute(insert(INDEXED).values(noun=noun, declared=_declared(model)))


def _batches(connection: Connection, model: type[Base]) -> Iterator[Sequence[Any]]:
    """Yield what a noun's records are found by, oldest first."""
    keys = [field.key for field in fields_of(model) if _is_own(field)]
    keys += [VOIDED] if hasattr(model, VOIDED) else []
    query = select(model.id, *(getattr(model, key) for key in keys)).order_by(model.id)
    rows = connection.execute(query.limit(_BATCH)).mappings().all()
    while rows:
        yield rows
        later = query.where(model.id > rows[-1]["id"])
        rows = connection.execute(later.limit(_BATCH)).mappings().all()
