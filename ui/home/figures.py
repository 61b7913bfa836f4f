"""What the first page counts and lists; read in a worker."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from qyclient.contracts.models import Contract, Verdict
from qyclient.office.services.todo import TodoList, todo
from qyclient.organizations.models import Intake, Matter, Organization
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
    verdicts: int
    due_count: int
    due: Sequence[Any]
    newest: Sequence[Any]
    intakes: Sequence[Any]
    promises: Sequence[Any]
    years: Mapping[int, int]
    months: Mapping[str, int]
    towns: Mapping[str | None, int]
    handled: Mapping[str, int]
    todo: TodoList
    today: date


def due_filters(workspace: Workspace) -> tuple[Filter, ...]:
    """Return what keeps the bodies in being whose certificate runs out within three months."""
    last = workspace.today + SOON
    active = Filter("status", among=(OrgStatus.ACTIVE.value,))
    return (active, Filter("certificate_valid_to", most=last.isoformat()))


def figures(workspace: Workspace) -> Figures:
    """Read everything the first page shows."""
    due = View(order="certificate_valid_to", filters=due_filters(workspace))
    days = _founded(workspace)
    return Figures(
        types=workspace.counts_by(Organization, View(filters=(EXISTING,)), "org_type"),
        statuses=workspace.counts_by(Organization, View(), "status"),
        contracts=workspace.counts_by(Contract, View(), "status"),
        verdicts=workspace.count(Verdict, View()),
        due_count=workspace.count(Organization, due),
        due=workspace.page(Organization, due, 0, _LISTED),
        newest=workspace.page(Organization, View(), 0, _LISTED),
        intakes=workspace.page(Intake, View(), 0, 3),
        promises=workspace.read(promises),
        years={int(year): many for year, many in _by(days, 4).items()},
        months=_by(days, 7),
        towns=workspace.counts_by(Organization, View(filters=(EXISTING,)), "town"),
        handled={
            label: workspace.count(Matter, View(filters=filters))
            for label, filters in of_this_year(workspace.today).items()
        },
        todo=workspace.read(todo),
        today=workspace.today,
    )


def of_this_year(today: date) -> Mapping[str, tuple[Filter, ...]]:
    """Return how this year's matters are told apart: decided in time or late, open or overdue."""
    yesterday = (today - timedelta(days=1)).isoformat()
    decided = Filter("decided_on", least=f"{today.year}-01-01")
    running = (Filter("closed_on", empty=True), Filter("in_time", empty=True))
    return {
        "按期决定": (decided, Filter("in_time", among=("是",))),
        "逾期决定": (decided, Filter("in_time", among=("否",))),
        "在办，未超期": (*running, Filter("due_on", least=today.isoformat())),
        "在办，已超期": (*running, Filter("due_on", most=yesterday)),
    }


def _founded(workspace: Workspace) -> Mapping[str, int]:
    """Return how many existing bodies were registered on each day, month or year that is known."""
    existing = View(filters=(EXISTING,))
    found = workspace.counts_by(Organization, existing, "established_on")
    return {str(day): many for day, many in found.items() if day and day.earliest}


def _by(days: Mapping[str, int], length: int) -> Mapping[str, int]:
    """Return how many there are in each year (4) or month (7)."""
    found: Counter[str] = Counter()
    for day, many in days.items():
        if len(day) >= length:
            found[day[:length]] += many
    return found
