"""待办: every subject declares what it has to do; here it becomes one list, worst first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.office.rules.roles import Role
from qyclient.office.rules.todo import Desk, Side, Todo, of_side, worst_first
from qyclient.office.services.people import able_to, mine, my_roles
from qyclient.records.base import Base
from qyclient.store.listing import linked

Dues = Callable[[Session], Iterable[Todo]]
_DECLARED: dict[str, Dues] = {}


def dues_of(sort: str) -> Callable[[Dues], Dues]:
    """Declare a query that says what of one sort is to be done, as of the day of its session."""

    def declared(query: Dues) -> Dues:
        _DECLARED[sort] = query
        return query

    return declared


@dataclass(frozen=True, slots=True)
class TodoList:
    """What is to be done as of a day, worst first, and who looks at it."""

    all: list[Todo]
    desk: Desk
    today: date

    def side(self, side: Side) -> list[Todo]:
        """Return what one looks at."""
        return of_side(self.all, side, self.desk, self.today)


def sorts() -> tuple[str, ...]:
    """Return the sorts that were declared, in the order of the subjects."""
    return tuple(_DECLARED)


def todo(session: Session, on: date | None = None) -> TodoList:
    """Return what is to be done as of a day, today if none is given."""
    real = session.info["today"]
    day = session.info["today"] = on or real  # what each subject asks is asked of that day
    try:
        found = worst_first((one for ask in _DECLARED.values() for one in ask(session)), day)
        return TodoList(found, desk_of(session), day)
    finally:
        session.info["today"] = real


def desk_of(session: Session) -> Desk:
    """Return whose work is on the desk: one's own, and that of whom one stands in for."""
    holders = {role: frozenset(able_to(session, role)) for role in Role}
    return Desk(frozenset(mine(session)), my_roles(session), holders)


def record_of(session: Session, one: Todo) -> Base:
    """Return the record something is done on."""
    noun: type[Base] = one.noun
    record = session.scalar(linked(noun).where(noun.id == one.key))
    if record is None:
        raise Refused(f"“{one.subject}”的记录已经不在了；请刷新待办。")
    return record
