"""回执: what became of a package, back to whom it came from; and read where it was made."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.exchange.models import Difference, Package
from qyclient.exchange.rules.lists import UNDER_WAY, Sort, State, Way
from qyclient.exchange.services.collecting import Collected
from qyclient.exchange.services.handing import the_package
from qyclient.exchange.services.opening import Opened
from qyclient.exchange.services.order import merged_upto
from qyclient.exchange.services.packing import let_exchange, manifest_for, put_together
from qyclient.records.base import column_of
from qyclient.store.listing import linked

_MOST = 500


def answer(session: Session, key: UUID) -> Package:
    """Make the receipt of a package that was received, as things stand with it now."""
    let_exchange(session)
    package = the_package(session, key)
    if package.way is not Way.IN or package.sort is Sort.RECEIPT:
        raise Refused("只有收到的数据包才写回执。")
    told = {
        "identity": package.identity,
        "number": package.number,
        "state": package.state.value,
        "reason": package.reason or "",
        "merged_upto": merged_upto(session, package.office)[0],
        "differences": [_told(one) for one in _differences(session, package)],
    }
    manifest = manifest_for(session, package.office, Sort.RECEIPT) | {"told": told}
    return put_together(session, package.office, manifest, {}, Collected())


def read_receipt(session: Session, receipt: Package, opened: Opened) -> Package:
    """Note what a receipt says of the package it answers, and of those before it."""
    told = opened.manifest.told
    mine = (Package.identity == str(told.get("identity"))) & (Package.way == Way.OUT)
    package = session.scalar(linked(Package).where(mine))
    if package is None or package.office.id != receipt.office.id:
        raise Refused("这份回执答复的数据包不是从这里发出的，没有改动。")
    package.state, package.answered_on = State[told["state"]], session.info["today"]
    package.reason = answer_told(told) or None
    receipt.state = State.ACCEPTED
    if package.state is State.ACCEPTED:
        _earlier_too(session, package, int(told.get("merged_upto", 0)))
    return package


def answer_told(told: Any) -> str:
    """Return what a receipt says in words: the reason, and what both sides wrote differently."""
    parts = [str(told.get("reason") or "")]
    parts += [
        f"{one['title']} {one['label']}：我方“{one['theirs'] or '空'}”，"
        f"对方“{one['ours'] or '空'}”，{one['decision']}"
        for one in told.get("differences", [])
    ]
    return "；".join(part for part in parts if part)


def unanswered(session: Session) -> Sequence[Package]:
    """Return what was sent and not yet answered, oldest first."""
    mine = (Package.way == Way.OUT) & Package.state.in_(UNDER_WAY)
    query = linked(Package).where(mine, Package.sort != Sort.RECEIPT)
    return session.scalars(query.order_by(Package.id)).all()


def _earlier_too(session: Session, package: Package, upto: int) -> None:
    """Note what the other side has merged up to as accepted, though no receipt of its own came."""
    mine = (column_of(Package, "office") == package.office.id) & (Package.way == Way.OUT)
    mine &= (Package.sort == package.sort) & (Package.last <= upto)
    for other in session.scalars(select(Package).where(mine, Package.state.in_(UNDER_WAY))):
        other.state, other.answered_on = State.ACCEPTED, session.info["today"]


def _differences(session: Session, package: Package) -> Sequence[Difference]:
    mine = column_of(Difference, "package") == package.id
    return session.scalars(
        select(Difference).where(mine).order_by(Difference.id).limit(_MOST)
    ).all()


def _told(one: Difference) -> dict[str, Any]:
    return {
        "title": one.title,
        "label": one.label,
        "ours": one.left,
        "theirs": one.right,
        "decision": one.decision.label,
        "note": one.note or "",
    }
