"""分期付款和年末待办表: what each instalment still has to be paid, and what it waits for."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qyclient.contracts.models import Instalment
from qyclient.contracts.rules.money import Due
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column, of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records.base import field_of

_TITLE = "分期付款和年末待办表"
_YUAN = "#,##0.00"


@dataclass(frozen=True, slots=True)
class PlannedPayment:
    """An instalment with its contract, what became of its money, and what stands before it."""

    part: Instalment
    title: str
    party: str
    money: Due
    now: str


def write_planned(path: Path, lines: Iterable[Any], heading: Heading) -> None:
    """Write a row for each instalment."""
    notes = ("未付=金额-核减-已付；“现在”写明等待什么，或按评价和扣款应付的算法。",)
    write_table(path, Table(_TITLE, _columns(), unit="元", notes=notes), lines, heading)


def _columns() -> list[Column]:
    return [
        _own("contract"),
        Column(("项目名称",), lambda row: _of_row(row).title, width=28),
        Column(("承接主体",), lambda row: _of_row(row).party, width=28),
        *(_own(key) for key in ("year", "line", "number", "amount", "waits_for", "due_on")),
        Column(("已付",), lambda row: _of_row(row).money.paid, _YUAN, 14, right=True),
        Column(("未付",), lambda row: _of_row(row).money.unpaid, _YUAN, 14, right=True),
        Column(("现在",), lambda row: _of_row(row).now, width=40),
        _own("milestone"),
    ]


def _of_row(row: Any) -> PlannedPayment:
    """Return the line that a row is, or that a list worked out beside its record."""
    return row if isinstance(row, PlannedPayment) else row.planned


def _own(key: str) -> Column:
    shown = of_field(field_of(Instalment, key), masked=True)
    return Column(
        shown.heading,
        lambda row: shown.value(_of_row(row).part),
        shown.number_format,
        shown.width,
        right=shown.right,
    )


PLANNED = Report("instalments", _TITLE, ".xlsx", Instalment, write_planned)
