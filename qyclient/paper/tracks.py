"""Gauges and timelines as plain shapes, narrow enough for the pane beside a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from qyclient.paper.figures import Figure, Shape, Sort, Tone, box

_ROW, _BAR, _GAP = 6.0, 3.2, 11.0
_DAY, _DOT, _TEXT = 27.0, 1.6, 31.0
_AXIS, _STROKE = 5.0, 2.4


@dataclass(frozen=True, slots=True)
class Gauge:
    """One measure: what is gone and what is bound, each a part of 1, with the figures in words."""

    label: str
    gone: float
    bound: float
    told: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, or will."""

    day: date
    text: str
    done: bool


def gauges(title: str, rows: Sequence[Gauge], width: float = 90.0) -> Figure:
    """Return a bar for each measure under its words: dark what is gone, light what is bound."""
    shapes: list[Shape] = []
    for n, row in enumerate(rows):
        top = n * _GAP
        shapes.append(Shape(Sort.WORD, ((0.0, top),), Tone.INK, row.label, 0.0))
        shapes.append(Shape(Sort.WORD, ((width, top),), Tone.INK, row.told, 1.0))
        shapes += _bar(row, top + _ROW, width)
    return Figure(title, width, max(_GAP, len(rows) * _GAP), tuple(shapes))


def timeline(
    title: str, events: Sequence[Event], span: tuple[date, date] | None, today: date,
    width: float = 90.0,
) -> Figure:  # fmt: skip
    """Return the term as a bar with each event on it, and under it the events day by day."""
    shapes = [*_term(events, span, today, width)] if span else []
    top = _AXIS + _ROW if span else 0.0
    for n, event in enumerate(events):
        shapes += _row(event, top + n * _ROW, n < len(events) - 1)
    return Figure(title, width, top + max(1, len(events)) * _ROW, tuple(shapes))


def _bar(row: Gauge, top: float, width: float) -> Iterator[Shape]:
    gone = max(0.0, min(1.0, row.gone))
    bound = max(0.0, min(1.0 - gone, row.bound))
    yield Shape(Sort.AREA, box(0.0, top, width, _BAR), Tone.GRID)
    if bound:
        yield Shape(Sort.AREA, box(width * gone, top, width * bound, _BAR), Tone.BAR)
    if gone:
        yield Shape(Sort.AREA, box(0.0, top, width * gone, _BAR), Tone.MARK)


def _term(
    events: Sequence[Event], span: tuple[date, date], today: date, width: float
) -> Iterator[Shape]:
    first = min(span[0], *(event.day for event in events)) if events else span[0]
    last = max(span[1], *(event.day for event in events)) if events else span[1]
    days = max(1, (last - first).days)

    def at(day: date) -> float:
        return 1.0 + (width - 2.0) * min(max((day - first).days, 0), days) / days

    start, end = at(span[0]), at(span[1])
    yield Shape(Sort.AREA, box(start, _AXIS - 1.0, max(0.5, end - start), 2.0), Tone.GRID)
    if first <= today <= last:
        x = at(today)
        yield Shape(Sort.WORD, ((x, _AXIS + 1.6),), Tone.INK, "今天", _within(x, width))
        yield Shape(Sort.LINE, ((x, _AXIS - _STROKE), (x, _AXIS + _STROKE)), Tone.INK)
    for event in events:
        tone = Tone.MARK if event.done else Tone.BAR
        yield Shape(Sort.AREA, box(at(event.day) - 0.7, _AXIS - 1.8, 1.4, 3.6), tone)


def _within(x: float, width: float) -> float:
    """Return how a word at x is aligned so that it stays inside."""
    return x / width if width else 0.0


def _row(event: Event, top: float, more: bool) -> Iterator[Shape]:
    middle = top + _ROW / 2
    day = f"{event.day.year}年{event.day.month}月{event.day.day}日"
    if more:
        yield Shape(Sort.LINE, ((_DAY, middle), (_DAY, middle + _ROW)), Tone.GRID)
    tone = Tone.MARK if event.done else Tone.BAR
    dot = box(_DAY - _DOT / 2, middle - _DOT / 2, _DOT, _DOT)
    yield Shape(Sort.AREA, dot, tone)
    yield Shape(Sort.WORD, ((0.0, middle - 1.9),), Tone.INK, day, 0.0)
    yield Shape(Sort.WORD, ((_TEXT, middle - 1.9),), Tone.INK, event.text, 0.0)
