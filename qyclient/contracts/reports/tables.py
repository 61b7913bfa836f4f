"""R10, R11 and R13: what was bought, what was transferred, who is qualified (DOMAIN 7.6)."""

from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from qyclient.contracts.models import Contract, DirectoryEntry, FunctionItem
from qyclient.contracts.reports.bought import Bought
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column, of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.money import in_ten_thousand

_MONEY = "0.000000"


def _numbered() -> Column:
    rows = count(1)
    return Column(("序号",), lambda _record: next(rows), "0", 6)


def _purchases(path: Path, records: Iterable[Any], heading: Heading) -> None:
    write_table(path, Table(_R10, _bought(), unit="万元", notes=_NOTES), records, heading)


def _bought() -> list[Column]:
    own = [_own(key) for key in ("purchaser", "title", "service_kind")]
    levels = [_level(n, title) for n, title in enumerate(("目录一级", "目录二级", "目录三级"))]
    return [
        _numbered(),
        *own,
        *levels,
        _own("method"),
        Column(("承接主体",), lambda b: _of_row(b).party, width=28),
        Column(("统一社会信用代码",), lambda b: _of_row(b).code, width=22),
        Column(("组织类型",), lambda b: _of_row(b).sort, width=16),
        Column(("评估等级",), lambda b: _of_row(b).org_grade),
        *(_own(key) for key in ("contract_no", "signed_on", "start_on", "end_on")),
        *(_sum(title, key) for title, key in _SUMS),
        Column(("支付率（%）",), lambda b: _of_row(b).rate, "0.00", 10, right=True),
        Column(("受益人次",), lambda b: _of_row(b).beneficiaries, "0", 10, right=True),
        Column(("评价得分",), lambda b: _of_row(b).score),
        Column(("评价等级",), lambda b: _of_row(b).grade),
        Column(("备注",), lambda b: _of_row(b).contract.remark),
    ]


_SUMS = (
    ("预算金额（万元）", "budget"),
    ("合同金额（万元）", "amount"),
    ("本期支付（万元）", "paid_now"),
    ("累计支付（万元）", "paid"),
)


def _of_row(row: Any) -> Bought:
    """Return the line of R10 that a row is, or that a list worked out beside its record."""
    return row if isinstance(row, Bought) else row.bought


def _level(number: int, title: str) -> Column:
    return Column((title,), lambda row: _of_row(row).levels[number], width=16)


def _own(key: str) -> Column:
    shown = of_field(field_of(Contract, key), masked=True)
    return Column(
        shown.heading,
        lambda row: shown.value(_of_row(row).contract),
        shown.number_format,
        shown.width,
        right=shown.right,
    )


def _sum(title: str, key: str) -> Column:
    def value(row: Any) -> Any:
        amount = getattr(_of_row(row), key)
        return None if amount is None else in_ten_thousand(amount)

    return Column((title,), value, _MONEY, 14, right=True)


def _transfers(path: Path, items: Iterable[FunctionItem], heading: Heading) -> None:
    keys = (
        "number", "department", "name", "basis", "mode", "recipient", "agreed_on", "deadline",
        "supervision", "status", "remark",
    )  # fmt: skip
    write_table(path, Table(_R11, [_numbered(), *_of(FunctionItem, keys)]), items, heading)


def _directory(path: Path, entries: Iterable[DirectoryEntry], heading: Heading) -> None:
    own = _of(DirectoryEntry, ("number", "organization"))
    body = (
        Column(("统一社会信用代码",), lambda e: e.organization.uscc, width=22),
        Column(("类型",), lambda e: e.organization.org_type.label, width=16),
        Column(("等级",), lambda e: e.organization.org_grade and e.organization.org_grade.label),
    )
    rest = _of(DirectoryEntry, ("listed_on", "valid_to", "service_field", "contact", "status"))
    write_table(path, Table(_R13, [_numbered(), *own, *body, *rest]), entries, heading)


def _of(noun: Any, keys: Sequence[str]) -> list[Column]:
    fields: list[Field] = [field_of(noun, key) for key in keys]
    return [of_field(field, masked=True) for field in fields]


_R10 = "政府购买社会组织服务情况统计表"
_R11 = "政府职能转移情况表"
_R13 = "具备承接资质的社会组织目录名册"
_NOTES = (
    "本期支付为截至日期所在年度的支付，累计支付已减去退款；支付率=累计支付÷合同金额。",
    "评价得分和等级取末期评价，没有末期的取中期，以经确认的结论为准。",
)

TABLES: Sequence[Report] = (
    Report("purchases", _R10, ".xlsx", Contract, _purchases),
    Report("transfers", _R11, ".xlsx", FunctionItem, _transfers, "number"),
    Report("directory", _R13, ".xlsx", DirectoryEntry, _directory, "number"),
)
