"""待办: what the desk must do about its matters, worst first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from qyclient.organizations.models import Matter
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.store.listing import linked

_WAITING = tuple(
    {state.key for kind in kinds().values() for state in kind.flow.states.values() if state.waiting}
)


@dataclass(frozen=True, slots=True)
class Load:
    """How many open matters there are, are overdue, and wait for somebody else."""

    open: int
    overdue: int
    waiting: int


def due_matters(session: Session, on: date, many: int | None = None) -> Sequence[Matter]:
    """Return the open matters with a clock as of a day: the longest overdue first."""
    query = linked(Matter).where(_open_on(on), Matter.due_on.is_not(None))
    return session.scalars(query.order_by(Matter.due_on, Matter.id).limit(many)).all()


def load(session: Session, on: date) -> Load:
    """Return how much there is to do."""
    return Load(
        _number(session, _open_on(on)),
        _number(session, _open_on(on), Matter.due_on < on),
        _number(session, _open_on(on), Matter.state.in_(_WAITING)),
    )


def _open_on(on: date) -> ColumnElement[bool]:
    return Matter.closed_on.is_(None) & (Matter.filed_on <= on)


def _number(session: Session, *narrowed: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(Matter).where(*narrowed)) or 0
