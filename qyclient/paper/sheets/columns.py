"""Columns of a sheet, made of fields: declared once, in the model or in a form's layout data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import count
from typing import Any

from qyclient.records.dates import PartialDate
from qyclient.records.field import Field


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that Excel works out; `value` is what it comes to, for who only reads the file."""

    text: str
    value: Decimal | None


Value = str | int | Decimal | date | Formula | None
_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading from the top row down, what it shows of a record, and how."""

    heading: tuple[str, ...]
    value: Callable[[Any], Value]
    number_format: str = "@"
    width: int = 12
    right: bool = False
    text: Callable[[Any], str] = str
    """What a PDF shows of a record: the value as people read it."""
    fields: tuple[Field, ...] = ()
    """The fields it shows in full."""


def of_field(field: Field, *, masked: bool) -> Column:
    """Return the column of a field; personal values masked unless the paper is a statutory one."""
    return Column(
        (field.label,),
        partial(_cell, field, masked=masked),
        field.kind.number_format,
        max(field.width, 2 * len(field.label) + 2),
        right=field.kind.align_right,
        text=field.masked if masked else field.show,
        fields=() if masked else (field,),
    )


def of_layout(
    columns: Iterable[Mapping[str, Any]], fields: Mapping[str, Field], above: tuple[str, ...] = ()
) -> list[Column]:
    """Return the columns that a form's layout data describes (nested under group headings)."""
    found: list[Column] = []
    for column in columns:
        heading = (*above, column["t"])
        if "columns" in column:
            found.extend(of_layout(column["columns"], fields, heading))
        else:
            found.append(_of_layout(column, heading, fields))
    return found


def _of_layout(
    column: Mapping[str, Any], heading: tuple[str, ...], fields: Mapping[str, Field]
) -> Column:
    width = column.get("width", max(8, 2 * len(column["t"]) + 2))
    value, number_format = _shown(column, fields)
    right = number_format not in ("@", "yyyy-mm-dd")
    keys = [column["field"]] if "field" in column else column.get("first", column.get("sum", ()))
    shown = tuple(fields[key] for key in keys if key in fields)
    return Column(heading, value, number_format, width, right=right, fields=shown)


def _shown(
    column: Mapping[str, Any], fields: Mapping[str, Field]
) -> tuple[Callable[[Any], Value], str]:
    """Return what a column of layout data shows of a record, and its number format."""
    found: tuple[Callable[[Any], Value], str]
    match column:
        case {"number": True}:
            rows = count(1)
            found = (lambda _record: next(rows)), "0"
        case {"first": [*keys]}:
            found = partial(_first, [fields[key] for key in keys]), "@"
        case {"sum": [*keys]}:
            found = partial(_sum, keys), "0"
        case {"field": key, "show": "code"}:
            found = partial(_code, fields[key]), "@"
        case {"field": key, "unit": "万元"}:
            places = column.get("decimals", 1)
            found = partial(_ten_thousand, key, places), "0." + "0" * places
        case {"field": key}:
            found = partial(_cell, fields[key], masked=False), fields[key].kind.number_format
        case _:
            found = (lambda _record: None), "@"
    return found


def _cell(field: Field, record: Any, *, masked: bool) -> Value:
    value = getattr(record, field.key)
    if isinstance(value, PartialDate):
        return value.exact or field.show(record)
    if isinstance(value, (Decimal, date)) or (field.kind.name == "count" and value is not None):
        return value
    if field.kind.name == "code" and not (masked and field.personal):
        return value  # type: ignore[no-any-return]  # codes are written ungrouped, as text
    return (field.masked(record) if masked else field.show(record)) or None


def _first(fields: list[Field], record: Any) -> Value:
    return next((getattr(record, f.key) for f in fields if getattr(record, f.key)), None)


def _sum(keys: list[str], record: Any) -> Value:
    known = [getattr(record, key) for key in keys if getattr(record, key) is not None]
    return sum(known) if known else None


def _code(field: Field, record: Any) -> Value:
    value = getattr(record, field.key)
    return None if value is None else str(field.plain(value))


def _ten_thousand(key: str, places: int, record: Any) -> Value:
    value: Decimal | None = getattr(record, key)
    if value is None:
        return None
    return (value / _TEN_THOUSAND).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
