"""What a rule of the office's own may say: values by their unit, and days that do not overlap."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from qyclient.office.rules.dated import FOREVER
from qyclient.office.rules.limits import EVERY
from qyclient.records.choices import Choice

_DAY_OF_YEAR = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_MONEY, _DAY, _SHARE = "元", "月日", "%"
_WHOLE = 100


class Subject(Choice):
    """适用: which sort of body a rule speaks of."""

    EVERY = EVERY, "不分种类", ()
    GROUP = "S", "社会团体", ()
    UNIT = "M", "民办非企业单位", ("社会服务机构",)
    FOUNDATION = "J", "基金会", ()
    CONTRACT = "C", "政府购买服务合同", ()


class Severity(Choice):
    """轻重: whether what breaks a rule is refused, or only told."""

    ERROR = "error", "不予通过", ()
    WARN = "warn", "提醒", ()
    INFO = "info", "参考", ()


class Evidence(Choice):
    """核实: whether the rule was read in the document itself."""

    CHECKED = "verified", "已核对原文", ()
    UNCHECKED = "own: unsure", "待核实", ()


def value_problem(value: str | None, unit: str | None) -> str:
    """Return what is wrong with a value in its unit; nothing if it fits."""
    if not value or not unit:
        return "" if not value and not unit else "数值和单位要么都填，要么都留空"
    if unit == _DAY:
        return "" if _DAY_OF_YEAR.fullmatch(value) else "应写成月-日，如 05-31"
    try:
        number = Decimal(value)
    except InvalidOperation:
        return f"应为数字，单位是{unit}"
    if number < 0 or (unit == _SHARE and number > _WHOLE):
        return "数值超出范围"
    return "" if unit == _MONEY or number == number.to_integral_value() else "应为整数"


def overlaps(since: date, until: date | None, others: Sequence[tuple[date, date | None]]) -> bool:
    """Say whether a rule would hold on days on which another of its own kind holds."""
    last = until or FOREVER
    return any(since <= (end or FOREVER) and begin <= last for begin, end in others)


def as_shipped(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a rule of the office's own written as the shipped ones are."""
    return {
        "rule": values["rule"],
        "org_type": values["org_type"].value,
        "value": values["value"] or "",
        "unit": values["unit"] or "",
        "severity": values["severity"].value,
        "citation": values["citation"],
        "from": values["valid_from"].isoformat(),
        "to": values["valid_to"].isoformat() if values["valid_to"] else None,
        "source": values["source"],
        "evidence": values["evidence"].value,
        "own": True,
    }
