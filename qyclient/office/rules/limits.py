"""Dated rules: what the law says is data, read from resources/rules/ with its citation."""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.office.rules.dated import held


@dataclass(frozen=True, slots=True)
class Limit:
    """One rule in force: its value, how serious it is, and where it stands in the law."""

    rule: str
    value: str
    unit: str
    severity: str
    citation: str


_FILES = ("registration", "purchases")


@cache
def _limits() -> tuple[Mapping[str, str], ...]:
    found: list[Mapping[str, str]] = []
    for name in _FILES:
        with asset(f"rules/{name}.csv").open(encoding="utf-8", newline="") as file:
            found.extend(csv.DictReader(file))
    return tuple(found)


def limit(rule: str, on: date) -> Limit:
    """Return a rule as it stood on a day; KeyError if it did not."""
    for row in _limits():
        if row["rule"] == rule and held(row, on):
            return Limit(rule, row["value"], row["unit"], row["severity"], row["citation"])
    raise KeyError(rule)


@cache
def dated(name: str) -> Mapping[str, list[dict[str, Any]]]:
    """Return the dated rows of a file under resources/rules/."""
    rows: Mapping[str, list[dict[str, Any]]] = json.loads(
        asset(f"rules/{name}.json").read_text("utf-8")
    )
    return rows


def in_force(rows: Iterable[dict[str, Any]], on: date) -> dict[str, Any]:
    """Return the row that held on a day."""
    return next(row for row in rows if held(row, on))
