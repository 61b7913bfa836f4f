"""Official papers as PDF pages."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from qyclient.paper.official.strips import CODE_HIGH, LETTER, Look, Strip, look_of, strips
from qyclient.paper.official.text import Sort, parts, words
from qyclient.paper.pdf.codes import draw_code
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document
from qyclient.paper.report import SAMPLE_MARK, Heading

_WIDE, _HIGH = 210.0, 297.0
_NUMBER_BELOW = 7.0
_NUMBER = Style(Family.SONG, 14)
_SMALL = Style(Family.SONG, 9)
_THIN = 0.2
_BESIDE, _SMALL_HIGH = 2.0, 3.0
"""mm between a code and what it says, and how high that is."""


def official_page(text: str, heading: Heading, after: Iterable[Page] = ()) -> bytes:
    """Return a paper as PDF, with pages `after` it; `text` is one whose marks are filled.

    Raises Refused for a character that no font has.
    """
    said = [*parts(text)]
    look = look_of(said)
    sheets = [*_pages([*strips(said, look)], look.height)]
    titles = (part.text for part in said if part.sort in {Sort.TITLE, Sort.FORM_TITLE})
    drawn = (
        Page(_WIDE, _HIGH, partial(_draw, placed, look, (number, len(sheets)), heading))
        for number, placed in enumerate(sheets, start=1)
    )
    return document(next(titles, words(text)[:20]), chain(drawn, after))


def _pages(cut: Sequence[Strip], room: float) -> Iterator[list[Strip]]:
    """Put strips on pages: what belongs together stays so, a list goes on under its head."""
    page: list[Strip] = []
    left = room
    for block in _blocks(cut):
        if page and sum(strip.height for strip in block) > left:
            yield page
            page, left = [], room
            if block[0].head:
                page, left = [block[0].head], room - block[0].head.height
        for strip in block:
            if page and strip.height > left:
                yield page
                page, left = [], room
            page.append(strip)
            left -= strip.height
    yield page


def _blocks(cut: Iterable[Strip]) -> Iterator[list[Strip]]:
    block: list[Strip] = []
    for strip in cut:
        block.append(strip)
        if not strip.with_next:
            yield block
            block = []
    if block:
        yield block


def _draw(
    placed: Sequence[Strip], look: Look, place: tuple[int, int], heading: Heading, sheet: Sheet
) -> None:
    if heading.is_sample:
        sheet.watermark(SAMPLE_MARK, Family.HEI)
    y = look.top
    for strip in placed:
        for left, width in strip.boxes:
            sheet.frame(left, y, width, strip.height, _THIN)
        for line in strip.lines:
            sheet.text(line.x, y + line.y, line.text, line.style)
        if strip.code:
            _code(sheet, strip.code, look, y)
        y += strip.height
    _number(sheet, look, place)


def _code(sheet: Sheet, value: str, look: Look, y: float) -> None:
    right = look.left + look.width
    width = draw_code(sheet, value, right, y, CODE_HIGH, square=True)
    left = right - width - _BESIDE - _SMALL.width(value)
    sheet.text(left, y + CODE_HIGH - _SMALL_HIGH, value, _SMALL)


def _number(sheet: Sheet, look: Look, place: tuple[int, int]) -> None:
    """页码: outer side of a letter; a form of one page has none."""
    number, of = place
    top = look.top + look.height + _NUMBER_BELOW
    if look is LETTER:
        text = f"— {number} —"
        em = _NUMBER.width("一")
        inner = look.left + em
        outer = look.left + look.width - em - _NUMBER.width(text)
        sheet.text(outer if number % 2 else inner, top, text, _NUMBER)
    elif of > 1:
        text = f"第 {number} 页，共 {of} 页"
        sheet.text((_WIDE - _SMALL.width(text)) / 2, top, text, _SMALL)
