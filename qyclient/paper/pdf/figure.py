"""Charts on paper: the shapes drawn where they were laid out."""

from qyclient.paper.figures import Figure, Shape, Sort, Tone
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.sheet import Sheet, Style

_GREYS = {Tone.GRID: 0.85, Tone.BAR: 0.68, Tone.MARK: 0.0, Tone.INK: 0.0}
_THICK = {Tone.GRID: 0.15, Tone.MARK: 0.6}
_WORD, _TITLE = Style(Family.SONG, 9), Style(Family.HEI, 12)
TITLE_HIGH = 9.0
_LONGEST = 50.0


def draw_figure(sheet: Sheet, chart: Figure, left: float, top: float) -> None:
    """Draw a chart with its title above it."""
    sheet.text(left, top, chart.title, _TITLE)
    for shape in chart.shapes:
        _draw(sheet, shape, left, top + TITLE_HIGH)


def _draw(sheet: Sheet, shape: Shape, left: float, top: float) -> None:
    placed = [(left + x, top + y) for x, y in shape.points]
    if shape.sort is Sort.WORD:
        [(x, y)] = placed
        text = _fitted(shape)
        sheet.text(x - _WORD.width(text) * shape.align, y, text, _WORD)
    elif shape.sort is Sort.AREA:
        sheet.area(placed, _GREYS[shape.tone])
    else:
        sheet.line(placed, _THICK.get(shape.tone, 0.2), _GREYS[shape.tone])


def _fitted(shape: Shape) -> str:
    text = shape.text
    if shape.align > 0:
        return text
    while _WORD.width(text) > _LONGEST:
        text = f"{text.rstrip('…')[:-1]}…"
    return text
