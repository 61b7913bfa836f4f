"""What may be done to a body now, and why not: the one answer for menus, matters and commands."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.organizations.models import CreditListing, Matter, Organization
from qyclient.organizations.rules.standing import Permit, Standing, permit, permits

_OF_LISTING = inspect(CreditListing).columns["organization_id"]
_OF_MATTER = inspect(Matter).columns["organization_id"]


def standing_of(session: Session, body: Organization) -> Standing:
    """Return how a body stands today: on which lists, and what is under way for it."""
    listed = (_OF_LISTING.in_((body.id,)), CreditListing.until.is_(None))
    on = select(CreditListing.on_list, CreditListing.since).where(*listed)
    mine = (_OF_MATTER.in_((body.id,)), Matter.closed_on.is_(None), Matter.decided_on.is_(None))
    open_ = select(Matter.kind, Matter.number).where(*mine)
    lists = {row[0]: row[1] for row in session.execute(on)}
    under_way = {row[0]: row[1] for row in session.execute(open_)}
    return Standing(body, session.info["today"], lists, under_way)


def allowed(
    session: Session, body: Organization, keys: Collection[str] | None = None
) -> Sequence[Permit]:
    """Return each verb for a body, or those asked for: yes, or no and why, by which law."""
    return permits(standing_of(session, body), keys)


def allowed_of(
    session: Session, key: UUID, keys: Collection[str] | None = None
) -> Sequence[Permit]:
    """Return the same for the body of a key."""
    return allowed(session, session.get_one(Organization, key), keys)


def require(session: Session, body: Organization, key: str) -> None:
    """Refuse a verb that a body's standing does not allow, with the reason and its law."""
    found = permit(key, standing_of(session, body))
    if found.why_not:
        raise Refused(f"{body} 不能{_doing(found)}：{found.told}。")


def _doing(found: Permit) -> str:
    return found.label if found.label.startswith(_DEEDS) else f"办理{found.label}"


_DEEDS = ("制作", "签订", "列入", "移出", "参加", "建立", "撤销")
