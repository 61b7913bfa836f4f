"""What a table shows: the fields of a noun, and what is worked out beside them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qyclient.records.field import Field
from qyclient.records.kinds import Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a list with what was worked out for it, by column key."""

    record: Any
    worked: Mapping[str, Any]

    def __getattr__(self, key: str) -> Any:
        """Show both as one record, as sheets write it."""
        return self.worked[key] if key in self.worked else getattr(self.record, key)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; a worked one is kept nowhere, so no list can be put in its order."""

    field: Field
    worked: bool = False

    @property
    def key(self) -> str:
        """Return what a view's order calls it."""
        return self.field.key

    @property
    def label(self) -> str:
        """Return its heading."""
        return self.field.label

    @property
    def align_right(self) -> bool:
        """Say whether it holds figures."""
        return self.field.kind.align_right

    def text(self, row: Row) -> str:
        """Return what a row shows in it; personal data masked."""
        if not self.worked:
            return self.field.masked(row.record)
        value = row.worked.get(self.key)
        return "" if value is None else self.field.kind.format(value)


Work = Callable[..., Mapping[Any, Mapping[str, Any]]]
"""A query over the records of a page: by record id, the values of the worked columns."""


def worked_column(key: str, label: str, kind: Kind[Any], width: int) -> Column:
    """Return a column for what is worked out when a page is read."""
    return Column(Field(key, label, kind, required=False, width=width), worked=True)


def table_columns(fields: Sequence[Field]) -> tuple[Column, ...]:
    """Return a column for each field that tables show."""
    return tuple(Column(field) for field in fields if field.in_table)
