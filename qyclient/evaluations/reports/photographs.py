"""The photographs of a report: two to a page, each whole, with its caption under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.lines import POINTS_PER_MM, broken
from qyclient.paper.pdf.sheet import Page, Sheet, Style
from qyclient.paper.report import SAMPLE_MARK, Heading

_WIDE, _HIGH, _LEFT, _TOP = 210.0, 297.0, 27.0, 32.0
_BOX_WIDE, _BOX_HIGH, _STEP, _LINE = 156.0, 96.0, 122.0, 5.2
_ON_PAGE, _MOST_LINES = 2, 3
_TITLE, _CAPTION = Style(Family.HEI, 14), Style(Family.SONG, 10.5)


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture as JPEG, and what is written under it."""

    caption: str
    jpeg: bytes


def photograph_pages(found: Sequence[Photograph], heading: Heading) -> Iterator[Page]:
    """Yield the pages with the photographs of a round."""
    for first in range(0, len(found), _ON_PAGE):
        shown = found[first : first + _ON_PAGE]
        yield Page(_WIDE, _HIGH, partial(_draw, shown, first, heading))


def _draw(shown: Sequence[Photograph], first: int, heading: Heading, sheet: Sheet) -> None:
    if heading.is_sample:
        sheet.watermark(SAMPLE_MARK, Family.HEI)
    if not first:
        sheet.text(_LEFT, _TOP - 12, "佐证照片", _TITLE)
    for n, one in enumerate(shown):
        top = _TOP + n * _STEP
        high = sheet.picture(one.jpeg, (_LEFT, top, _BOX_WIDE, _BOX_HIGH))
        said = f"图 {first + n + 1}　{one.caption}"
        for line, words in enumerate(_lines(said)):
            sheet.text(_LEFT, top + high + 3 + line * _LINE, words, _CAPTION)


def _lines(said: str) -> list[str]:
    lines = [*broken(said, _BOX_WIDE * POINTS_PER_MM / _CAPTION.size, _CAPTION.family)]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][:-1]}…"]
    return lines
