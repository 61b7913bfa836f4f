"""The order packages come in: up to where an office's history is here, and what is missing."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.exchange.models import Correspondent, Package
from qyclient.exchange.rules.lists import Sort, State, Way
from qyclient.records.base import column_of
from qyclient.store.listing import linked

MERGEABLE = frozenset({State.RECEIVED, State.WAITING, State.TAKEN_BACK})


def merged_upto(session: Session, office: Correspondent) -> tuple[int, str]:
    """Return up to which entry of an office's history all is here, and the hash of that entry."""
    mine = (column_of(Package, "office") == office.id) & (Package.way == Way.IN)
    mine &= (Package.state == State.ACCEPTED) & (Package.sort != Sort.RECEIPT)
    query = select(Package.last, Package.tail).where(mine, Package.merged_in.is_not(None))
    row = session.execute(query.order_by(Package.merged_in.desc()).limit(1)).first()
    return (row[0], row[1] or "") if row else (0, "")


def next_in_order(session: Session, key: UUID) -> UUID | None:
    """Return the next package of an office that can be merged; None if none is in order.

    What was taken back waits until somebody merges it himself.
    """
    office = session.get_one(Correspondent, key)
    upto, _ = merged_upto(session, office)
    for package in waiting(session, office):
        if package.state is not State.TAKEN_BACK and package.first <= upto + 1:
            return package.id
    return None


def taken_before(session: Session, identity: str) -> Package | None:
    """Return the package of a fingerprint, if it was taken in."""
    return session.scalar(linked(Package).where(Package.identity == identity))


def waiting(session: Session, office: Correspondent) -> list[Package]:
    """Return the packages of an office that are here and not merged, in their order."""
    mine = (column_of(Package, "office") == office.id) & (Package.way == Way.IN)
    mine &= Package.state.in_(MERGEABLE)
    query = linked(Package).where(mine, Package.sort != Sort.RECEIPT)
    return [*session.scalars(query.order_by(Package.number, Package.id))]


def missing_told(session: Session, office: Correspondent, package: Package) -> str:
    """Return a sentence that says which packages have to come first."""
    query = select(Package.number).where(
        column_of(Package, "office") == office.id,
        Package.way == Way.IN,
        Package.sort == package.sort,
    )
    there = {*session.scalars(query)}
    missing = [n for n in range(1, package.number) if n not in there]
    named = "、".join(f"第 {n} 号" for n in missing[-5:]) or "前面的包"
    return f"缺{office.name}{named}，收到以后自动并入；或请对方做一个完整包。"
