"""Dated rules: what the law says is data, read from resources/rules/ with its citation.

A rule of the office's own goes before the shipped one that held on the same day.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.office.rules.dated import held
from qyclient.office.rules.laid_down import laid_down
from qyclient.records.choices import listed

EVERY = "*"
_SURE = ("verified", "own: sure")


@dataclass(frozen=True, slots=True)
class Limit:
    """One rule in force: its value, how serious it is, and where it stands in the law.

    `source` is the document it was read in; `evidence` says how sure we are of it; an `own` one
    was laid down by the office.
    """

    rule: str
    value: str
    unit: str
    severity: str
    citation: str
    org_type: str = EVERY
    label: str = ""
    source: str = ""
    evidence: str = ""
    since: str = ""
    own: bool = False

    @property
    def is_sure(self) -> bool:
        """Say whether it was read in the law, or must still be checked (待核实)."""
        return self.evidence in _SURE


_FILES = ("registration", "purchases")
CITED = "CITE_"
"""Begins the rules that only say which articles the papers of a sort of matter cite."""


@cache
def shipped() -> tuple[Mapping[str, str], ...]:
    """Return the rows that are shipped: limits, and what papers cite."""
    limits = [row for name in _FILES for row in _read(name)]
    nothing = {"value": "", "unit": "", "severity": "info"}
    cited = [{**row, "rule": CITED + row["matter"], **nothing} for row in _read("citations")]
    return (*limits, *cited)


def _read(name: str) -> list[dict[str, str]]:
    with asset(f"rules/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def limit(rule: str, on: date, org_type: str = "") -> Limit:
    """Return a rule as it stood on a day; KeyError if none did.

    Of several, one for that very sort of body goes before one for all, and before either one that
    the office laid down itself.
    """
    for rows in (laid_down().rules, shipped()):
        held_then = [row for row in rows if row["rule"] == rule and held(row, on)]
        for wanted in (org_type, EVERY) if org_type else (EVERY, ""):
            for row in held_then:
                if not wanted or row["org_type"] == wanted:
                    return _limit(row)
    raise KeyError(rule)


def limits_on(on: date) -> list[Limit]:
    """Return every rule as it stood on a day, each for each sort of body that it tells apart."""
    found: dict[tuple[str, str], Limit] = {}
    for row in _rows():
        if held(row, on):
            found.setdefault((row["rule"], row["org_type"]), _limit(row))
    order = [*RULES]
    return sorted(found.values(), key=lambda one: (order.index(one.rule), one.org_type))


def _rows() -> Iterator[Mapping[str, Any]]:
    yield from laid_down().rules
    yield from shipped()


def _limit(row: Mapping[str, Any]) -> Limit:
    return Limit(
        row["rule"],
        row["value"],
        row["unit"],
        row["severity"],
        row["citation"],
        row["org_type"],
        RULES[row["rule"]],
        row["source"],
        row["evidence"],
        row["from"] or "",
        bool(row.get("own")),
    )


RULES: Mapping[str, str] = {row["rule"]: row["label"] for row in shipped()}
"""What each rule is called."""

RULE = listed(RULES)
"""规则: kept as its key."""

UNITS: Sequence[str] = tuple(dict.fromkeys(row["unit"] for row in shipped() if row["unit"]))
UNIT = listed({unit: unit for unit in UNITS})
"""In what a rule counts."""


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
