"""名册 and 台账: the register of bodies as sheets."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from qyclient.organizations.models import Organization, YearFigures
from qyclient.organizations.rules.lists import OrgType
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.forms import form
from qyclient.paper.sheets.table import write_table
from qyclient.records.base import fields_of
from qyclient.records.field import Field
from qyclient.records.kinds import DATE

_ORDER = "org_type"


def _roster(path: Path, organizations: Iterable[Organization], heading: Heading) -> None:
    write_table(path, form("roster", fields_of(Organization)), organizations, heading)


_REVIEWED = Field("reviewed_on", "年检时间", DATE, required=False)
_LEDGER = (
    *fields_of(Organization),
    *(f for f in fields_of(YearFigures) if f.target is None and f.key != "year"),
    _REVIEWED,
)
"""What a ledger may show: a body, and the figures of its newest year (`newest_figures`)."""


def _ledger(
    sort: OrgType, path: Path, organizations: Iterable[Organization], heading: Heading
) -> None:
    table = form("ledger", _LEDGER, sort.value)
    write_table(path, table, (o for o in organizations if o.org_type is sort), heading)


def _ledger_report(key: str, sort: OrgType) -> Report:
    table = form("ledger", _LEDGER, sort.value)
    write, own = partial(_ledger, sort), table.personal
    return Report(key, table.title, ".xlsx", Organization, write, _ORDER, own, statutory=True)


def _roster_report() -> Report:
    table = form("roster", fields_of(Organization))
    own = table.personal
    return Report(
        "roster", table.title, ".xlsx", Organization, _roster, _ORDER, own, statutory=True
    )


REGISTERS: Sequence[Report] = (
    _roster_report(),
    _ledger_report("ledger-s", OrgType.SOCIAL_GROUP),
    _ledger_report("ledger-m", OrgType.PRIVATE_NON_ENTERPRISE),
    _ledger_report("ledger-j", OrgType.FOUNDATION),
)
