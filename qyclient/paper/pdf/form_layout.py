"""Where the columns and headings of a form stand on its page, and in what size."""

from collections.abc import Sequence
from dataclasses import dataclass

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import INK_TOP, Family, missing
from qyclient.paper.pdf.lines import POINTS_PER_MM, broken
from qyclient.paper.pdf.sheet import Sheet, Style
from qyclient.paper.sheets.columns import Column
from qyclient.paper.sheets.spans import spans

_A4, _A3 = (297.0, 210.0), (420.0, 297.0)
EDGE = 12.0
PAD, _PITCH, THIN = 0.9, 1.3, 0.15
_SIZES = (10.0, 9.0, 8.0, 7.0)
_GREY = 0.92
_INDENT = "　"
_LEAST = 4.4
"""Characters that fit in the narrowest column."""
_SPARE = 0.12
"""The part of the page that must be left for the wider columns."""

Cells = Sequence[Sequence[str]]
"""The lines of each cell of a row."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Where the columns stand, in mm, and in what size."""

    size: tuple[float, float]
    lefts: Sequence[float]
    style: Style

    @property
    def pitch(self) -> float:
        """Return the distance of lines in mm."""
        return self.style.size * _PITCH / POINTS_PER_MM

    @property
    def inset(self) -> float:
        """Return how far below the top of its line the ink begins."""
        return (self.pitch - INK_TOP[self.style.family] * self.style.size / POINTS_PER_MM) / 2

    def width(self, first: int, last: int) -> float:
        """Return how wide some columns are together."""
        return self.lefts[last + 1] - self.lefts[first]

    def lines(self, text: str, width: float, style: Style) -> list[str]:
        """Return a text broken to fit a width; what it is indented by stays before each line."""
        most = (width - 2 * PAD) * POINTS_PER_MM / style.size
        told = text.lstrip(_INDENT)
        ahead = text[: len(text) - len(told)]
        lines = broken(_printable(told), most - len(ahead), style.family)
        return [ahead + line for line in lines] or [""]

    def height(self, cells: Cells) -> float:
        """Return how high a row is."""
        return max(map(len, cells)) * self.pitch + 2 * PAD


def laid_out(columns: Sequence[Column]) -> Laid:
    """Share the page's width, on A4 or A3; refuse more columns than can be read."""
    asked = sum(column.width for column in columns)
    for size in (_A4, _A3):
        room = size[0] - 2 * EDGE
        for points in _SIZES:
            least = _LEAST * points / POINTS_PER_MM + 2 * PAD
            spare = room - least * len(columns)
            if spare >= room * _SPARE:
                lefts = [EDGE]
                for column in columns:
                    lefts.append(lefts[-1] + least + spare * column.width / asked)
                return Laid(size, lefts, Style(Family.SONG, points))
    raise Refused(f"A3 纸横着也放不下 {len(columns)} 列，请用 Excel 文件报送。")


class Head:
    """The headings, each over the columns and rows it spans."""

    def __init__(self, columns: Sequence[Column], laid: Laid) -> None:
        self._laid = laid
        self._style = Style(Family.HEI, laid.style.size)
        deep = max(len(column.heading) for column in columns)
        self._spans = [
            (one, laid.lines(one[4], laid.width(one[0], one[1]), self._style))
            for one in spans(columns, deep)
        ]
        self._high = [
            max(
                (
                    len(lines) / (one[3] - one[2] + 1)
                    for one, lines in self._spans
                    if one[2] <= level <= one[3]
                ),
                default=1,
            )
            * laid.pitch
            + 2 * PAD
            for level in range(deep)
        ]

    @property
    def height(self) -> float:
        """Return how high the headings are together."""
        return sum(self._high)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw them from `top` down."""
        for (first, last, above, below, _text), lines in self._spans:
            y, high = top + sum(self._high[:above]), sum(self._high[above : below + 1])
            x, wide = self._laid.lefts[first], self._laid.width(first, last)
            sheet.shade(x, y, wide, high, _GREY)
            sheet.frame(x, y, wide, high, THIN)
            start = y + (high - len(lines) * self._laid.pitch) / 2 + self._laid.inset
            for number, line in enumerate(lines):
                middle = x + (wide - self._style.width(line)) / 2
                sheet.text(middle, start + number * self._laid.pitch, line, self._style)


def _printable(text: str) -> str:
    for character in missing(text.replace("\n", "")):
        text = text.replace(character, "〓")
    return text
