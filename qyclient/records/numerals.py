"""Chinese numerals (三十一, 叁万元), read as the office writes them by hand."""

import re

_FORMAL = str.maketrans(
    "壹弌贰貳弍两兩叁參叄弎肆伍陆陸柒捌玖〇○◯拾佰仟萬億",
    "一一二二二二二三三三三四五六六七八九零零零十百千万亿",
)
DIGITS = "零一二三四五六七八九"
_GROUP = re.compile(
    "零?(?:([一二三四五六七八九])千)?"
    "零?(?:([一二三四五六七八九])百)?"
    "零?(?:([一二三四五六七八九]?)(十))?"
    "零?(?:(?<![百千])([一二三四五六七八九]))?"
)


def plain_numerals(text: str) -> str:
    """Return the text with 壹拾〇 and their like written 一十零."""
    return text.translate(_FORMAL)


def digits_of(text: str) -> str:
    """Return 二〇一二 as 2012, digit by digit; letters O stand for 〇."""
    plain = plain_numerals(text).replace("O", "零").replace("o", "零")
    if not plain or set(plain) - set(DIGITS):
        raise ValueError(f"“{text}”不是数字")
    return "".join(str(DIGITS.index(char)) for char in plain)


def chinese_number(text: str) -> int:
    """Return the value of a whole number such as 三十一, 壹佰零伍万 or 拾万.

    Spoken short forms such as 三万五 are refused: they leave open what the last digit counts.
    """
    plain = plain_numerals(text).replace("廿", "二十").replace("卅", "三十")
    if plain == "零":
        return 0
    if not plain:
        raise ValueError("没有写数字")
    return _high_and_low(plain, text)


def _high_and_low(plain: str, text: str) -> int:
    total = 0
    rest = plain
    for unit, worth in (("亿", 10**8), ("万", 10**4)):
        high, found, low = rest.rpartition(unit)
        if not found:
            continue
        total += worth * (_high_and_low(high, text) if unit == "亿" else _group(high, text))
        rest = low
        if not low:
            return total
        if len(low) == 1:
            raise ValueError(f"“{text}”写法不明确，缺“零”或单位")
    return total + _group(rest, text)


def _group(plain: str, text: str) -> int:
    match = _GROUP.fullmatch(plain)
    if not plain.strip("零") or match is None:
        raise ValueError(f"“{text}”不是完整的数字")
    thousands, hundreds, tens, ten, ones = match.groups()
    written = [DIGITS.index(digit or "零") for digit in (thousands, hundreds, tens, ones)]
    if ten and not tens:
        written[2] = 1
    return int("".join(map(str, written)))
