"""What is printed and sent of purchased services."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qyclient.contracts.models import Contract
from qyclient.contracts.reports.network import NETWORK
from qyclient.contracts.reports.planned import PLANNED
from qyclient.contracts.reports.tables import TABLES
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.lists import write_list
from qyclient.records.base import fields_of

_TITLE = "购买服务合同台账"


def _contracts(path: Path, contracts: Iterable[Contract], heading: Heading) -> None:
    write_list(path, _TITLE, fields_of(Contract), contracts, heading)


REPORTS: Sequence[Report] = (
    Report("contracts", _TITLE, ".xlsx", Contract, _contracts),
    *TABLES,
    PLANNED,
    NETWORK,
)

__all__ = ["REPORTS"]
