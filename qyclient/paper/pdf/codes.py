"""Codes to be scanned: bars for what is written in ASCII, squares for anything else."""

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO

from PIL import Image
from reportlab.graphics.barcode.code128 import Code128

from qyclient.paper.pdf.sheet import Sheet

_BAR = 0.3
"""mm: what the cheapest scanner still reads of a laser print."""
_LONGEST_BARS = 24
_DOTS = 8
"""Dots of a picture to one square of a code."""

_LONG = 300
Box = tuple[float, float, float, float]


def draw_code(
    sheet: Sheet, value: str, right: float, top: float, high: float, *, square: bool = False
) -> float:
    """Draw a code that ends at `right` and is `high` mm high; return how wide it is.

    A square is read off a page that was scanned askew or at 100 dpi, where bars are not.
    """
    if not square and value.isascii() and len(value) <= _LONGEST_BARS:
        boxes = [*_bars(value, high)]
    else:
        boxes = [*_squares(value, high)]
    width = max(x + w for x, _, w, _ in boxes)
    for x, y, w, h in boxes:
        sheet.shade(right - width + x, top + y, w, h, 0)
    return width


def code_picture(value: str) -> bytes:
    """Return a square code as PNG, for papers that are no PDF."""
    dark = _dark(value)
    picture = Image.new("1", (len(dark), len(dark)), 1)
    for row, line in enumerate(dark):
        for column, one in enumerate(line):
            picture.putpixel((column, row), not one)
    written = BytesIO()
    picture.resize((len(dark) * _DOTS,) * 2).save(written, "PNG")
    return written.getvalue()


def _dark(value: str) -> list[list[bool]]:
    """Return the squares; a long text gets less to spare, or they were too small to print."""
    error = "m" if len(value) <= _LONG else "l"
    code = import_module("segno").make(  # half of urllib comes with it: not at start
        value, error=error, micro=False, boost_error=False
    )
    return [[bool(dark) for dark in line] for line in code.matrix]


def _bars(value: str, high: float) -> Iterator[Box]:
    """Yield the bars of Code 128; the library writes them as letters, capitals for black."""
    code = Code128(value, quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    x = 0.0
    for letter in code.decomposed:
        wide = (ord(letter.upper()) - ord("A") + 1) * _BAR
        if letter.isupper():
            yield x, 0.0, wide, high
        x += wide


def _squares(value: str, high: float) -> Iterator[Box]:
    dark = _dark(value)
    unit = high / len(dark)
    for row, line in enumerate(dark):
        for column, one in enumerate(line):
            if one:
                yield column * unit, row * unit, unit, unit
