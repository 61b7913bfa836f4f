"""How a Chinese name is typed without Chinese: in full pinyin, or by its initials."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from itertools import islice, pairwise, product
from typing import Any

SPELLED = 2
"""Grows whenever names are spelled otherwise: registers then index their nouns anew."""

_SURNAMES = {
    "单": "shan", "仇": "qiu", "解": "xie", "曾": "zeng", "查": "zha", "区": "ou", "朴": "piao",
    "翟": "zhai", "盖": "ge", "乐": "yue", "任": "ren", "华": "hua", "尹": "yin", "纪": "ji",
    "缪": "miao", "覃": "qin", "冼": "xian", "折": "she", "秘": "bi", "洗": "xian", "员": "yun",
    "祭": "zhai", "黑": "he", "种": "chong", "召": "shao",
    "燕": "yan", "宁": "ning", "哈": "ha", "谌": "chen", "逄": "pang", "郇": "xun", "牟": "mu",
    "阙": "que", "佴": "nai", "撒": "sa", "卜": "bu", "晁": "chao", "柏": "bai", "都": "du",
}  # fmt: skip
"""First characters of personal names that are read otherwise than elsewhere."""


_PLACE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,4}?)"
    r"(?P<suffix>(?:[\u4e00-\u9fff]族)*自治[州县]|[省市县]|(?<![社小园校景厂])区)"
)
"""A place a name begins with, and what sort of place it is: 清远市, 连南瑶族自治县, not 社区."""


def spellings(name: str) -> tuple[str, ...]:
    """Return the full pinyin and the initials of a name, and both again as a surname reads.

    The initials come also without 省, 市, 县 or 区 after the places the name begins with: qxnx is
    typed for 清新县暖心.
    """
    suffixes = _suffixes(name)
    cuts = [0, *(suffix.stop for suffix in suffixes), len(name)]
    parts = [name[first:last] for first, last in pairwise(cuts)]
    syllables = [s for part in parts for phrase in _phrases().cut(part) for s in _read(phrase)]
    ways = [syllables]
    if name[:1] in _SURNAMES and syllables:
        ways.append([_SURNAMES[name[:1]], *syllables[1:]])
    full = ["".join(way) for way in ways]
    left = [*ways, *_without(suffixes, syllables)]
    return tuple(dict.fromkeys(full + ["".join(s[:1] for s in way) for way in left]))


def _suffixes(name: str) -> list[range]:
    """Return where the suffixes of the places stand that a name begins with."""
    found: list[range] = []
    while place := _PLACE.match(name, found[-1].stop if found else 0):
        found.append(range(*place.span("suffix")))
    return found


def _without(suffixes: Sequence[range], syllables: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the syllables without each of the suffixes, and without all of them."""
    for way in [[suffix] for suffix in suffixes] + ([suffixes] if len(suffixes) > 1 else []):
        gone = {place for suffix in way for place in suffix}
        yield [syllable for place, syllable in enumerate(syllables) if place not in gone]


def sounds(name: str, most: int = 48) -> list[str]:
    """Return the full pinyin of a text, read as usual first, then in the other ways it can be.

    The first characters tell names apart: their other readings come first.
    """
    usual = [s for phrase in _phrases().cut(name) for s in _read(phrase)]
    if len(usual) != len(name):
        return ["".join(usual)]
    others = [
        dict.fromkeys([read, *_readings(character)])
        for read, character in zip(reversed(usual), reversed(name), strict=True)
    ]
    ways = islice(product(*others), most)
    return list(dict.fromkeys("".join(reversed(way)) for way in ways))


@lru_cache(maxsize=10_000)
def _readings(character: str) -> tuple[str, ...]:
    """Return every way a character is read, without tones."""
    [ways] = _pinyin().pinyin(character, style=_pinyin().Style.NORMAL, heteronym=True)
    return tuple(ways)


@lru_cache(maxsize=50_000)
def _read(phrase: str) -> tuple[str, ...]:
    """Return the syllables of a phrase: the same few make up most names."""
    return tuple(_pinyin().lazy_pinyin(phrase))


@cache
def _pinyin() -> Any:
    """Load the readings of fifty thousand phrases when the first name is spelled, not at start."""
    return import_module("pypinyin")


@cache
def _phrases() -> Any:
    return import_module("pypinyin.seg.mmseg").seg
