"""What the first page tells of how bodies stand: each number with the room and list behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from qyclient.organizations.rules.lists import CreditList
from qyclient.organizations.rules.reminders import DueSort
from qyclient.organizations.services.credit import counts as credit_counts
from qyclient.organizations.services.credit import from_clocks
from qyclient.organizations.services.expiries import due_counts
from qyclient.organizations.services.season import season
from qyclient.organizations.services.season_lists import LISTS, numbers

_OF_SEASON = ("due", "reviewed", "accepted", "returned", "late", "again")


@dataclass(frozen=True, slots=True)
class Counted:
    """One number: what it counts, the room that lists it, what the room is asked to show.

    `late` says that something is overdue, so that it is shown louder.
    """

    label: str
    many: int
    room: str
    action: str
    late: bool = False


def standing_counts(session: Session) -> Sequence[Counted]:
    """Return the numbers of the season, the lists and of what runs out; nothing that is none."""
    every = (*_season(session), *_credit(session), *_dues(session))
    return [one for one in every if one.many]


def _season(session: Session) -> Iterator[Counted]:
    year = session.info["today"].year - 1
    found = numbers(season(session, year))
    for key in _OF_SEASON:
        label = f"{year}年度年报{LISTS[key].label}"
        yield Counted(label, found[key], "年报", key, late=key in {"late", "again"})


def _credit(session: Session) -> Iterator[Counted]:
    for on_list, many in credit_counts(session).items():
        yield Counted(f"在{on_list.label}", many, "信用", "", late=on_list is CreditList.SERIOUS)
    yield Counted("列入异常名录满两年", len(from_clocks(session)), "信用", "propose", late=True)


def _dues(session: Session) -> Iterator[Counted]:
    for sort, found in due_counts(session).items():
        if sort is not DueSort.REPORT:
            yield Counted(f"{sort.label}已过期", found["overdue"], "到期", sort.value, late=True)
        yield Counted(f"{sort.label}待提醒", found["to_remind"], "到期", sort.value)
