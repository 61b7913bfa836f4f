"""名册 and 台账: the register of bodies as sheets."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgType
from qyclient.paper.report import Heading, Report
from qyclient.paper.sheets.forms import form
from qyclient.paper.sheets.table import write_table
from qyclient.records.base import fields_of

_ORDER = "org_type"


def _roster(path: Path, organizations: Iterable[Organization], heading: Heading) -> None:
    write_table(path, form("roster", fields_of(Organization)), organizations, heading)


def _ledger(
    sort: OrgType, path: Path, organizations: Iterable[Organization], heading: Heading
) -> None:
    table = form("ledger", fields_of(Organization), sort.value)
    write_table(path, table, (o for o in organizations if o.org_type is sort), heading)


def _ledger_report(key: str, sort: OrgType) -> Report:
    table = form("ledger", fields_of(Organization), sort.value)
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
