"""How data says from when to when it holds: days, months or years; nothing means always."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from qyclient.records.dates import parse_partial_date

FOREVER = date.max


def since(text: str | None) -> date:
    """Return the first day on which something holds."""
    return (parse_partial_date(text).earliest or date.min) if text else date.min


def until(text: str | None) -> date:
    """Return the first day after a last day, month or year."""
    last = parse_partial_date(text).latest if text else None
    return last + timedelta(days=1) if last else FOREVER


def held(row: Mapping[str, Any], on: date) -> bool:
    """Say whether a row held on a day."""
    return since(row["from"]) <= on < until(row["to"])
