"""What is printed and sent of purchased services."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qyclient.contracts.models import Contract, Verdict
from qyclient.contracts.reports.network import NETWORK
from qyclient.contracts.reports.planned import PLANNED
from qyclient.contracts.reports.tables import TABLES
from qyclient.contracts.rules.payable import grade_with_rule
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.columns import Column, of_field
from qyclient.paper.sheets.lists import write_list
from qyclient.paper.sheets.table import Table, write_table
from qyclient.records.base import fields_of

_TITLE, _VERDICTS = "购买服务合同台账", "评价结论表"


def _contracts(path: Path, contracts: Iterable[Contract], heading: Heading) -> None:
    write_list(path, _TITLE, fields_of(Contract), contracts, heading)


def _verdicts(path: Path, verdicts: Iterable[Verdict], heading: Heading) -> None:
    columns = [of_field(field, masked=not heading.purpose) for field in fields_of(Verdict)]
    banded = Column(("等级界限",), lambda v: grade_with_rule(v.score, v.given_on))
    write_table(path, Table(_VERDICTS, [*columns, banded], signed=False), verdicts, heading)


REPORTS: Sequence[Report] = (
    Report("contracts", _TITLE, ".xlsx", Contract, _contracts),
    Report("verdicts", _VERDICTS, ".xlsx", Verdict, _verdicts),
    *TABLES,
    PLANNED,
    NETWORK,
)

__all__ = ["REPORTS"]
