"""办件 while it is open: what was handed in, when its clock stood still, who answers for it."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused, refuse
from qyclient.organizations.models import Matter, MatterPaper, MatterPause
from qyclient.organizations.services.clocks import settle_due
from qyclient.store.entry import entered
from qyclient.store.listing import linked, of


def papers_of(session: Session, matter: UUID) -> Sequence[MatterPaper]:
    """Return what must be handed in for a matter, as it is asked for."""
    return of(session, MatterPaper, "matter", matter)


def receive(session: Session, matter: UUID, pieces: Mapping[str, Mapping[str, str]]) -> Matter:
    """Note what was handed in today: originals and copies of each piece, or why it is not needed.

    `pieces` are texts by the key of the document; what is not among them stays as it is.
    """
    one = session.get_one(Matter, matter)
    if one.closed_on is not None:
        raise Refused(f"办件 {one.number} 已办结，材料不能再改。")
    found: dict[str, str] = {}
    for paper in papers_of(session, matter):
        if paper.document in pieces:
            found |= _received(session, paper, pieces[paper.document])
    refuse(found)
    return one


def _received(session: Session, paper: MatterPaper, texts: Mapping[str, str]) -> dict[str, str]:
    waived = texts.get("waived_because", "").strip()
    try:
        counts = [int(texts.get(key, "").strip() or 0) for key in ("originals", "copies")]
    except ValueError:
        return {paper.document: f"{paper.label}的份数应为数字"}
    if min(counts) < 0 or (waived and any(counts)):
        return {paper.document: f"{paper.label}：填写份数，或写明不需要的理由，不能两样都填"}
    here = not waived and any(counts)
    paper.waived_because = waived or None
    paper.originals, paper.copies = counts if here else (None, None)
    paper.received_on = (paper.received_on or session.info["today"]) if here else None
    return {}


def pause(session: Session, matter: UUID, texts: Mapping[str, str]) -> MatterPause:
    """Stop a matter's clock for what the law does not count (行政许可法第四十五条)."""
    one = session.get_one(Matter, matter)
    stop = entered(session, MatterPause, {"matter": one.number, **texts})
    if stop.until is not None and stop.until < stop.since:
        raise Invalid({"until": "止日不能早于起日"})
    if any(other.until is None for other in pauses_of(session, matter)):
        raise Refused("已有一项不计时还没有结束，请先填写它的止日。")
    session.add(stop)
    session.flush()
    settle_due(session, one)
    return stop


def end_pause(session: Session, stop: UUID, until: date) -> MatterPause:
    """Let the clock run again after a day."""
    found: MatterPause | None = session.scalar(linked(MatterPause).where(MatterPause.id == stop))
    if found is None:
        raise Refused("这项不计时已不存在。")
    if until < found.since:
        raise Invalid({"until": "止日不能早于起日"})
    found.until = until
    session.flush()
    settle_due(session, found.matter)
    return found


def pauses_of(session: Session, matter: UUID) -> Sequence[MatterPause]:
    """Return when a matter's clock stood still."""
    return of(session, MatterPause, "matter", matter)


def reassign(session: Session, matters: Sequence[UUID], to: str) -> list[Matter]:
    """Give open matters to another person, in one step."""
    if not to.strip():
        raise Invalid({"responsible": "请填写责任人"})
    found = [session.get_one(Matter, key) for key in matters]
    for matter in found:
        if matter.closed_on is not None:
            raise Refused(f"办件 {matter.number} 已办结，不能再移交。")
        matter.responsible = to.strip()
    return found
