"""Kinds of value: how each is read, shown, stored as text and sorted, said once.

A form, a table, an Excel sheet, the command line and the history all go through these.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Generic, TypeVar

from qyclient.records.area import parse_area_code
from qyclient.records.characters import one_line, person_name, tidy
from qyclient.records.dates import (
    PartialDate,
    format_date,
    format_partial_date,
    parse_date,
    parse_partial_date,
)
from qyclient.records.identity import mask_id
from qyclient.records.money import format_money, parse_money
from qyclient.records.numbers import parse_count, parse_yes_no
from qyclient.records.org_code import format_org_code, parse_org_code
from qyclient.records.phone import mask_phone, parse_phone
from qyclient.records.uscc import grouped, parse_uscc

T = TypeVar("T")
Plain = str | int | bool
_TOO_LARGE = 10**12


def _itself(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """One sort of value.

    `parse` raises ValueError with a short sentence; `format` is for people; `plain` is the value
    for programs and the history (ISO dates, yuan as decimal text, codes), and `parse` reads both
    back. `mask` hides what a list need not show (个人信息). `restore` reads back what was accepted
    once without judging it again: old codes break today's standard, and were kept with a reason.
    """

    name: str
    parse: Callable[[str], T]
    format: Callable[[T], str] = str
    plain: Callable[[T], Plain] = str
    order: Callable[[T], Any] = _itself
    number_format: str = "@"
    align_right: bool = False
    options: tuple[str, ...] = ()
    mask: Callable[[str], str] | None = None
    restore: Callable[[str], T] | None = None


def _postcode(text: str) -> str:
    code = tidy(text).removesuffix(".0")
    if len(code) != 6 or not code.isdecimal():  # noqa: PLR2004 - the length of every postcode
        raise ValueError("邮政编码应为 6 位数字")
    return code


def _account(text: str) -> str:
    number = "".join(tidy(text).split()).replace("-", "")
    if not number.isdecimal() or not 8 <= len(number) <= 32:  # noqa: PLR2004 - DOMAIN 1.5
        raise ValueError("银行账号应为 8 至 32 位数字")
    return number


def _score(text: str) -> Decimal:
    try:
        score = Decimal(tidy(text).removesuffix("分"))
    except InvalidOperation:
        raise ValueError("得分应为 0 到 100 的数字，如 92.4") from None
    if not (score.is_finite() and 0 <= score <= 100) or score != score.quantize(Decimal("0.0001")):  # noqa: PLR2004
        raise ValueError("得分应在 0 到 100 之间，最多四位小数")
    return score


def _number(text: str) -> Decimal:
    try:
        number = Decimal(tidy(text).replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise ValueError("应为数字，如 12.5") from None
    if not number.is_finite() or abs(number) >= _TOO_LARGE:
        raise ValueError("应为一万亿以内的数字")
    if number != number.quantize(Decimal("0.0001")):
        raise ValueError("最多四位小数")
    return number


def _shown_score(score: Decimal) -> str:
    exact = f"{score.normalize():f}"
    return exact if len(exact.partition(".")[2]) > 2 else f"{score:.2f}"  # noqa: PLR2004


def _paper_number(text: str) -> str:
    return "".join(one_line(text).upper().split())


TEXT: Kind[str] = Kind("text", one_line)
LONG_TEXT: Kind[str] = Kind("long_text", tidy)
PERSON_NAME: Kind[str] = Kind("text", person_name, restore=str)
USCC: Kind[str] = Kind("code", parse_uscc, format=grouped, restore=str)
ORG_CODE: Kind[str] = Kind("code", parse_org_code, format=format_org_code, restore=str)
PAPER_NUMBER: Kind[str] = Kind("code", _paper_number, mask=mask_id, restore=str)
"""Number of an identity paper; which paper it is, and so how it is checked, stands beside it."""
PHONE: Kind[str] = Kind("text", parse_phone, mask=mask_phone, restore=str)
POSTCODE: Kind[str] = Kind("code", _postcode, restore=str)
ACCOUNT: Kind[str] = Kind("code", _account, mask=lambda number: "*" * 4 + number[-4:], restore=str)
AREA: Kind[str] = Kind("code", parse_area_code, restore=str)
MONEY: Kind[Decimal] = Kind(
    "money",
    parse_money,
    format=format_money,
    plain=lambda yuan: f"{yuan:.2f}",
    number_format="#,##0.00",
    align_right=True,
)
DATE: Kind[date] = Kind(
    "date", parse_date, format=format_date, plain=date.isoformat, number_format="yyyy-mm-dd"
)
PARTIAL_DATE: Kind[PartialDate] = Kind("date", parse_partial_date, format=format_partial_date)
COUNT: Kind[int] = Kind("count", parse_count, plain=int, number_format="0", align_right=True)
YES_NO: Kind[bool] = Kind(
    "choice",
    parse_yes_no,
    format=lambda yes: "是" if yes else "否",
    plain=bool,
    options=("是", "否"),
)
SCORE: Kind[Decimal] = Kind("score", _score, format=_shown_score, plain=str, align_right=True)
"""得分, 0 to 100, kept and shown unrounded: 89.995 is 良, and 90.00 beside it would mislead."""
NUMBER: Kind[Decimal] = Kind(
    "score",
    _number,
    format=lambda number: f"{number.normalize():f}",
    plain=lambda number: f"{number.normalize():f}",
    number_format="General",
    align_right=True,
)
"""分值、目标值、实际值: any number, exact to four decimals."""
LINK: Kind[Any] = Kind("link", one_line, order=str)
"""Another record, written as what people call it; whoever reads it must look it up."""

KIND_OF: dict[type, Kind[Any]] = {
    str: TEXT,
    Decimal: MONEY,
    date: DATE,
    PartialDate: PARTIAL_DATE,
    int: COUNT,
    bool: YES_NO,
}
"""The kind that a field has when it names none, by the type of its annotation."""
