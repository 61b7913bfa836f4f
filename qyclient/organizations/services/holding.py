"""办件 while it is open: what was handed in, when its clock stood still, who answers for it."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused, refuse
from qyclient.office.services.people import may_any, operators
from qyclient.organizations.models import Matter, MatterPaper, MatterPause
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.clocks import running_pause, settle_due, state_of
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
    let_handle(session, one)
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


def let_handle(session: Session, matter: Matter) -> None:
    """Refuse to go on for who has no hand in a sort of matter."""
    if no := may_any(session, kinds()[matter.kind].flow.roles):
        raise Refused(no)


def pause(session: Session, matter: UUID, texts: Mapping[str, str]) -> MatterPause:
    """Stop a matter's clock for what the law does not count; the applicant is told in writing.

    Hearing, inspection, appraisal, expert review and their like: 行政许可法第四十五条.
    """
    one = session.get_one(Matter, matter)
    let_handle(session, one)
    if no := why_not_pause(session, one):
        raise Refused(f"{no}。")
    stop = entered(session, MatterPause, {"matter": one.number, **texts})
    refuse(_wrong_span(session, one, stop))
    session.add(stop)
    session.flush()
    settle_due(session, one)
    return stop


def why_not_pause(session: Session, matter: Matter) -> str:
    """Return why a matter's clock cannot be stopped now; nothing if it can."""
    if state_of(matter).clock != "decide":
        return "只有受理以后、作出决定以前的期限可以不计时（行政许可法第四十五条）"
    return "已有一项不计时还没有结束，请先填写它的止日" if running_pause(session, matter) else ""


def end_pause(session: Session, stop: UUID, until: date) -> MatterPause:
    """Let the clock run again after a day."""
    found: MatterPause | None = session.scalar(linked(MatterPause).where(MatterPause.id == stop))
    if found is None:
        raise Refused("这项不计时已不存在。")
    let_handle(session, found.matter)
    if until < found.since:
        raise Invalid({"until": "止日不能早于起日"})
    if until > session.info["today"]:
        raise Invalid({"until": "止日不能晚于今天，结束以后再填写"})
    found.until = until
    session.flush()
    settle_due(session, found.matter)
    return found


def _wrong_span(session: Session, matter: Matter, stop: MatterPause) -> dict[str, str]:
    """Return what is wrong with when a clock stood still, beside its field."""
    found: dict[str, str] = {}
    if not stop.notice:
        found["notice"] = "请写明书面告知申请人的文书"
    begun = matter.accepted_on or matter.filed_on
    today: date = session.info["today"]
    if stop.since < begun or stop.since > today:
        found["since"] = f"起日应在受理（{begun}）以后，不能晚于今天"
    if stop.until is not None and not stop.since <= stop.until <= today:
        found["until"] = "止日不能早于起日，也不能晚于今天"
    others = pauses_of(session, matter.id)
    if any(p.until and p.since < (stop.until or today) and stop.since < p.until for p in others):
        found.setdefault("since", "与已有的一项不计时重叠")
    return found


def pauses_of(session: Session, matter: UUID) -> Sequence[MatterPause]:
    """Return when a matter's clock stood still."""
    return of(session, MatterPause, "matter", matter)


def reassign(session: Session, matters: Sequence[UUID], to: str) -> list[Matter]:
    """Give open matters to another person, in one step."""
    _require_here(session, to)
    found = [session.get_one(Matter, key) for key in matters]
    for matter in found:
        let_handle(session, matter)
        if matter.closed_on is not None:
            raise Refused(f"办件 {matter.number} 已办结，不能再移交。")
        matter.responsible = to.strip()
    return found


def reassign_all(session: Session, of_whom: str, to: str) -> list[Matter]:
    """Give every open matter of a person to another, in one step: he is away, or has left."""
    mine = select(Matter.id).where(Matter.responsible == of_whom, Matter.closed_on.is_(None))
    keys = session.scalars(mine.order_by(Matter.number)).all()
    if not keys:
        raise Invalid({"of_whom": f"{of_whom} 名下没有未办结的办件"})
    return reassign(session, keys, to)


def burdened(session: Session) -> Sequence[str]:
    """Return who answers for open matters."""
    open_ = select(Matter.responsible).where(Matter.closed_on.is_(None)).distinct()
    return session.scalars(open_.order_by(Matter.responsible)).all()


def _require_here(session: Session, name: str) -> None:
    here = [one.name for one in operators(session)]
    if not name.strip():
        raise Invalid({"responsible": "请填写责任人"})
    if here and name.strip() not in here:
        raise Invalid({"responsible": f"在岗的经办人里没有“{name.strip()}”；有 {'、'.join(here)}"})
