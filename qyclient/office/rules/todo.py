"""待办: what is to be done by when, for whom it waits, and what of it is how urgent."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from qyclient.office.rules.clock import DAYS, count_of, said_of
from qyclient.office.rules.roles import Role
from qyclient.office.rules.workdays import Calendar
from qyclient.records.choices import Choice

AHEAD = timedelta(days=90)
"""How long before its day something that merely runs out is told of."""

_CALENDAR = Calendar()
_NO_DAY = date.max


class Side(Choice):
    """看哪些: all of it, or what waits for me, for somebody outside, or should be done already."""

    ALL = "ALL", "全部", ()
    MINE = "MINE", "待我办", ()
    THEIRS = "THEIRS", "等对方", ()
    OVERDUE = "OVERDUE", "已超期", ()


@dataclass(frozen=True, slots=True)
class Todo:
    """待办: one thing a subject says is to be done, and the record it is done on.

    `noun` and `key` say which record opens; `theirs` that the office waits for somebody else;
    `owner` who answers for it, `role` whose work the next step is: whoever holds the role, where
    the owner does not. Without either it is everybody's. `due_on` is None where no clock runs;
    `unit` is what its clock counts in; `reminds` that the day is the other side's, and what waits
    for us is to remind it.
    """

    sort: str
    what: str
    subject: str
    noun: type[Any]
    key: UUID
    due_on: date | None = None
    theirs: bool = False
    owner: str = ""
    role: Role | None = None
    unit: str = DAYS
    reminds: bool = False

    def overdue(self, today: date) -> bool:
        """Say whether its day is over."""
        return self.due_on is not None and self.due_on < today

    def left(self, today: date) -> str:
        """Return how much time is left as the desk says it; nothing where no clock runs."""
        return said_of(self.due_on, today, _CALENDAR, self.unit) if self.due_on else ""

    def count(self, today: date) -> str:
        """Return how much time is left without the day, for a list that shows it."""
        return count_of(self.due_on, today, _CALENDAR, self.unit) if self.due_on else ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who looks: whose work is on his desk today, whose he stands in for included.

    `names` are those whose work it is, `roles` what he may do, `holders` who holds each role.
    """

    names: Collection[str]
    roles: Collection[Role]
    holders: Mapping[Role, Collection[str]]

    def waits_for(self, todo: Todo) -> bool:
        """Say whether something waits for who sits here."""
        if todo.theirs:
            return False
        if todo.owner in self.names:
            return True
        if todo.role is None:
            return not todo.owner
        taken = todo.owner in self.holders.get(todo.role, ())
        return todo.role in self.roles and not taken


def worst_first(found: Iterable[Todo], today: date) -> list[Todo]:
    """Return it with the worst first: where we are late, where others are, then by the day.

    What has no day stands at the end.
    """

    def how_bad(one: Todo) -> tuple[int, date, str, str]:
        late = one.overdue(today)
        rank = 2 if not late else int(one.theirs or one.reminds)
        return rank, one.due_on or _NO_DAY, one.sort, one.subject

    return sorted(found, key=how_bad)


def of_side(found: Iterable[Todo], side: Side, desk: Desk, today: date) -> list[Todo]:
    """Return what one looks at, in the order it is given."""
    match side:
        case Side.MINE:
            return [one for one in found if desk.waits_for(one)]
        case Side.THEIRS:
            return [one for one in found if one.theirs]
        case Side.OVERDUE:
            return [one for one in found if one.overdue(today)]
        case _:
            return [*found]
