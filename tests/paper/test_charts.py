"""Charts: laid out once as plain shapes, painted in the window and drawn on paper alike."""

from datetime import date

import pypdfium2
import pytest

from qyclient.paper.charts import lying, standing
from qyclient.paper.pdf.chart_pages import WIDTH, Drawn, charts_pdf
from qyclient.paper.report import Heading

COUNTS = [("社会团体", 120), ("民办非企业单位", 60), ("基金会", 0)]
HEADING = Heading("清远市清新区民政局", "张三", date(2026, 3, 2), date(2026, 3, 2))


def _bars(chart):
    return [shape.box for shape in chart.shapes if not shape.text]


def test_bars_are_as_long_as_what_they_count_and_never_vanish():
    first, second, third = (box.width for box in _bars(lying(COUNTS, 640)))
    assert first == pytest.approx(2 * second)
    assert third > 0
    first, second, third = (box.height for box in _bars(standing(COUNTS, 640)))
    assert first == pytest.approx(2 * second)
    assert third > 0


@pytest.mark.parametrize("lay_out", [lying, standing])
@pytest.mark.parametrize("width", [340, 640, 1200])
def test_every_shape_stands_within_the_chart_and_every_row_has_its_place(lay_out, width):
    chart = lay_out(COUNTS, width)
    assert {shape.row for shape in chart.shapes} == {*range(len(COUNTS))}
    assert len(chart.places) == len(COUNTS)
    for shape in chart.shapes:
        box = shape.box
        assert box.left >= 0
        assert box.top >= 0
        assert box.left + box.width <= width + 8
        assert box.top + box.height <= chart.height


def test_nothing_counted_is_an_empty_chart():
    assert lying([], 640).shapes == standing([], 640).shapes == []


def test_paper_carries_every_label_and_number():
    drawn = [Drawn("按种类", lying(COUNTS, WIDTH)), Drawn("按年份", standing(COUNTS, WIDTH))]
    document = pypdfium2.PdfDocument(charts_pdf("统计图", drawn, HEADING))
    text = document[0].get_textpage().get_text_range()
    for label, many in COUNTS:
        assert text.count(label) == 2
        assert str(many) in text
    many_charts = charts_pdf("统计图", drawn * 4, HEADING)
    assert len(pypdfium2.PdfDocument(many_charts)) == 2
