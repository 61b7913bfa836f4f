#!/usr/bin/env python3
"""Make resources/fonts/ again from the packages the outlines come from.

    python installer/fonts.py UNPACKED

UNPACKED is a folder in which these packages lie unpacked, in any arrangement:

- npm  @expo-google-fonts/noto-serif-sc 0.4.3 and @expo-google-fonts/noto-sans-sc 0.4.3 (OFL)
- Debian  fonts-lxgw-wenkai 1.250 (OFL) and fonts-hanazono 20170904 (Hanazono licence or OFL)

What comes out has TrueType outlines (reportlab reads no CFF) on 1000 units per em, no hints, no
layout feature but `vert`, and our own names, since the OFL reserves the original ones.
The licences lie beside the fonts and go wherever they go.
"""

import argparse
import lzma
import sys
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

OUT = Path(__file__).parents[1] / "resources" / "fonts"

UNITS = 1000
"""Units per em of every font: reportlab writes wrong widths into the subset of any other."""

COMMON = frozenset(map(ord, (OUT / "tongyong-8105.txt").read_text(encoding="utf-8").strip()))
"""通用规范汉字表: 8,105 characters."""

COMPATIBLE = frozenset(
    {0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29}
)
"""The twelve unified characters that stand among the compatibility ideographs."""

LEVEL_2 = COMMON | COMPATIBLE | frozenset(range(0x3400, 0x4DB6)) | frozenset(range(0x4E00, 0x9FF0))
"""Han characters of GB 18030-2022 level 2."""

EXTENSIONS = frozenset(range(0x20000, 0x2EBE1))
"""CJK extensions B to F: with level 2, the whole of level 3."""

SIGNS = frozenset((*range(0x20, 0x1100), *range(0x1E00, 0x3400), *range(0xFE10, 0xFFF0)))
"""Letters, figures and punctuation; Hangul is left out."""


@dataclass(frozen=True)
class Recipe:
    """One font we ship: where its outlines come from and what it keeps."""

    source: str
    out: str
    family: str
    characters: AbstractSet[int]


RECIPES = (
    Recipe("NotoSerifSC_400Regular.ttf", "CertSong", "Cert Song", LEVEL_2 | SIGNS),
    Recipe("NotoSerifSC_700Bold.ttf", "CertSongBold8105", "Cert Song Bold", COMMON | SIGNS),
    Recipe("NotoSansSC_400Regular.ttf", "CertHei", "Cert Hei", LEVEL_2 | SIGNS),
    Recipe("NotoSansSC_700Bold.ttf", "CertHeiBold8105", "Cert Hei Bold", COMMON | SIGNS),
    Recipe("LXGWWenKai-Regular.ttf", "CertKai8105", "Cert Kai", COMMON | SIGNS),
    Recipe("HanaMinB.ttf", "HanaMinB", "HanaMinB", EXTENSIONS),
)


def make(source: Path, recipe: Recipe) -> bytes:
    """Return the font of a recipe, the same bytes every time."""
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(
        Options(hinting=False, layout_features=["vert"], name_IDs=["*"], notdef_outline=True)
    )
    subsetter.populate(unicodes=recipe.characters)
    subsetter.subset(font)
    if font["head"].unitsPerEm != UNITS:
        scale_upem(font, UNITS)
    _rename(font, recipe.family)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _rename(font: TTFont, family: str) -> None:
    style = "Bold" if family.endswith("Bold") else "Regular"
    postscript = family.replace(" ", "")
    ours = {1: family, 2: style, 3: f"{family}-1", 4: family, 6: postscript}
    names = font["name"]
    for name in [*names.names]:
        if name.nameID in {*ours, 16, 17, 21, 22, 25}:
            names.removeNames(name.nameID, name.platformID, name.platEncID, name.langID)
    for identity, text in ours.items():
        names.setName(text, identity, 3, 1, 0x409)


def main(arguments: list[str]) -> None:
    """Write every font as .ttf.xz into resources/fonts/."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("unpacked", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    for recipe in RECIPES:
        sources = [*given.unpacked.rglob(recipe.source)]
        if not sources:
            parser.error(f"{recipe.source} is not in {given.unpacked}")
        font = make(sources[0], recipe)
        packed = lzma.compress(font, preset=9 | lzma.PRESET_EXTREME)
        (given.out / f"{recipe.out}.ttf.xz").write_bytes(packed)
        sys.stdout.write(f"{recipe.out}: {len(font):,} -> {len(packed):,}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
