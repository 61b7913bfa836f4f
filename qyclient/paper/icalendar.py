"""Calendar files (iCalendar, RFC 5545): whole days that a phone or another program takes in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from qyclient.paper.atomic import write_bytes

_LONGEST = 75
"""How many octets a line may have; what is longer goes on in the next, after a space."""
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@dataclass(frozen=True, slots=True)
class Event:
    """One whole day: the same `key` taken in again replaces what it was before."""

    key: str
    on: date
    title: str
    told: str = ""


def write_events(path: Path, name: str, events: Sequence[Event], made: datetime) -> None:
    """Write a calendar of whole days, whole or not at all; each reminds a day before."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//qyclient//ZH", "CALSCALE:GREGORIAN",
             f"X-WR-CALNAME:{_text(name)}"]  # fmt: skip
    for event in events:
        lines.extend(_event(event, made))
    lines.append("END:VCALENDAR")
    folded = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    write_bytes(path, folded.encode())


def _event(event: Event, made: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.key}@qyclient",
        f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(event.title)}",
        *([f"DESCRIPTION:{_text(event.told)}"] if event.told else []),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(event.title)}",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
    ]


def _text(words: str) -> str:
    return words.replace("\r\n", "\n").translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Yield the pieces of a line; no character is cut in two."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + width
    yield piece
