"""Scanned pages: seen as a PDF, counted, and searched for printed codes."""

from collections.abc import Iterator
from io import BytesIO

import zxingcpp
from PIL import Image, ImageSequence, UnidentifiedImageError

from qyclient.errors import Refused
from qyclient.paper.pdf.raster import page_count, pages

Image.MAX_IMAGE_PIXELS = None
"""Pillow warns at a size of its own and goes on; here a picture is measured before it is drawn."""

_READ_DPI = 200
_SHOWN_DPI = 150
_MANY = 30
"""Pages that are searched for a code: what is printed with one has it on its first page."""


def picture_pages(data: bytes, most_pixels: int) -> Iterator[Image.Image]:
    """Yield the pages of a picture (a TIFF has several); refuse one that would not fit."""
    try:
        with Image.open(BytesIO(data)) as picture:
            for page in ImageSequence.Iterator(picture):
                if page.width * page.height > most_pixels:
                    raise Refused("图片的像素太多，请降低扫描分辨率（300 DPI 以内）再试。")
                yield page.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("这张图片打不开或已损坏，请重新扫描。") from error


def as_pdf(data: bytes, most_pixels: int) -> bytes:
    """Return a picture as PDF, a page each, to be seen and printed like any paper."""
    first, *others = picture_pages(data, most_pixels)
    written = BytesIO()
    first.save(
        written, "PDF", resolution=_SHOWN_DPI, save_all=True, append_images=others, quality=85
    )
    return written.getvalue()


def count_pages(data: bytes, *, picture: bool, most_pixels: int) -> int:
    """Return how many pages a scan has; refused if it is not whole."""
    if not picture:
        return page_count(data)
    return sum(1 for _page in picture_pages(data, most_pixels))


def codes_in(data: bytes, *, picture: bool, most_pixels: int) -> list[str]:
    """Return the codes printed on the pages of a scan, in their order, each once."""
    drawn = picture_pages(data, most_pixels) if picture else pages(data, _READ_DPI, grey=True)
    found: list[str] = []
    for number, page in enumerate(drawn):
        if number == _MANY:
            break
        found += [code.text for code in zxingcpp.read_barcodes(page.convert("L"))]
    return [*dict.fromkeys(found)]
