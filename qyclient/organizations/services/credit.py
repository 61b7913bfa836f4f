"""信用名单: who should be listed, who stands on which list until when; in bulk into matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import CreditListing, Matter, Organization
from qyclient.organizations.rules.credit import (
    REPORT,
    TWO_YEARS,
    ground,
    lifting,
    penalty_for,
    turning_day,
)
from qyclient.organizations.rules.lists import ENDED, CreditList
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.season import Line, season
from qyclient.progress import Progress
from qyclient.store.listing import linked, standing

_BODY_OF_LISTING = inspect(CreditListing).columns["organization_id"]
_BODY_OF_MATTER = inspect(Matter).columns["organization_id"]
INTO = {CreditList.ABNORMAL: "ABNORMAL_IN", CreditList.SERIOUS: "SERIOUS_IN"}
OUT_OF = {CreditList.ABNORMAL: "ABNORMAL_OUT", CreditList.SERIOUS: "SERIOUS_OUT"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """拟办: a matter that facts of the register call for; `why_not` says what is in the way."""

    body: UUID
    name: str
    kind: str
    ground: str
    why_not: str = ""

    @property
    def label(self) -> str:
        """Return what would be opened."""
        return kinds()[self.kind].label


def from_season(session: Session, year: int, only: Sequence[UUID] | None = None) -> list[Proposal]:
    """Return who should be listed, or have a case opened, because a year's report is not here."""
    today = session.info["today"]
    late = [line for line in season(session, year, only) if line.late and not line.row.received_on]
    on, under_way = listed(session), _under_way(session)
    found: list[Proposal] = []
    for line in late:
        why = ground(REPORT, today).text
        mine = on.get(line.key, {})
        why_not = _in_the_way(line.key, "ABNORMAL_IN", under_way) or _listed_already(mine)
        found.append(Proposal(line.key, line.row.name, "ABNORMAL_IN", _of_year(why, year), why_not))
        found.extend(_cases(line, today, under_way))
    return found


def from_clocks(session: Session) -> list[Proposal]:
    """Return whose time on the abnormal list is over, so that the worse list follows."""
    today, under_way = session.info["today"], _under_way(session)
    found = []
    for listing in standing_listings(session, CreditList.ABNORMAL):
        day = turning_day(CreditList.ABNORMAL, listing.since)
        body = listing.organization
        if day is not None and day <= today and body.status not in ENDED:
            why = f"{ground(TWO_YEARS, today).text}，{listing.since} 列入"
            why_not = _in_the_way(body.id, "SERIOUS_IN", under_way)
            found.append(Proposal(body.id, body.name, "SERIOUS_IN", why, why_not))
    return found


def standing_listings(
    session: Session, on_list: CreditList | None = None
) -> Sequence[CreditListing]:
    """Return who stands on a list today, or on either, the longest first."""
    query = linked(CreditListing).where(CreditListing.until.is_(None))
    if on_list is not None:
        query = query.where(CreditListing.on_list == on_list)
    return session.scalars(query.order_by(CreditListing.since, CreditListing.id)).all()


def listed(session: Session) -> Mapping[UUID, Mapping[CreditList, date]]:
    """Return since when each body stands on which lists."""
    rows = session.execute(
        select(_BODY_OF_LISTING, CreditListing.on_list, CreditListing.since).where(
            CreditListing.until.is_(None)
        )
    )
    found: dict[UUID, dict[CreditList, date]] = {}
    for body, on_list, since in rows:
        found.setdefault(body, {})[on_list] = since
    return found


def counts(session: Session) -> Mapping[CreditList, int]:
    """Return how many bodies stand on each list."""
    query = select(CreditListing.on_list, func.count()).where(CreditListing.until.is_(None))
    found = {row[0]: row[1] for row in session.execute(query.group_by(CreditListing.on_list))}
    return {on_list: found.get(on_list, 0) for on_list in CreditList}


def open_many(
    session: Session, kind: str, grounds: Mapping[UUID, str], progress: Progress
) -> list[Matter]:
    """Open a matter of one sort for each body, with its ground; all of them, or none."""
    if not grounds:
        raise Refused("请至少选择一个社会组织。")
    empty = [key for key, text in grounds.items() if not text.strip()]
    if empty:
        raise Invalid({"ground": "请填写事由"})
    bodies = select(Organization).where(Organization.id.in_([*grounds]), standing(Organization))
    under_way = _under_way(session)
    made = []
    for done, body in enumerate(session.scalars(bodies.order_by(Organization.name)).all()):
        progress.step(done, len(grounds), f"{kinds()[kind].label}：立办件")
        if why := _in_the_way(body.id, kind, under_way):
            raise Refused(f"没有立任何办件。{body.name}：{why}。")
        applied = {"ground": [grounds[body.id].strip()]}
        made.append(open_matter(session, kind, {}, applied, body))
    progress.step(len(grounds), len(grounds), "保存")
    return made


def lift_many(session: Session, listings: Sequence[UUID], progress: Progress) -> list[Matter]:
    """Open the matters that take listings off their list, by the usual ground of each list."""
    today = session.info["today"]
    chosen = session.scalars(linked(CreditListing).where(CreditListing.id.in_(listings))).all()
    gone = [one for one in chosen if one.until is not None]
    if gone:
        raise Refused(f"{gone[0].organization} 已在 {gone[0].until} 移出，不能再移出。")
    lists = {one.on_list for one in chosen}
    if len(lists) != 1:
        raise Refused("请只选择同一名单中的记录。")
    on_list = lists.pop()
    early = [one for one in chosen if not may_leave(one, today)]
    if early:
        until = turning_day(on_list, early[0].since)
        raise Refused(f"{early[0].organization} 自 {early[0].since} 列入，{until} 以后才能移出。")
    usual = lifting(on_list, today)
    grounds = {one.organization.id: usual for one in chosen}
    return open_many(session, OUT_OF[on_list], grounds, progress)


def may_leave(listing: CreditListing, today: date) -> bool:
    """Say whether a listing may be lifted: the serious list is for two years at least."""
    day = turning_day(listing.on_list, listing.since)
    return listing.on_list is CreditList.ABNORMAL or day is None or day <= today


def _cases(line: Line, today: date, under_way: Mapping[UUID, set[str]]) -> list[Proposal]:
    kind, why = penalty_for(line.missed, today)
    if not kind:
        return []
    return [Proposal(line.key, line.row.name, kind, why, _in_the_way(line.key, kind, under_way))]


def _under_way(session: Session) -> Mapping[UUID, set[str]]:
    """Return the sorts of matters that are open for each body."""
    query = select(_BODY_OF_MATTER, Matter.kind).where(
        Matter.closed_on.is_(None), _BODY_OF_MATTER.is_not(None), Matter.decided_on.is_(None)
    )
    found: dict[UUID, set[str]] = {}
    for body, kind in session.execute(query):
        found.setdefault(body, set()).add(kind)
    return found


def _in_the_way(body: UUID, kind: str, under_way: Mapping[UUID, set[str]]) -> str:
    if kind in under_way.get(body, ()):
        return f"已有“{kinds()[kind].label}”的办件在办"
    return ""


def _listed_already(mine: Mapping[CreditList, date]) -> str:
    return next((f"已在{one.label}（{since} 列入）" for one, since in mine.items()), "")


def _of_year(why: str, year: int) -> str:
    return f"{year}年度：{why}"
