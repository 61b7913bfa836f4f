"""Charts on paper: the shapes the window paints, one chart under the other on A4."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from qyclient.paper.charts import Chart, Shape
from qyclient.paper.pdf.fonts import INK_TOP, Family
from qyclient.paper.pdf.lines import POINTS_PER_MM
from qyclient.paper.pdf.sheet import Page, Sheet, Style, document
from qyclient.paper.report import SAMPLE_MARK, Heading
from qyclient.records.dates import format_date

WIDTH = 640.0
"""How wide a chart is laid out for paper, in its dots: the page's width between the edges."""
_WIDE, _HIGH, _EDGE = 210.0, 297.0, 20.0
_DOT = (_WIDE - 2 * _EDGE) / WIDTH
_HEAD, _GAP = 10.0, 8.0
_TOP = 38.0
_TITLE, _NAME = Style(Family.HEI_BOLD, 16), Style(Family.HEI, 11)
_TEXT, _SMALL = Style(Family.SONG, 8.5), Style(Family.SONG, 9, grey=0.2)
_BAR_GREY = 0.55


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with what it shows."""

    title: str
    chart: Chart

    @property
    def height(self) -> float:
        """Return how high it is on paper with its name, in mm."""
        return _HEAD + self.chart.height * _DOT + _GAP


def charts_pdf(title: str, charts: Sequence[Drawn], heading: Heading) -> bytes:
    """Return charts as PDF; one that does not fit under the others begins a page."""
    pages = [*_pages(charts)]
    return document(title, (Page(_WIDE, _HIGH, partial(_draw, title, p, heading)) for p in pages))


def _pages(charts: Iterable[Drawn]) -> Iterable[list[Drawn]]:
    page: list[Drawn] = []
    left = _HIGH - _TOP - _EDGE
    for one in charts:
        if page and one.height > left:
            yield page
            page, left = [], _HIGH - _TOP - _EDGE
        page.append(one)
        left -= one.height
    yield page


def _draw(title: str, charts: Sequence[Drawn], heading: Heading, sheet: Sheet) -> None:
    if heading.is_sample:
        sheet.watermark(SAMPLE_MARK, Family.HEI)
    sheet.text((_WIDE - _TITLE.width(title)) / 2, _EDGE, title, _TITLE)
    sheet.text(_EDGE, _EDGE + 10, heading.office, _SMALL)
    made = f"制表：{heading.operator}　{format_date(heading.made_on)}"
    sheet.text(_WIDE - _EDGE - _SMALL.width(made), _EDGE + 10, made, _SMALL)
    top = _TOP
    for one in charts:
        sheet.text(_EDGE, top, one.title, _NAME)
        for shape in one.chart.shapes:
            _shape(sheet, shape, top + _HEAD)
        top += one.height


def _shape(sheet: Sheet, shape: Shape, top: float) -> None:
    box = shape.box
    left, above = _EDGE + box.left * _DOT, top + box.top * _DOT
    wide, high = box.width * _DOT, box.height * _DOT
    if not shape.text:
        sheet.shade(left, above, wide, high, _BAR_GREY)
        return
    spare = wide - _TEXT.width(shape.text) if shape.align == "centre" else 0.0
    ink = INK_TOP[_TEXT.family] * _TEXT.size / POINTS_PER_MM
    sheet.text(left + spare / 2, above + (high - ink) / 2, shape.text, _TEXT)
