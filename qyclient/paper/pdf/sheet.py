"""A sheet of paper measured as the office measures it: millimetres from its top left corner."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import atan2, degrees, hypot
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from qyclient.errors import Refused
from qyclient.paper.pdf import reportlab_faults
from qyclient.paper.pdf.fonts import INK_TOP, Family, first_font, in_use, runs
from qyclient.paper.pdf.lines import POINTS_PER_MM, width

_FARTHEST = 20.0
_SCALES = (0.9, 1.1)
_MOST_LEAN = 0.05


@dataclass(frozen=True, slots=True)
class Style:
    """How a line of text looks: size in points, spacing in ems, grey from 0 black to 1 white."""

    family: Family
    size: float
    spacing: float = 0.0
    grey: float = 0.0

    def width(self, text: str) -> float:
        """Return the length of a line in millimetres."""
        return width(text, self.family, self.spacing) * self.size / POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Correction:
    """What one printer does wrong (打印机校正): shift in mm to the right and down, scale, and lean.

    Lean is what a point moves to the right for each mm it lies lower, and down for each it lies
    farther right: both small and opposite where paper is drawn in askew. Raises Refused beyond
    20 mm, 10 % or 5 %: then the paper lies wrong, or the driver scales.
    """

    dx: float = 0.0
    dy: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    lean_x: float = 0.0
    lean_y: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what no printer needs."""
        if max(abs(self.dx), abs(self.dy)) > _FARTHEST:
            raise Refused(f"打印机校正的偏移应在 ±{_FARTHEST:g} 毫米以内，请检查纸张是否放正。")
        least, most = _SCALES
        if not (least <= self.scale_x <= most and least <= self.scale_y <= most):
            raise Refused(
                f"打印机校正的缩放应在 {least:g} 至 {most:g} 之间，请检查打印设置是否为 100%。"
            )
        if max(abs(self.lean_x), abs(self.lean_y)) > _MOST_LEAN:
            raise Refused("打印机校正的倾斜太大，请检查纸张是否放正、进纸导板是否卡紧。")

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes out."""
        return (
            self.dx + x * self.scale_x + y * self.lean_x,
            self.dy + x * self.lean_y + y * self.scale_y,
        )


class Sheet:
    """One page. Text is placed by the top of its ink, not by its baseline."""

    def __init__(self, canvas: Canvas, size: tuple[float, float]) -> None:
        self._canvas = canvas
        self.width, self.height = size
        canvas.translate(0, self.height * mm)

    def correct(self, correction: Correction) -> None:
        """Shift, scale and turn all that is drawn from here on; PDF counts upwards."""
        self._canvas.transform(
            correction.scale_x,
            -correction.lean_y,
            -correction.lean_x,
            correction.scale_y,
            correction.dx * mm,
            -correction.dy * mm,
        )

    def text(self, x: float, top: float, text: str, style: Style) -> None:
        """Write a line whose pen starts at `x` and whose full-height characters reach up to `top`.

        Punctuation, figures and 一 reach less high, as they do in the line around them.
        """
        baseline = -top * mm - INK_TOP[style.family] * style.size
        line = self._canvas.beginText(x * mm, baseline)
        line.setFillGray(style.grey)
        line.setCharSpace(style.spacing * style.size)
        for font, piece in runs(text, style.family):
            line.setFont(font, style.size)
            line.textOut(piece)
        self._canvas.drawText(line)

    def frame(self, x: float, y: float, w: float, h: float, thickness: float = 0.2) -> None:
        """Draw an empty rectangle; all in millimetres."""
        self._canvas.setLineWidth(thickness * mm)
        self._canvas.rect(x * mm, -(y + h) * mm, w * mm, h * mm)

    def shade(self, x: float, y: float, w: float, h: float, grey: float) -> None:
        """Fill a rectangle; all in millimetres."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(x * mm, -(y + h) * mm, w * mm, h * mm, stroke=0, fill=1)

    def line(
        self, points: Sequence[tuple[float, float]], thickness: float, grey: float = 0.0
    ) -> None:
        """Draw a line through points; all in millimetres."""
        self._canvas.setLineWidth(thickness * mm)
        self._canvas.setStrokeGray(grey)
        self._canvas.drawPath(self._path(points), stroke=1, fill=0)
        self._canvas.setStrokeGray(0)

    def area(self, points: Sequence[tuple[float, float]], grey: float) -> None:
        """Fill what lies inside of points; all in millimetres."""
        path = self._path(points)
        path.close()
        self._canvas.setFillGray(grey)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _path(self, points: Sequence[tuple[float, float]]) -> Any:
        path = self._canvas.beginPath()
        for n, (x, y) in enumerate(points):
            (path.lineTo if n else path.moveTo)(x * mm, -y * mm)
        return path

    def picture(self, jpeg: bytes, box: tuple[float, float, float, float]) -> float:
        """Draw a picture whole in a box (left, top, width, height); return how high it came out."""
        left, top, wide, high = box
        read = ImageReader(BytesIO(jpeg))
        across, down = read.getSize()
        scale = min(wide / across, high / down)
        shown = (across * scale * mm, down * scale * mm)
        self._canvas.drawImage(read, left * mm, -top * mm - shown[1], *shown)
        return float(down * scale)

    def watermark(self, text: str, family: Family, grey: float = 0.86) -> None:
        """Write a large text from corner to corner; what is drawn later stands over it."""
        length = hypot(self.width, self.height) * 0.7
        size = length * POINTS_PER_MM / width(text, family)
        self._canvas.saveState()
        self._canvas.translate(self.width / 2 * mm, -self.height / 2 * mm)
        self._canvas.rotate(degrees(atan2(self.height, self.width)))
        middle = -INK_TOP[family] / 2 * size / POINTS_PER_MM
        self.text(-length / 2, middle, text, Style(family, size, grey=grey))
        self._canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be made: width and height in mm, and what draws it."""

    width: float
    height: float
    draw: Callable[[Sheet], None]


def document(title: str, pages: Iterable[Page]) -> bytes:
    """Return the PDF of all `pages`; the same pages give the same bytes.

    `title` is what readers show as the name of the document.
    """
    out = BytesIO()
    canvas: Canvas | None = None
    with in_use:
        for page in pages:
            size = (page.width * mm, page.height * mm)
            if canvas is None:
                canvas = reportlab_faults.canvas(out, size, first_font(Family.SONG))
                canvas.setTitle(title)
                canvas.setAuthor("")
            canvas.setPageSize(size)
            page.draw(Sheet(canvas, (page.width, page.height)))
            canvas.showPage()
        if canvas is None:
            raise Refused("没有可打印的内容。")
        canvas.save()
    return out.getvalue()
