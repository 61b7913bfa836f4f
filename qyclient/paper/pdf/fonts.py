"""The fonts of every PDF: families in which no character of GB 18030-2022 is missing.

Each family is a chain: a character comes from the first font that has it. The fonts are packed
in resources/fonts/, opened in memory when first needed, and kept until the program ends.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from threading import RLock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from qyclient.assets import unpacked
from qyclient.paper.lent_fonts import lent
from qyclient.paper.pdf import reportlab_faults

reportlab_faults.mend()

in_use = RLock()
"""Held while a document is made: reportlab reads its fonts through one shared cursor."""

_LAST = "HanaMinB"
_LAST_HOLDS = range(0x20000, 0x2EBE1)
"""CJK extensions B to F. 30 MB are not opened to look for anything else there."""


class Family(StrEnum):
    """A typeface as templates name it."""

    SONG = "SONG"
    SONG_BOLD = "SONG_BOLD"
    HEI = "HEI"
    HEI_BOLD = "HEI_BOLD"
    KAI = "KAI"


_CHAINS = {
    Family.SONG: ("CertSong", _LAST),
    Family.SONG_BOLD: ("CertSongBold8105", "CertSong", _LAST),
    Family.HEI: ("CertHei", _LAST),
    Family.HEI_BOLD: ("CertHeiBold8105", "CertHei", _LAST),
    Family.KAI: ("CertKai8105", "CertSong", _LAST),
}

INK_TOP = {
    Family.SONG: 0.838,
    Family.SONG_BOLD: 0.850,
    Family.HEI: 0.840,
    Family.HEI_BOLD: 0.850,
    Family.KAI: 0.804,
}
"""How far a full-height character such as 中 reaches above the baseline, in ems.

The median of the outlines' yMax over the 3,500 characters of the 一级字表; nineteen of twenty
reach no more than 0.022 em higher.
"""

INK_BOTTOM = -0.285
"""How far the lowest ink of any family reaches below the baseline, in ems: | of the bold ones."""


@lru_cache(maxsize=8192)
def runs(text: str, family: Family) -> tuple[tuple[str, str], ...]:
    """Return (font name, piece) for the pieces of `text` that one font can print.

    Raises ValueError if a character is in no font; ask `missing` before.
    """
    return tuple(
        (font, "".join(piece))
        for font, piece in groupby(text, key=lambda character: _font_of(character, family))
    )


def missing(text: str, family: Family = Family.SONG) -> list[str]:
    """Return the characters no font of the family has, each once, in order."""
    return [
        character
        for character in dict.fromkeys(text)
        if not (_search(character, family) or _lent_font(character))
    ]


@cache
def advance(character: str, family: Family) -> float:
    """Return how far a character moves the pen, in ems."""
    face = _font(_font_of(character, family)).face
    return float(face.getCharWidth(ord(character))) / 1000


def first_font(family: Family) -> str:
    """Return the name of the family's own font, opened."""
    name = _CHAINS[family][0]
    _font(name)
    return name


def _font_of(character: str, family: Family) -> str:
    name = _search(character, family) or _lent_font(character)
    if name is None:
        raise ValueError(f"no font has U+{ord(character):04X}")
    return name


@cache
def _search(character: str, family: Family) -> str | None:
    code = ord(character)
    chain: Sequence[str] = _CHAINS[family]
    for name in chain:
        if name == _LAST and code not in _LAST_HOLDS:
            continue
        if code in _font(name).face.charToGlyph:
            return name
    return None


def _lent_font(character: str) -> str | None:
    """Return a font of the office's that has a character; asked only when none of ours has."""
    for key in lent():
        if ord(character) in _font(f"{_LENT}{key}").face.charToGlyph:
            return f"{_LENT}{key}"
    return None


_LENT = "Lent-"
_opened: dict[str, TTFont] = {}


def _font(name: str) -> TTFont:
    if name not in _opened:
        with in_use:
            if name not in _opened:
                font = TTFont(name, BytesIO(_outlines(name)), asciiReadable=False)
                reportlab_faults.keep_tables(font.face)
                pdfmetrics.registerFont(font)
                _opened[name] = font
    return _opened[name]


def _outlines(name: str) -> bytes:
    if name.startswith(_LENT):
        return lent()[name[len(_LENT) :]]
    return unpacked(f"fonts/{name}.ttf.xz").read_bytes()
