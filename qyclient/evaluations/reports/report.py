"""绩效评价报告: words, tables and pictures of a closed round, as one PDF."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from qyclient.evaluations.reports.official import paper_text
from qyclient.evaluations.reports.photographs import Photograph, photograph_pages
from qyclient.paper.figures import Figure
from qyclient.paper.official.page import official_page
from qyclient.paper.pdf.figure import TITLE_HIGH, draw_figure
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.sheet import Page, Sheet
from qyclient.paper.report import SAMPLE_MARK, Heading

_WIDE, _HIGH, _LEFT, _TOP, _BOTTOM, _GAP = 210.0, 297.0, 25.0, 25.0, 270.0, 12.0


def evaluation_report(
    facts: Mapping[str, str],
    charts: Sequence[Figure],
    heading: Heading,
    photographs: Sequence[Photograph] = (),
) -> bytes:
    """Return the report: what it says, then its charts and photographs."""
    text = paper_text("report", facts)
    shown = photograph_pages(photographs, heading)
    return official_page(text, heading, chain(_pages(charts, heading), shown))


def _pages(charts: Sequence[Figure], heading: Heading) -> Iterator[Page]:
    placed: list[tuple[Figure, float]] = []
    top = _TOP
    for chart in charts:
        high = chart.height + TITLE_HIGH
        if placed and top + high > _BOTTOM:
            yield Page(_WIDE, _HIGH, partial(_draw, placed, heading))
            placed, top = [], _TOP
        placed.append((chart, top))
        top += high + _GAP
    if placed:
        yield Page(_WIDE, _HIGH, partial(_draw, placed, heading))


def _draw(placed: Sequence[tuple[Figure, float]], heading: Heading, sheet: Sheet) -> None:
    if heading.is_sample:
        sheet.watermark(SAMPLE_MARK, Family.HEI)
    for chart, top in placed:
        draw_figure(sheet, chart, _LEFT, top)
