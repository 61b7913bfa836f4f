"""What the first page counts and lists; read in a worker."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from qyclient.contracts.models import Contract
from qyclient.evaluations.models import Evaluation
from qyclient.organizations.models import Intake, Organization
from qyclient.organizations.rules.lists import ENDED, OrgStatus, OrgType
from qyclient.organizations.services.notes import promises
from qyclient.records.view import Filter, View
from qyclient.workspace import Workspace

_LISTED = 8
SOON = timedelta(days=90)
EXISTING = Filter("status", among=tuple(s.value for s in OrgStatus if s not in ENDED))
"""The bodies that exist in law."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many bodies and contracts there are of each sort, and what is due and new."""

    types: Mapping[OrgType, int]
    statuses: Mapping[OrgStatus, int]
    contracts: Mapping[str, int]
    evaluations: int
    due_count: int
    due: Sequence[Any]
    newest: Sequence[Any]
    intakes: Sequence[Any]
    promises: Sequence[Any]
    years: Mapping[int, int]


def due_filters(workspace: Workspace) -> tuple[Filter, ...]:
    """Return what keeps the bodies in being whose certificate runs out within three months."""
    last = workspace.today + SOON
    active = Filter("status", among=(OrgStatus.ACTIVE.value,))
    return (active, Filter("certificate_valid_to", most=last.isoformat()))


def figures(workspace: Workspace) -> Figures:
    """Read everything the first page shows."""
    due = View(order="certificate_valid_to", filters=due_filters(workspace))
    return Figures(
        types=workspace.counts_by(Organization, View(filters=(EXISTING,)), "org_type"),
        statuses=workspace.counts_by(Organization, View(), "status"),
        contracts=workspace.counts_by(Contract, View(), "status"),
        evaluations=workspace.count(Evaluation, View()),
        due_count=workspace.count(Organization, due),
        due=workspace.page(Organization, due, 0, _LISTED),
        newest=workspace.page(Organization, View(), 0, _LISTED),
        intakes=workspace.page(Intake, View(), 0, 3),
        promises=workspace.read(promises),
        years=_years(workspace),
    )


def _years(workspace: Workspace) -> dict[int, int]:
    """Return how many existing bodies were registered in each year."""
    existing = View(filters=(EXISTING,))
    found: Counter[int] = Counter()
    for day, many in workspace.counts_by(Organization, existing, "established_on").items():
        if day is not None and day.earliest is not None:
            found[day.earliest.year] += many
    return dict(found)
