"""Amounts in yuan, exact to the fen: as clerks write them, as contracts and certificates do."""

import re
from decimal import ROUND_HALF_UP, Decimal

from qyclient.records.characters import one_line
from qyclient.records.numerals import DIGITS, chinese_number, plain_numerals

_FEN = Decimal("0.01")
_NOISE = Decimal("0.000001")
"""What a spreadsheet's binary sums leave behind the fen."""
_LIMIT = Decimal(10) ** 13
_LONGEST = 60
_ALIKE = str.maketrans("，−圆圓萬億", ",-元元万亿")
_UNITS = {"": 1, "元": 1, "千元": 1000, "万元": 10**4, "万": 10**4, "亿元": 10**8, "亿": 10**8}
_SIGNED = re.compile(
    r"(?P<before>[-负]?)(?:人民币|RMB|CNY)?[:：]?[¥￥]?(?P<behind>[-负]?)(?P<rest>.*?)[整正]?",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?P<number>(?:(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d+)\.?\d*|\.\d+)(?:E[+-]?\d{1,4})?)"
    r"(?P<unit>千元|[万亿]?元?)",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"(?:(?P<yuan>[零一二三四五六七八九十百千万亿]+)元?)?"
    r"(?:零?(?P<jiao>[一二三四五六七八九])角)?(?:零?(?P<fen>[一二三四五六七八九])分)?"
)
_NAMES_UNIT = re.compile("[元圆圓角分万萬亿億¥￥佰仟拾壹贰貳叁參肆伍陆陸柒捌玖]|人民币")
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_BAD = "金额应为数字，如 1200.50、3万元 或 叁万元"


def parse_money(text: str) -> Decimal:
    """Return yuan with two places; a unit in the text counts, a bare number is yuan.

    Typed yuan with more than two decimals is refused, not rounded; what is given in 万 is rounded
    half up to the fen.
    """
    plain = "".join(one_line(text).split()).translate(_ALIKE)
    parts = _SIGNED.fullmatch(plain)
    if len(plain) > _LONGEST or parts is None or (parts["before"] and parts["behind"]):
        raise ValueError(_BAD)
    figures = _FIGURES.fullmatch(parts["rest"])
    amount = _from_figures(figures) if figures else _from_words(parts["rest"])
    return -amount if amount and (parts["before"] or parts["behind"]) else amount


def format_money(amount: Decimal) -> str:
    """Return yuan as tables show it: ``30,000.00``."""
    return f"{amount:,.2f}"


def capitals(amount: Decimal) -> str:
    """Return the amount in capitals (人民币大写), 整 after 元 and after 角; 支付结算办法附一."""
    fen_total = int(abs(Decimal(amount)).quantize(_FEN, ROUND_HALF_UP) * 100)
    yuan, (jiao, fen) = fen_total // 100, divmod(fen_total % 100, 10)
    words = "负" if amount < 0 and fen_total else ""
    if yuan or not fen_total:
        words += (_integer(yuan) or "零") + "元"
    if jiao:
        words += f"{_CAPITALS[jiao]}角"
    if not fen:
        return words + "整"
    return words + ("零" if yuan and not jiao else "") + f"{_CAPITALS[fen]}分"


def certificate_capitals(amount: Decimal) -> str:
    """Return the amount as registration certificates print it (注册资金): 叁万元."""
    return capitals(amount).removesuffix("整")


def has_unit(text: str) -> bool:
    """Tell whether the text says what it counts in, so that a heading's 万元 does not apply."""
    return bool(_NAMES_UNIT.search(text))


def in_ten_thousand(amount: Decimal, places: int = 6) -> Decimal:
    """Return yuan as 万元, rounded half up; six places lose nothing."""
    return (amount / 10**4).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _from_figures(figures: re.Match[str]) -> Decimal:
    worth = _UNITS[figures["unit"]]
    exact = Decimal(figures["number"].replace(",", ""))
    if exact > _LIMIT or exact * worth > _LIMIT:
        raise ValueError("金额太大，请核对单位和小数点")
    fen = (exact * worth).quantize(_FEN, ROUND_HALF_UP)
    if worth == 1 and abs(exact - fen) > _NOISE:
        raise ValueError("金额最多两位小数（到分），如 1200.50")
    return fen


def _from_words(text: str) -> Decimal:
    words = _WORDS.fullmatch(plain_numerals(text))
    if words is None or not any(words.groups()):
        raise ValueError(_BAD)
    yuan = chinese_number(words["yuan"]) if words["yuan"] else 0
    fen = 10 * DIGITS.index(words["jiao"] or "零") + DIGITS.index(words["fen"] or "零")
    amount = (Decimal(yuan) + Decimal(fen) / 100).quantize(_FEN)
    if amount > _LIMIT:
        raise ValueError("金额太大，请核对单位")
    return amount


def _integer(number: int) -> str:
    for unit, worth in (("亿", 10**8), ("万", 10**4)):
        high, low = divmod(number, worth)
        if high:
            joint = "零" if low and (low < worth // 10 or high % 10 == 0) else ""
            return _integer(high) + unit + joint + _integer(low)
    return _below_ten_thousand(number)


def _below_ten_thousand(number: int) -> str:
    words = ""
    gap = False
    for unit, worth in (("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)):
        digit = number // worth % 10
        if digit:
            words += ("零" if gap and words else "") + _CAPITALS[digit] + unit
        gap = not digit
    return words
