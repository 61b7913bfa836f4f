"""How a Chinese name is typed without Chinese: in full pinyin, or by its initials."""

from functools import cache, lru_cache
from importlib import import_module
from typing import Any

_SURNAMES = {
    "单": "shan", "仇": "qiu", "解": "xie", "曾": "zeng", "查": "zha", "区": "ou", "朴": "piao",
    "翟": "zhai", "盖": "ge", "乐": "yue", "任": "ren", "华": "hua", "尹": "yin", "纪": "ji",
    "缪": "miao", "覃": "qin", "冼": "xian", "折": "she", "秘": "bi", "洗": "xian", "员": "yun",
    "祭": "zhai", "黑": "he", "种": "chong", "召": "shao",
    "燕": "yan", "宁": "ning", "哈": "ha", "谌": "chen", "逄": "pang", "郇": "xun", "牟": "mu",
    "阙": "que", "佴": "nai", "撒": "sa", "卜": "bu", "晁": "chao", "柏": "bai", "都": "du",
}  # fmt: skip
"""First characters of personal names that are read otherwise than elsewhere."""


def spellings(name: str) -> tuple[str, ...]:
    """Return the full pinyin and the initials of a name, and both again as a surname reads."""
    syllables = [syllable for phrase in _phrases().cut(name) for syllable in _read(phrase)]
    ways = [syllables]
    if name[:1] in _SURNAMES and syllables:
        ways.append([_SURNAMES[name[:1]], *syllables[1:]])
    full = ["".join(way) for way in ways]
    initials = ["".join(syllable[:1] for syllable in way) for way in ways]
    return tuple(dict.fromkeys(full + initials))


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
