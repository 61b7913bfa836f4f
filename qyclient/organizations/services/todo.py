"""待办 of the register: matters in hand, promises, names that are kept."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.office.rules.clock import DAYS
from qyclient.office.rules.limits import limit
from qyclient.office.rules.roles import Role
from qyclient.office.rules.todo import AHEAD, Todo
from qyclient.office.services.todo import dues_of
from qyclient.organizations.models import Contact, Matter, Organization, ReservedName
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.records.base import column_of


@dues_of("办件")
def matters_in_hand(session: Session) -> Iterator[Todo]:
    """Yield every open matter: what its next step is, and until when."""
    today: date = session.info["today"]
    query = select(
        Matter.id, Matter.number, Matter.kind, Matter.subject, Matter.state, Matter.due_on,
        Matter.responsible,
    ).where(Matter.closed_on.is_(None), Matter.filed_on <= today)  # fmt: skip
    steps: dict[tuple[str, str], _Step] = {}
    for key, number, kind, subject, state, due_on, responsible in session.execute(query):
        step = steps.get((kind, state)) or _Step(kind, state, today)
        steps[kind, state] = step
        yield Todo(
            "办件", f"{step.told}　{number}", subject, Matter, key, due_on,
            step.waits, responsible, step.role, step.unit,
        )  # fmt: skip


@dues_of("承诺事项")
def promised(session: Session) -> Iterator[Todo]:
    """Yield what callers were promised and is not kept; the body it was promised to opens."""
    query = (
        select(Organization.id, Contact.promise, Contact.due_on, Organization.name)
        .join(Organization, column_of(Contact, "organization") == Organization.id)
        .where(Contact.promise.is_not(None), Contact.kept_on.is_(None))
    )
    for key, promise, due_on, name in session.execute(query):
        yield Todo("承诺事项", promise or "", name, Organization, key, due_on)


@dues_of("名称保留")
def kept_names(session: Session) -> Iterator[Todo]:
    """Yield the names whose time runs out and that no body bears yet; their matter opens."""
    today: date = session.info["today"]
    query = select(column_of(ReservedName, "matter"), ReservedName.name, ReservedName.until).where(
        column_of(ReservedName, "organization").is_(None),
        ReservedName.released_because.is_(None),
        ReservedName.until >= today,
        ReservedName.until <= today + AHEAD,
    )
    for key, name, until in session.execute(query):
        yield Todo("名称保留", "保留期满前应申请成立登记", name, Matter, key, until, theirs=True)


class _Step:
    """What stands to be done in one state of one sort of matter."""

    def __init__(self, kind: str, state: str, today: date) -> None:
        sort = kinds()[kind]
        at = sort.flow.states[state]
        usual = sort.flow.usual(state)
        self.waits = at.waiting
        self.role: Role | None = usual.role if usual else None
        self.told = f"{sort.label}：{at.label}，待{usual.label}" if usual else sort.label
        if at.waiting:
            self.told = f"{sort.label}：{at.label}"
        self.unit = _unit(sort.clock(at.clock), today) if at.clock else DAYS


def _unit(rule: str, today: date) -> str:
    try:
        return limit(rule, today).unit
    except KeyError:  # the law of that day knew no such limit
        return DAYS
