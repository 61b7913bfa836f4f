"""How values and names are written in the database."""

import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NewType
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Dialect, Enum, Integer, String, Uuid
from sqlalchemy.types import TypeDecorator

from qyclient.records.dates import PartialDate


class Scaled(TypeDecorator[Decimal]):
    """A decimal kept as a whole number of its smallest part: money and scores meet no float."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    @property
    def python_type(self) -> type[Decimal]:
        """What callers hold."""
        return Decimal

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Store whole parts."""
        return None if value is None else int(value.scaleb(self.places))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Read the decimal back."""
        return None if value is None else Decimal(value).scaleb(-self.places)


Points = NewType("Points", Decimal)
"""得分: a score, kept unrounded to four decimals."""


class Partial(TypeDecorator[PartialDate]):
    """A date of which perhaps only the year is known, as text that sorts by time."""

    impl = String(10)
    cache_ok = True

    @property
    def python_type(self) -> type[PartialDate]:
        """What callers hold."""
        return PartialDate

    def process_result_value(self, value: Any | None, dialect: Dialect) -> PartialDate | None:  # noqa: ARG002
        """Read the text back as a date."""
        return None if value is None else PartialDate(value)


COLUMN_OF = {
    str: String(),
    bool: Boolean(),
    int: Integer(),
    date: Date(),
    datetime: DateTime(),
    PartialDate: Partial(),
    UUID: Uuid(),
    Decimal: Scaled(2),
    Points: Scaled(4),
    enum.Enum: Enum(
        enum.Enum,
        native_enum=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    ),
}
"""The column type of an annotation."""

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name: SQLite cannot drop one that has none."""
