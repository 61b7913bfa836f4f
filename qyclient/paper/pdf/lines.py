"""Breaking Chinese text into lines that fit a box, or saying by how much they do not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import INK_BOTTOM, INK_TOP, Family, advance

POINTS_PER_MM = 72 / 25.4

_NEVER_FIRST = frozenset("，。、；：？！）》〉】』」〕”’…—～·％‰℃,.;:?!)]}%°々")
_NEVER_LAST = frozenset("（《〈【『「〔“‘￥¥([{")
_WORD = re.compile(
    r"[A-Za-z0-9\u00c0-\u024f]+(?:[.,:/_@+\-'][A-Za-z0-9\u00c0-\u024f]+)*|.", re.DOTALL
)
_HAIR = 1e-6
"""Ems by which rounding may make a line too long."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text as it will stand in its box: the size in points, and its lines."""

    size: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """What a box allows: width and height in mm, sizes in points from the wished one down.

    `pitch` is the distance of lines and `spacing` what is added after each character, in ems.
    """

    width: float
    height: float
    sizes: Sequence[float]
    pitch: float = 1.1
    spacing: float = 0.0


def width(text: str, family: Family, spacing: float = 0.0) -> float:
    """Return the length of a line in ems, without the space after its last character."""
    return _length(text, family, spacing) - spacing if text else 0.0


def broken(
    text: str, most: float, family: Family, spacing: float = 0.0, indent: float = 0.0
) -> Iterator[str]:
    """Yield the lines of `text`, none longer than `most` ems; line breaks in it are kept.

    No line begins with ，。） or ends with （, and words and numbers stay whole, unless they are
    longer than a line. The first line of each paragraph leaves room for `indent` ems before it.
    """
    most += _HAIR + spacing  # what follows the last character of a line needs no room
    for paragraph in text.split("\n"):
        line, length = "", indent
        for atom in _atoms(paragraph):
            added = _length(atom.rstrip(), family, spacing)
            if length + added > most:
                if line.strip() or length:
                    yield line.strip()
                *full, line = _chopped(atom.lstrip(), most, family, spacing)
                yield from full
                length = _length(line, family, spacing)
            else:
                line += atom
                length += added + _length(atom[len(atom.rstrip()) :], family, spacing)
        yield line.strip()


def fit(text: str, room: Room, family: Family, label: str, advice: str = "请缩短") -> Fitted:
    """Return `text` at the largest of the room's sizes at which it fits.

    Raises Refused, naming the field by its label, by how much it is too long and what to do.
    Nothing is ever cut off.
    """
    length = _length(text.replace("\n", ""), family, room.spacing)
    for size in room.sizes:
        most = _ems(room.width, size)
        allowed = _line_count(room, size, family)
        if length > allowed * (most + room.spacing + _HAIR):
            continue
        if length <= most + room.spacing + _HAIR and "\n" not in text:
            return Fitted(size, (text.strip(),))
        lines = tuple(broken(text, most, family, room.spacing))
        if len(lines) <= allowed and all(
            width(line, family, room.spacing) <= most + _HAIR for line in lines
        ):
            return Fitted(size, lines)
    most_characters = _capacity(room, family)
    raise Refused(f"“{label}”超出方框，最多约 {most_characters} 字，现 {len(text)} 字；{advice}。")


def _length(text: str, family: Family, spacing: float) -> float:
    """Return how far the pen moves, in ems."""
    return sum(advance(character, family) for character in text) + spacing * len(text)


def _capacity(room: Room, family: Family) -> int:
    size = room.sizes[-1]
    per_line = int((_ems(room.width, size) + room.spacing) / (1 + room.spacing) + _HAIR)
    return per_line * _line_count(room, size, family)


def _ems(millimetres: float, size: float) -> float:
    return millimetres * POINTS_PER_MM / size


def _line_count(room: Room, size: float, family: Family) -> int:
    """Return how many lines have their ink inside the box."""
    left = _ems(room.height, size) - (INK_TOP[family] - INK_BOTTOM)
    return 0 if left < -_HAIR else 1 + int(left / room.pitch + _HAIR)


def _atoms(paragraph: str) -> Iterator[str]:
    """Yield the smallest pieces between which a line may end."""
    pieces = _WORD.findall(paragraph)
    atom = ""
    for piece, following in pairwise((*pieces, "")):
        atom += piece
        if piece in _NEVER_LAST or following in _NEVER_FIRST or following == " ":
            continue
        yield atom
        atom = ""
    if atom:
        yield atom


def _chopped(atom: str, most: float, family: Family, spacing: float) -> list[str]:
    """Return an atom longer than a line in pieces that are not; the last may be empty."""
    pieces = [""]
    for character in atom:
        if pieces[-1] and _length(pieces[-1] + character, family, spacing) > most:
            pieces.append("")
        pieces[-1] += character
    return pieces
