"""Looking into a font that an office brought, before anything is drawn with it."""

from io import BytesIO
from struct import error as ShortOfBytes  # noqa: N812 - it is an exception, whatever its name

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import in_use

MOST_BYTES = 80_000_000
"""The largest fonts of all Han characters have 60 MB."""

_STARTS = (b"\x00\x01\x00\x00", b"true")
_COLLECTION, _CFF = b"ttcf", b"OTTO"


def characters_in(data: bytes) -> set[int]:
    """Return the code points a font can draw; Refused, with what to do, if it cannot be used.

    Only TrueType outlines that may be embedded: what is printed must look the same anywhere.
    """
    if len(data) > MOST_BYTES:
        raise Refused("字体文件太大，请用只含所缺字的字体。")
    if data.startswith(_COLLECTION):
        raise Refused("这是字体集（TTC），请用单个的 TrueType 字体（.ttf）。")
    if data.startswith(_CFF):
        raise Refused("这是 CFF 轮廓的字体（OTF），请用 TrueType 轮廓的字体（.ttf）。")
    if not data.startswith(_STARTS):
        raise Refused("这不是 TrueType 字体文件（.ttf），没有添加。")
    try:
        with in_use:
            face = TTFontFace(BytesIO(data))
            known = {*face.charToGlyph}
            face.makeSubset([*known][:3])
    except (
        TTFError,
        ShortOfBytes,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        OverflowError,
    ) as no:
        raise Refused("这个字体打不开、已损坏，或不允许嵌入，没有添加；请换一个字体。") from no
    if not known:
        raise Refused("这个字体里没有字，没有添加。")
    return known
