"""What is printed and sent of purchased services."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qyclient.contracts.models import Contract
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.lists import write_list
from qyclient.records.base import fields_of


def _contracts(path: Path, contracts: Iterable[Contract], heading: Heading) -> None:
    write_list(path, "购买服务合同台账", fields_of(Contract), contracts, heading)


REPORTS: Sequence[Report] = (
    Report("contracts", "购买服务合同台账", ".xlsx", Contract, _contracts),
)
