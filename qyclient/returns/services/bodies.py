"""Whom R2 counts: the bodies at both ends of a period, and who came and went between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.office.services import office_of
from qyclient.organizations.models import CreditListing, LegalChange, Organization
from qyclient.organizations.rules.lists import ENDED, CreditList, OrgStatus, OrgType
from qyclient.organizations.services.by_law import registered_on
from qyclient.organizations.services.figures import newest_figures
from qyclient.records.base import column_of
from qyclient.returns.rules.figures import Line, Lines
from qyclient.returns.rules.periods import Period
from qyclient.store.listing import standing

_NOT = ENDED | {OrgStatus.REGISTERING}
_PLAIN = (
    "org_type", "industry", "status", "is_charity", "is_hub", "org_grade", "town",
    "has_party_organization",
)  # fmt: skip
_INCOMES = ("income", "operating_income")
_COSTS = ("costs", "expenditure", "operating_cost")
"""By each accounting rule one of these is filled: 事业、企业；民间非营利、事业、企业."""

_PARTY = 3
_CERTIFIED = ("assistant_social_workers", "social_workers")


def bodies(session: Session, period: Period) -> Lines:
    """Return who was registered before and at the end of a period, who was founded, who left.

    A body filed with a town is not registered here (社区社会组织 are counted elsewhere).
    """
    eve = period.first - timedelta(days=1)
    moved = _moves(session)
    before = _here(registered_on(session, eve), moved, eve)
    after = _here(registered_on(session, period.last), moved, period.last)
    facts = _facts(session, {**before, **after}.values(), period.last)
    start, end = (
        {key: _line(body, facts[key]) for key, body in some.items()} for some in (before, after)
    )
    gone = registered_on(session, period.last)
    left = {one.id: one.status for one in gone if one.id in start and one.id not in end}
    came = {key: line for key, line in end.items() if key not in start}
    return {
        "start": [*start.values()],
        "end": [*end.values()],
        "new": [one for key, one in came.items() if not _moved(moved, key, period, into=True)],
        "moved_in": [one for key, one in came.items() if _moved(moved, key, period, into=True)],
        "ended": [_gone(start[key], status) for key, status in left.items() if status in ENDED],
        "moved_out": [start[key] for key, status in left.items() if status not in ENDED],
    }


def _here(
    found: Iterable[Any], moved: Mapping[UUID, list[tuple[date, bool]]], day: date
) -> dict[UUID, Any]:
    """Return the bodies that stand under this office on a day."""
    return {
        one.id: one
        for one in found
        if one.status not in _NOT
        and one.org_type is not OrgType.COMMUNITY_FILED
        and not one.voided_because
        and _under_us(moved.get(one.id, []), day)
    }


def _under_us(moves: Sequence[tuple[date, bool]], day: date) -> bool:
    past = [into for moved_on, into in moves if moved_on <= day]
    if past:
        return past[-1]
    return not moves or not moves[0][1]


def _moves(session: Session) -> dict[UUID, list[tuple[date, bool]]]:
    """Return when bodies came under this office from another, or went to one (登记管理机关变更)."""
    name = office_of(session).name
    owner = column_of(LegalChange, "organization")
    mine = (LegalChange.item == "registration_authority") & standing(LegalChange)
    found: dict[UUID, list[tuple[date, bool]]] = {}
    query = select(owner, LegalChange.before, LegalChange.after, LegalChange.effective_on)
    for key, before, after, day in session.execute(query.where(mine)):
        if before and after and name in {before, after} and day.earliest:
            found.setdefault(key, []).append((day.earliest, after == name))
    return {key: sorted(moves) for key, moves in found.items()}


def _moved(
    moved: Mapping[UUID, list[tuple[date, bool]]], key: UUID, period: Period, *, into: bool
) -> bool:
    return any(
        way is into and period.first <= day <= period.last for day, way in moved.get(key, ())
    )


def _facts(session: Session, found: Iterable[Any], day: date) -> dict[UUID, dict[str, Any]]:
    whole = [*found]
    figures = newest_figures(session, whole, day.year)
    listed = {each: _listed(session, each, day) for each in CreditList}
    return {
        body.id: {
            "staff": body.staff,
            "women": body.women,
            "party_members": figures[body.id]["party_members"],
            "certified": _sum(figures[body.id], _CERTIFIED),
            "fixed_assets": figures[body.id]["fixed_assets"],
            "income": _first(figures[body.id], _INCOMES),
            "costs": _first(figures[body.id], _COSTS),
            "should_have_party": _should(body, figures[body.id]["party_members"]),
            "branches": figures[body.id]["branches"],
            "has_branches": bool(figures[body.id]["branches"]),
            "abnormal": body.id in listed[CreditList.ABNORMAL],
            "serious": body.id in listed[CreditList.SERIOUS],
        }
        for body in whole
    }


def _line(body: Any, facts: Mapping[str, Any]) -> Line:
    plain = {key: _value(getattr(body, key)) for key in _PLAIN}
    return Line(Organization.__tablename__, str(body.id), body.name, {**plain, **facts})


def _gone(line: Line, status: OrgStatus) -> Line:
    return Line(line.noun, line.key, line.name, {**line.facts, "status": status.value})


def _value(value: Any) -> Any:
    return value if value is None or isinstance(value, bool) else str(value)


def _should(body: Any, members: int | None) -> bool:
    """Say whether a body has members enough for a party organization, and has none."""
    return (members or 0) >= _PARTY and not body.has_party_organization


def _first(figures: Mapping[str, Any], keys: Sequence[str]) -> Any:
    return next((figures[key] for key in keys if figures[key] is not None), None)


def _sum(figures: Mapping[str, Any], keys: Sequence[str]) -> Any:
    known = [figures[key] for key in keys if figures[key] is not None]
    return sum(known) if known else None


def _listed(session: Session, on_list: CreditList, day: date) -> set[UUID]:
    on = (CreditListing.on_list == on_list) & (CreditListing.since <= day)
    still = CreditListing.until.is_(None) | (CreditListing.until > day)
    return {*_keys(session, on & still)}


def _keys(session: Session, condition: Any) -> Iterator[UUID]:
    yield from session.scalars(select(column_of(CreditListing, "organization")).where(condition))
