"""What reportlab 5.1 does wrong, mended in one place.

Each mend has a test that shows the fault without it, and so says when it may go.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import ttfonts
from reportlab.pdfgen.canvas import Canvas

_MOST_AT_ONCE = 100
"""Entries a bfchar block of a CMap may hold (PDF 32000-1, 9.10.3 by way of Adobe 5014)."""

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""

_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def to_unicode_map(_font_name: str, subset: Sequence[int]) -> str:
    """Return the table by which a reader copies and searches the text of a font.

    reportlab writes code points as they are; beyond U+FFFF they must be UTF-16 pairs, or the
    name 张𬭎 is found by nobody.
    """
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
    ]
    blocks = [
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
        for block in (
            entries[start : start + _MOST_AT_ONCE]
            for start in range(0, len(entries), _MOST_AT_ONCE)
        )
    ]
    return "\n".join((_HEAD, *blocks, _TAIL))


def canvas(target: Any, size: tuple[float, float], first_font: str) -> Canvas:
    """Return a canvas that makes the same bytes from the same text and names no font but ours.

    Left to itself reportlab begins each page in Helvetica, which is not embedded, and wraps
    every stream in text of its own making, a quarter larger and slow to make.
    """
    return Canvas(target, pagesize=size, invariant=True, initialFontName=first_font)


def keep_tables(face: Any) -> None:
    """Let a font's tables be cut out of its file once.

    reportlab cuts them anew for each document it embeds the font in: all outlines, 5 MB, for a
    certificate that shows sixty characters.
    """
    face.get_table = cache(face.get_table)


def mend() -> None:
    """Put the mends in place; once is enough, more does no harm."""
    ttfonts.makeToUnicodeCMap = to_unicode_map
    rl_config.useA85 = 0
