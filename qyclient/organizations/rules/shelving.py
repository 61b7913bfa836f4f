"""归档: in which class a matter's file stands, and how its pieces are numbered, as data.

One finished matter is one piece (件); a body's pieces make its volume (卷); volumes are numbered in
their class in the order in which the bodies were first filed.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from qyclient.assets import asset


@cache
def _written() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(asset("rules/shelving.json").read_text("utf-8"))
    return found


def retention() -> str:
    """Return how long a registration file is kept."""
    return str(_written()["retention"])


def category_label(category: str) -> str:
    """Return what a class is called."""
    return str(_written()["categories"].get(category, category))


def archive_number(place: str, category: str, volume: int, piece: int) -> str:
    """Return the number of a piece: 清新民社-S-0001-003."""
    pattern: str = _written()["pattern"]
    return pattern.format(place=place, category=category, volume=volume, piece=piece)


def span(first: int, last: int) -> str:
    """Return the pieces of a box as its spine says them: 1_5."""
    pattern: str = _written()["span"]
    return pattern.format(first=first, last=last)
