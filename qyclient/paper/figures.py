"""Figures laid out once as plain shapes, in millimetres: a PDF draws them, and so does the window.

Each shape may carry the key of the row it stands for: a click on it opens that row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin

Point = tuple[float, float]


class Tone(StrEnum):
    """How loud a shape is."""

    GRID = "grid"
    BAR = "bar"
    MARK = "mark"
    INK = "ink"


class Sort(StrEnum):
    """What a shape is: an open line, a filled area, or a word."""

    LINE = "line"
    AREA = "area"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Shape:
    """One piece of a chart; a word stands at its point, by its left end, middle or right end."""

    sort: Sort
    points: tuple[Point, ...]
    tone: Tone
    text: str = ""
    align: float = 0.0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its size in mm; its title is said above it, and to those who cannot see it."""

    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One dimension of a radar, or one bar: a label, a part of 1, what is written beside it."""

    label: str
    part: float
    told: str
    key: str = ""


_RINGS = (0.25, 0.5, 0.75, 1.0)
_LABEL, _ROW, _TOLD = 52.0, 8.0, 34.0
_HALF = 0.5


def radar(title: str, axes: Sequence[Axis], width: float = 160.0) -> Figure:
    """Return the dimensions around a centre, each as far out as its part."""
    radius, middle = 34.0, (width / 2, 46.0)
    angles = [2 * pi * n / max(1, len(axes)) - pi / 2 for n in range(len(axes))]

    def at(angle: float, part: float) -> Point:
        return middle[0] + radius * part * cos(angle), middle[1] + radius * part * sin(angle)

    shapes: list[Shape] = []
    for ring in _RINGS:
        corners = tuple(at(angle, ring) for angle in angles)
        shapes.append(Shape(Sort.LINE, (*corners, *corners[:1]), Tone.GRID))
    shapes += [Shape(Sort.LINE, (middle, at(angle, 1)), Tone.GRID) for angle in angles]
    found = tuple(
        at(a, max(0.0, min(1.0, axis.part))) for a, axis in zip(angles, axes, strict=True)
    )
    shapes.insert(0, Shape(Sort.AREA, found, Tone.BAR))
    for angle, axis in zip(angles, axes, strict=True):
        x, y = at(angle, 1.16)
        align = _HALF - _HALF * cos(angle) if abs(cos(angle)) > 0.2 else _HALF  # noqa: PLR2004
        words = f"{axis.label} {axis.told}"
        shapes.append(Shape(Sort.WORD, ((x, y - 2),), Tone.INK, words, align, axis.key))
    return Figure(title, width, 92.0, tuple(shapes))


def bars(title: str, axes: Sequence[Axis], width: float = 160.0) -> Figure:
    """Return a bar for each row, its full length being 1, with the numbers beside it."""
    room = width - _LABEL - _TOLD
    shapes: list[Shape] = []
    for n, axis in enumerate(axes):
        top = n * _ROW
        shapes += _row_words(axis, top, width)
        full = box(_LABEL, top + 2, room, _ROW - 4)
        shapes.append(Shape(Sort.AREA, full, Tone.GRID, key=axis.key))
        part = max(0.0, min(1.0, axis.part))
        shapes.append(
            Shape(Sort.AREA, box(_LABEL, top + 2, room * part, _ROW - 4), Tone.BAR, key=axis.key)
        )
    return Figure(title, width, max(_ROW, len(axes) * _ROW), tuple(shapes))


def spreads(
    title: str, rows: Sequence[tuple[Axis, Mapping[str, float]]], width: float = 160.0
) -> Figure:
    """Return for each row where each rater stands from 0 to 1, and the mean as a stroke."""
    room = width - _LABEL - _TOLD
    shapes: list[Shape] = []
    for n, (axis, raters) in enumerate(rows):
        top = n * _ROW
        shapes += _row_words(axis, top, width)
        line = ((_LABEL, top + _ROW / 2), (_LABEL + room, top + _ROW / 2))
        shapes.append(Shape(Sort.LINE, line, Tone.GRID, key=axis.key))
        for part in raters.values():
            x = _LABEL + room * part
            shapes.append(
                Shape(
                    Sort.AREA, box(x - 0.9, top + _ROW / 2 - 0.9, 1.8, 1.8), Tone.BAR, key=axis.key
                )
            )
        x = _LABEL + room * axis.part
        stroke = ((x, top + 1.5), (x, top + _ROW - 1.5))
        shapes.append(Shape(Sort.LINE, stroke, Tone.MARK, key=axis.key))
    return Figure(title, width, max(_ROW, len(rows) * _ROW), tuple(shapes))


def _row_words(axis: Axis, top: float, width: float) -> Iterator[Shape]:
    y = top + _ROW / 2 - 1.7
    yield Shape(Sort.WORD, ((0.0, y),), Tone.INK, axis.label, 0.0, axis.key)
    yield Shape(Sort.WORD, ((width, y),), Tone.INK, axis.told, 1.0, axis.key)


def box(x: float, y: float, wide: float, high: float) -> tuple[Point, ...]:
    """Return the corners of a box."""
    return (x, y), (x + wide, y), (x + wide, y + high), (x, y + high)
