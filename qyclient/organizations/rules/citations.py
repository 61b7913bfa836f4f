"""依据条款: which articles a paper cites, by the sort of matter, of body, and the day."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache

from qyclient.assets import asset
from qyclient.office.rules.dated import held

_ANY = "*"


def citation(matter: str, org_type: str, on: date) -> str:
    """Return what a paper of a day cites: the row nearest to its matter and to its body's sort."""
    ways = ((matter, org_type), (matter, _ANY), (_ANY, org_type), (_ANY, _ANY))
    return next(row["citation"] for way in ways for row in _rows().get(way, ()) if held(row, on))


@cache
def _rows() -> Mapping[tuple[str, str], list[dict[str, str]]]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    with asset("rules/citations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault((row["matter"], row["org_type"]), []).append(row)
    return found
