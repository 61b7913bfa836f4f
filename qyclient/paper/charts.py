"""Charts laid out once as plain shapes: the window paints them, paper draws the same.

Lengths are in dots of a screen, 96 to the inch, from the chart's top left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ROW, HIGH = 28.0, 168.0
"""How high a bar that lies is with its label, and a chart whose bars stand."""
LINE = 20.0
"""How high a line of text is."""
_LABEL, _NUMBER, _GAP = 156.0, 64.0, 8.0
_INSET, _LEAST, _THICK = 6.0, 2.0, 28.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar if it has no text, else a line of text within its box; `row` is what it counts."""

    row: int
    box: Box
    text: str = ""
    align: Literal["left", "centre"] = "left"


@dataclass(frozen=True, slots=True)
class Chart:
    """Shapes, and for each counted row the part of the chart that belongs to it."""

    width: float
    height: float
    shapes: Sequence[Shape]
    places: Sequence[Box]


Counted = tuple[str, int]
"""What is counted, and how many there are."""


def lying(counts: Sequence[Counted], width: float) -> Chart:
    """Return bars under each other: label, bar, number from left to right."""
    room = width - _LABEL - _NUMBER
    shapes: list[Shape] = []
    places: list[Box] = []
    for row, (label, many) in enumerate(counts):
        top, long = row * ROW, max(_LEAST, room * _share(counts, many))
        shapes += [
            Shape(row, Box(_LABEL, top + _INSET, long, ROW - 2 * _INSET)),
            Shape(row, Box(0, top, _LABEL - _GAP, ROW), label),
            Shape(row, Box(_LABEL + long + _GAP, top, _NUMBER, ROW), f"{many:,}"),
        ]
        places.append(Box(0, top, width, ROW))
    return Chart(width, len(counts) * ROW, shapes, places)


def standing(counts: Sequence[Counted], width: float) -> Chart:
    """Return bars beside each other: number, bar, label from top to bottom."""
    room = HIGH - 2 * LINE
    across = width / (len(counts) or 1)
    thick = min(_THICK, across - _INSET)
    shapes: list[Shape] = []
    places: list[Box] = []
    for row, (label, many) in enumerate(counts):
        left, high = row * across, max(_LEAST, room * _share(counts, many))
        top = LINE + room - high
        shapes += [
            Shape(row, Box(left + (across - thick) / 2, top, thick, high)),
            Shape(row, Box(left, top - LINE, across, LINE), f"{many:,}", "centre"),
            Shape(row, Box(left, LINE + room, across, LINE), label, "centre"),
        ]
        places.append(Box(left, 0, across, HIGH))
    return Chart(width, HIGH, shapes, places)


def _share(counts: Sequence[Counted], many: int) -> float:
    return many / (max(number for _, number in counts) or 1)
