"""待办 as a calendar file, for a phone or the office's calendar."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from qyclient.office.rules.todo import Todo
from qyclient.paper.icalendar import Event, write_events
from qyclient.paper.report import Heading


def write_calendar(path: Path, found: Sequence[Todo], heading: Heading, made: datetime) -> int:
    """Write what has a day as whole days of a calendar; return how many.

    The key of an event is that of its record and sort: written again, it moves and is not doubled.
    """
    events = [
        Event(f"{one.key}-{number}-{one.sort}", one.due_on, f"{one.sort}：{one.subject}", one.what)
        for one, number in _numbered(found)
        if one.due_on is not None
    ]
    write_events(path, f"{heading.office}待办", events, made)
    return len(events)


def _numbered(found: Sequence[Todo]) -> list[tuple[Todo, int]]:
    """Return each with its place among those of one record and sort."""
    seen: dict[tuple[object, str], int] = {}
    numbered = []
    for one in found:
        place = seen[one.key, one.sort] = seen.get((one.key, one.sort), 0) + 1
        numbered.append((one, place))
    return numbered
