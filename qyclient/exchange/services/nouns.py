"""Which nouns travel in a package, and how their columns are written and read back."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import JSON, Column, Table

from qyclient.records.base import Base, fields_of
from qyclient.records.columns import Partial
from qyclient.records.dates import PartialDate

Turn = Callable[[Any], Any]


@cache
def travelling() -> Mapping[str, type[Base]]:
    """Return the nouns that travel, by table, each behind those it links to."""
    models = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    names = [table.name for table in Base.metadata.sorted_tables]
    return {name: models[name] for name in names if name in models and not models[name].__stays__}


@cache
def columns_of(model: type[Base]) -> Mapping[str, tuple[str, Turn]]:
    """Return for each field whose past is kept its column, and what reads its plain value back."""
    table = table_of(model)
    return {
        field.key: (name, reader(table.c[name]))
        for field in fields_of(model)
        if not field.derived
        for name in [field.key if field.target is None else f"{field.key}_id"]
    }


@cache
def unseen_columns(model: type[Base]) -> tuple[Column[Any], ...]:
    """Return the columns that are in no history entry: snapshots, papers, what is worked out."""
    kept = {name for name, _ in columns_of(model).values()} | {"id", "version"}
    return tuple(column for column in table_of(model).columns if column.name not in kept)


def table_of(model: type[Base]) -> Table:
    """Return the table of a noun."""
    return cast("Table", model.__table__)


def holds_bytes(column: Column[Any]) -> bool:
    """Say whether a column holds a file, which travels as one."""
    return not isinstance(column.type, JSON) and column.type.python_type is bytes


def plain(column: Column[Any], value: Any) -> Any:
    """Return the value of an unseen column as a line writes it."""
    if value is None or isinstance(column.type, JSON):
        return value
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, str | int | bool) else _PLAIN[type(value)](value)


@cache
def reader(column: Column[Any]) -> Turn:
    """Return what turns a plain value into that of a column."""
    kind = column.type
    if isinstance(kind, JSON):
        return _itself
    enumeration = getattr(kind, "enum_class", None)
    if enumeration is not None:
        return cast("Turn", enumeration)
    return PartialDate if isinstance(kind, Partial) else _READS[kind.python_type]


def _itself(value: Any) -> Any:
    return value


_PLAIN: Mapping[type, Turn] = {
    date: date.isoformat,
    datetime: datetime.isoformat,
    Decimal: str,
    UUID: str,
    PartialDate: str,
}
_READS: Mapping[type, Turn] = {
    str: str,
    int: int,
    bool: bool,
    Decimal: Decimal,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    UUID: UUID,
    bytes: _itself,
}
