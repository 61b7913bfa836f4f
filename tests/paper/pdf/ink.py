"""Where the ink of a printed page is, in millimetres."""

from PIL import Image

from qyclient.paper.pdf.raster import pages

Area = tuple[float, float, float, float]
DPI = 400
_DOT = 25.4 / DPI
_DARK = 128


def picture(pdf: bytes) -> Image.Image:
    """Return the only page of a document, white paper and black ink."""
    (page,) = pages(pdf, DPI, grey=True)
    return page.point(lambda grey: 255 if grey < _DARK else 0)


def ink(page: Image.Image, area: Area | None = None) -> Area | None:
    """Return left, top, right and bottom of the ink in an area, or None if it is blank."""
    left, top = (area[0], area[1]) if area else (0.0, 0.0)
    part = page.crop(tuple(round(side / _DOT) for side in area)) if area else page
    found = part.getbbox()
    if found is None:
        return None
    x = round(left / _DOT) * _DOT
    y = round(top / _DOT) * _DOT
    return x + found[0] * _DOT, y + found[1] * _DOT, x + found[2] * _DOT, y + found[3] * _DOT
