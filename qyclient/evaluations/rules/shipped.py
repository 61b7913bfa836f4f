"""样板指标体系: the templates that are shipped as data, read from resources/indicators/."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from qyclient.assets import asset

_CODES = ("C1", "C2", "G-S", "G-M", "G-J", "F-10")


@dataclass(frozen=True, slots=True)
class Shipped:
    """A template as it is written in the data: facts of its own, and a row for each indicator.

    Rows are texts by field key, as a form or a sheet gives them.
    """

    code: str
    facts: Mapping[str, str]
    rows: Sequence[Mapping[str, str]]

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.facts["name"]


@cache
def shipped() -> tuple[Shipped, ...]:
    """Return every template that is shipped."""
    return tuple(map(_read, _CODES))


def shipped_as(code: str) -> Shipped:
    """Return a shipped template by its code; KeyError if there is none."""
    return {one.code: one for one in shipped()}[code]


def _read(code: str) -> Shipped:
    written = json.loads(asset(f"indicators/{code}.json").read_text("utf-8"))
    usual = written.get("usual", {})
    rows = [*_rows(written["indicators"], "", usual)]
    return Shipped(code, {key: str(text) for key, text in written["facts"].items()}, rows)


def _rows(
    nodes: Sequence[Mapping[str, Any]], under: str, usual: Mapping[str, str]
) -> Iterator[dict[str, str]]:
    for n, node in enumerate(nodes, start=1):
        number = f"{under}.{n}" if under else str(n)
        own = {key: str(value) for key, value in node.items() if key != "children"}
        leaf = "children" not in node
        yield {"number": number, **(usual if leaf else {}), **own}
        yield from _rows(node.get("children", ()), number, usual)
