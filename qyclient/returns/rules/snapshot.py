"""快照: a filled return as it is kept once it is checked, and how another differs from it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from qyclient.returns.rules.checks import named, shown
from qyclient.returns.rules.figures import Behind, Figure, Filled, Place
from qyclient.returns.rules.layouts import Layout

_BETWEEN = "|"
Kept = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that would say something else today: which, what was sent, what the register says."""

    place: Place
    name: str
    sent: Figure
    now: Figure
    came: tuple[str, ...]
    went: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Return it in words, with whose doing it is."""
        said = f"{self.name}：报出 {shown(self.sent) or '空'}，现为 {shown(self.now) or '空'}"
        more = f"；增加 {'、'.join(self.came)}" if self.came else ""
        less = f"；减少 {'、'.join(self.went)}" if self.went else ""
        return said + more + less


def frozen(filled: Filled) -> Kept:
    """Return a filled return as it is kept: every cell, and every record behind each."""
    return {
        "cells": {_BETWEEN.join(p): None if v is None else str(v) for p, v in filled.cells.items()},
        "behind": {_BETWEEN.join(p): [asdict(b) for b in v] for p, v in filled.behind.items() if v},
        "typed": {_BETWEEN.join(p): said for p, said in filled.typed.items()},
        "counted": {_BETWEEN.join(p): str(v) for p, v in filled.counted.items()},
    }


def thawed(layout: Layout, kept: Mapping[str, Any]) -> Filled:
    """Return a filled return as it was kept."""
    return Filled(
        layout,
        cells_of(kept),
        {_place(k): [Behind(**one) for one in v] for k, v in kept["behind"].items()},
        {_place(k): v for k, v in kept["typed"].items()},
        {_place(k): Decimal(v) for k, v in kept["counted"].items()},
    )


def cells_of(kept: Mapping[str, Any]) -> dict[Place, Figure]:
    """Return the cells of what was kept."""
    return {_place(k): None if v is None else Decimal(v) for k, v in kept["cells"].items()}


def fingerprint(kept: Mapping[str, Any]) -> str:
    """Return by what a copy of a return is traced to what was kept (SHA-256), in eight groups."""
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def differences(sent: Filled, now: Filled) -> list[Difference]:
    """Return the cells that were counted otherwise when it was frozen, totals left out."""
    return [*_differences(sent, now)]


def _differences(sent: Filled, now: Filled) -> Iterator[Difference]:
    for place, figure in sent.cells.items():
        worked = sent.layout.column(place[1]).worked or sent.layout.row(place[0]).parts
        if worked or figure == now.cells.get(place):
            continue
        were, are = (
            {one.name: one.amount for one in whole.behind.get(place, ())} for whole in (sent, now)
        )
        came = tuple(name for name, amount in are.items() if were.get(name) != amount)
        went = tuple(name for name in were if name not in are)
        yield Difference(place, named(sent.layout, place), figure, now.cells.get(place), came, went)


def _place(text: str) -> Place:
    row, column = text.split(_BETWEEN)
    return row, column
