"""地址签: labels on A4, three across and seven down, to be cut or peeled."""

from collections.abc import Iterator, Sequence
from functools import partial

from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.lines import POINTS_PER_MM, broken
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document
from qyclient.paper.report import SAMPLE_MARK

_WIDE, _HIGH = 210.0, 297.0
_ACROSS, _DOWN = 3, 7
_LABEL_WIDE, _LABEL_HIGH = 70.0, 42.0
_TOP = (_HIGH - _DOWN * _LABEL_HIGH) / 2
_PAD, _PITCH = 6.0, 5.2
_FIRST, _REST = Style(Family.HEI, 11), Style(Family.SONG, 10)
_MOST_LINES = 6

Label = Sequence[str]
"""The lines of one label, the first of them larger."""


def labels_pdf(title: str, labels: Sequence[Label], *, is_sample: bool) -> bytes:
    """Return the labels as a PDF; a text that is too long for its label goes on over its lines."""
    size = _ACROSS * _DOWN

    def drawn() -> Iterator[Page]:
        for start in range(0, max(len(labels), 1), size):
            part = labels[start : start + size]
            yield Page(_WIDE, _HIGH, partial(_draw, part, is_sample))

    return document(title, drawn())


def _draw(labels: Sequence[Label], is_sample: bool, sheet: Sheet) -> None:
    if is_sample:
        sheet.watermark(SAMPLE_MARK, Family.HEI)
    for number, label in enumerate(labels):
        left = (number % _ACROSS) * _LABEL_WIDE
        top = _TOP + (number // _ACROSS) * _LABEL_HIGH
        for line, (text, style) in enumerate(_lines(label)):
            sheet.text(left + _PAD, top + _PAD + line * _PITCH, text, style)


def _lines(label: Label) -> list[tuple[str, Style]]:
    found: list[tuple[str, Style]] = []
    for number, text in enumerate(filter(None, label)):
        style = _REST if number else _FIRST
        most = (_LABEL_WIDE - 2 * _PAD) * POINTS_PER_MM / style.size
        found.extend((line, style) for line in broken(text, most, style.family))
    return found[:_MOST_LINES]
