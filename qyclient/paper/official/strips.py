"""Official papers cut into strips: pieces of a page that are never torn apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from qyclient.paper.official.text import Part, Sort, cell_lines
from qyclient.paper.pdf.characters import refuse_missing
from qyclient.paper.pdf.fonts import INK_TOP, Family
from qyclient.paper.pdf.lines import POINTS_PER_MM, broken
from qyclient.paper.pdf.sheet import Style

_INDENT = 2.0
_DATE_FROM_RIGHT = 4.0
_SEAL_LINES = 2
"""Lines left free above the signature, so that the seal stands over it and not over the text."""
_MOST_SPREAD = 1.6
"""Ems by which a line may be too short and still be spread to the full width."""
_PAD = 1.6
CODE_HIGH, CODE_BELOW = 14.0, 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """Where the text stands on A4, in mm, and how large: type sizes in points."""

    left: float
    top: float
    width: float
    height: float
    size: float
    pitch: float
    title: float
    cell: float
    cell_pitch: float
    gap: int

    @property
    def em(self) -> float:
        """Return how wide a character of the text is, in mm."""
        return self.size / POINTS_PER_MM


LETTER = Look(28, 37, 156, 225, 15.75, 225 / 22, 22, 12, 7.0, 1)
"""GB/T 9704-2012: 22 lines of 28 characters, margins 37, 35, 28 and 26 mm."""
FORM = Look(25, 22, 165, 250, 12, 7.4, 18, 11, 6.4, 0)
"""表格: what is filled in, signed and filed."""


@dataclass(frozen=True, slots=True)
class Written:
    """One line of text in a strip: from the left of the page and the top of the strip, in mm."""

    x: float
    y: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a page; `with_next` keeps it on the page of the one that follows.

    `boxes` are left and width of frames as high as the strip; `head` stands again at the top of
    each page on which the list goes on.
    """

    height: float
    lines: tuple[Written, ...] = ()
    boxes: tuple[tuple[float, float], ...] = ()
    code: str = ""
    with_next: bool = False
    head: "Strip | None" = None


def look_of(parts: Iterable[Part]) -> Look:
    """Return how a paper looks: as a form if its title says so."""
    return FORM if any(part.sort is Sort.FORM_TITLE for part in parts) else LETTER


def strips(parts: list[Part], look: Look) -> Iterator[Strip]:
    """Yield the strips of a paper; refuse characters that no font has."""
    head: Strip | None = None
    for place, part in enumerate(parts):
        if part.sort not in {Sort.ROW, Sort.HEAD_ROW}:
            head = None
        following = parts[place + 1].sort if place + 1 < len(parts) else None
        if part.sort is Sort.HEAD_ROW:
            [head] = _row(part, look)
            yield replace(head, with_next=True)
        elif part.sort is Sort.ROW:
            yield from (
                replace(one, head=head if part.listed else None) for one in _row(part, look)
            )
        elif part.sort is Sort.SIGNATURE:
            if parts[place - 1].sort is not Sort.SIGNATURE:
                yield from _signature(parts[place:], look)
        elif part.sort is Sort.CODE:
            yield Strip(CODE_HIGH + CODE_BELOW, code=part.text)
        else:
            yield from _text(part, look, before=following)


def _text(part: Part, look: Look, before: Sort | None) -> Iterator[Strip]:
    style, indent, pitch = _manner(part, look)
    refuse_missing(part.text, style.family, "文书正文")
    em = style.size / POINTS_PER_MM
    most = look.width / em
    lines = [*broken(part.text, most, style.family, indent=indent)]
    centred = part.sort in {Sort.TITLE, Sort.FORM_TITLE, Sort.CENTRED}
    for number, line in enumerate(lines):
        room = look.width - (indent * em if number == 0 else 0)
        spread = 0.0
        if not centred and number < len(lines) - 1:
            spread = _spread(line, room, style)
        shown = replace(style, spacing=spread)
        x = look.left + (look.width - style.width(line)) / 2 if centred else look.left
        x += indent * em if number == 0 else 0
        last = number == len(lines) - 1
        kept = centred or (
            indent and part.sort is not Sort.PARAGRAPH and part.sort is not Sort.ITEM
        )
        yield Strip(
            pitch,
            (Written(x, _inset(pitch, style), line, shown),),
            with_next=bool(kept) or (last and before is Sort.SIGNATURE),
        )
    if centred and before is not Sort.CENTRED:
        yield Strip(look.pitch / 2, with_next=True)


def _manner(part: Part, look: Look) -> tuple[Style, float, float]:
    """Return style, indent in ems and distance of lines of what is no row."""
    size = look.size
    if part.sort in {Sort.TITLE, Sort.FORM_TITLE}:
        return Style(Family.SONG_BOLD, look.title), 0.0, look.title * 1.5 / POINTS_PER_MM
    if part.sort is Sort.CENTRED or part.sort is Sort.ADDRESSEE:
        return Style(Family.SONG, size), 0.0, look.pitch
    families = {Sort.HEADING: Family.HEI, Sort.SUBHEADING: Family.KAI}
    return Style(families.get(part.sort, Family.SONG), size), _INDENT, look.pitch


def _spread(line: str, room: float, style: Style) -> float:
    """Return by how much the characters move apart to fill the line, in ems."""
    spare = (room - style.width(line)) * POINTS_PER_MM / style.size
    return spare / (len(line) - 1) if 0 < spare <= _MOST_SPREAD and len(line) > 1 else 0.0


def _signature(parts: list[Part], look: Look) -> Iterator[Strip]:
    """署名 and 成文日期: the date four characters from the right, the office centred over it."""
    style = Style(Family.SONG, look.size)
    signed = [part.text for part in parts if part.sort is Sort.SIGNATURE]
    for text in signed:
        refuse_missing(text, style.family, "署名")
    right = look.left + look.width
    middle = right - _DATE_FROM_RIGHT * look.em - style.width(signed[-1]) / 2
    widest = max(map(style.width, signed))
    middle = min(middle, right - widest / 2)
    for _ in range(_SEAL_LINES):
        yield Strip(look.pitch, with_next=True)
    for number, text in enumerate(signed):
        written = Written(middle - style.width(text) / 2, _inset(look.pitch, style), text, style)
        yield Strip(look.pitch, (written,), with_next=number < len(signed) - 1)


def _row(part: Part, look: Look) -> Iterator[Strip]:
    """Yield a row of a table, cut where it is higher than a page."""
    head = part.sort is Sort.HEAD_ROW
    unit = look.width / sum(part.widths)
    widths = [unit * width for width in part.widths]
    style = Style(Family.HEI if head else Family.SONG, look.cell)
    cells = [_cell(cell, width, style) for cell, width in zip(part.cells, widths, strict=True)]
    high = max(part.lines, *map(len, cells))
    most = int((look.height / 2) / look.cell_pitch)
    for start in range(0, high, most):
        cut = [lines[start : start + most] for lines in cells]
        height = min(most, high - start) * look.cell_pitch + 2 * _PAD
        lines: list[Written] = []
        left, boxes = look.left, []
        for place, (texts, width) in enumerate(zip(cut, widths, strict=True)):
            label = head or (not part.listed and place % 2 == 0 and len(widths) > 1)
            top = (height - len(texts) * look.cell_pitch) / 2
            for number, text in enumerate(texts):
                x = left + ((width - style.width(text)) / 2 if label else _PAD)
                y = top + number * look.cell_pitch + _inset(look.cell_pitch, style)
                lines.append(Written(x, y, text, style))
            boxes.append((left, width))
            left += width
        yield Strip(height, tuple(lines), tuple(boxes))


def _cell(cell: str, width: float, style: Style) -> list[str]:
    text = cell_lines(cell)
    refuse_missing(text.replace("\n", ""), style.family, "表格")
    most = (width - 2 * _PAD) * POINTS_PER_MM / style.size
    return [*broken(text, most, style.family)] if text else []


def _inset(pitch: float, style: Style) -> float:
    """Return how far below the top of its line a text begins."""
    return (pitch - INK_TOP[style.family] * style.size / POINTS_PER_MM) / 2
