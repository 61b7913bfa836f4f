"""Counts and yes-or-no as people write them in a sheet."""

import re

from qyclient.records.characters import one_line
from qyclient.records.numerals import chinese_number

_COUNT = re.compile(r"(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?[人个家名位次件项份户张所场期本]?")
_WORDS = re.compile(r"([零〇一二两三四五六七八九十百千万]+)[人个家名位次件项份户张所场期本]?")
_MOST = 10**12
_YES = frozenset(
    "是 √ ✓ ✔ ☑ 有 对 已 已建 已建立 已成立 已设立 已参加 Y YES TRUE T 1 1.0".split()  # noqa: SIM905
)
_NO = frozenset(
    "否 × ✗ ✘ 无 没有 错 不是 未 未建 未建立 未成立 未设立 N NO FALSE F 0 0.0".split()  # noqa: SIM905
)


def parse_count(text: str) -> int:
    """Return how many there are; a measure word such as 人 or 家 may follow."""
    plain = "".join(one_line(text).split()).replace("，", ",").replace("−", "-")
    words = _WORDS.fullmatch(plain)
    if words:
        return chinese_number(words[1])
    figures = _COUNT.fullmatch(plain)
    if figures is None:
        raise ValueError(f"“{one_line(text)}”不是数量，应为整数，如 16")
    sign, whole, fraction = figures.groups()
    if (fraction or "").strip("0"):
        raise ValueError(f"数量应为整数，“{one_line(text)}”带有小数")
    whole = whole.replace(",", "")
    count = int(whole) if len(whole) <= len(str(_MOST)) else _MOST
    if sign and count:
        raise ValueError("数量不能是负数")
    if count >= _MOST:
        raise ValueError("数量太大，请核对")
    return count


def parse_yes_no(text: str) -> bool:
    """Return what 是, √, 已建立 or 无 mean."""
    plain = one_line(text).upper()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise ValueError(f"“{one_line(text)}”应为 是 或 否")
