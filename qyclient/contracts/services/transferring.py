"""职能转移: items step by step, and the meetings that give an opinion on each."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import FunctionItem, Meeting, MeetingOpinion
from qyclient.contracts.rules import Opinion, TransferMode
from qyclient.contracts.rules.states import TRANSFER
from qyclient.contracts.services.stepping import Verb
from qyclient.errors import Invalid, Overtaken, Refused, refuse
from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.office.services.people import may
from qyclient.store.entry import amended, entered
from qyclient.store.listing import linked, of

_TIMED = "暂时保留、限时转移的，请填写转移期限"


def propose(session: Session, texts: Mapping[str, str]) -> FunctionItem:
    """提出 a function that a body may take over."""
    item = entered(session, FunctionItem, {**texts, "status": "已提出"})
    refuse(_problems(item))
    session.add(item)
    return item


def amend_item(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> FunctionItem:
    """Change what is known of a function, as it was opened at `version`."""
    item = amended(session, FunctionItem, key, version, texts)
    refuse(_problems(item))
    return item


def allowed_item(session: Session, item: FunctionItem) -> list[Verb]:
    """Return every move from where a function stands, and what is in the way of each."""
    return [
        Verb(move, may(session, move.role) or _obstacle(item, move))
        for move in TRANSFER.moves_from(item.status)
    ]


def advance_item(
    session: Session, key: UUID, version: int, move_key: str, answers: Mapping[str, str]
) -> FunctionItem:
    """Move a function on; the history keeps from where and why."""
    item = session.scalar(linked(FunctionItem).where(FunctionItem.id == key))
    if item is None:
        raise Refused("这项职能已不存在。")
    if item.version != version:
        raise Overtaken(f"{item.number} 刚刚被别人办理过，请重新打开再办。")
    verb = next((v for v in allowed_item(session, item) if v.move.key == move_key), None)
    if verb is None or verb.why_not:
        why = verb.why_not if verb else f"现在不能{TRANSFER.move(move_key).label}"
        raise Refused(f"{item.number} {item.name}：{why}。")
    said = {key: answers.get(key, "").strip() for key in verb.move.asks}
    refuse(
        {
            key: f"请填写{ANSWERS[key].label}"
            for key, text in said.items()
            if ANSWERS[key].required and not text
        }
    )
    item.status = verb.move.to
    if move_key == "agree":
        item.agreement, item.agreed_on = said["document"], session.info["today"]
    elif move_key == "take_back":
        item.withdrawn_because = said["reason"]
    session.flush()
    return item


def hold_meeting(
    session: Session, texts: Mapping[str, str], opinions: Sequence[Mapping[str, str]]
) -> Meeting:
    """Keep a meeting with its opinion on each item; what is agreed is coordinated by it."""
    meeting = entered(session, Meeting, texts)
    if meeting.held_on > session.info["today"]:
        raise Invalid({"held_on": "会议日期晚于今天，请核对"})
    session.add(meeting)
    session.flush()
    if not opinions:
        raise Invalid({"opinions": "请至少填写一项议题"})
    seen: set[UUID] = set()
    for number, row in enumerate(opinions, 1):
        opinion = entered(session, MeetingOpinion, {**row, "meeting": meeting.title})
        _judge(opinion, number, seen)
        session.add(opinion)
        session.flush()
        _follow(opinion)
    session.flush()
    return meeting


def opinions_of(session: Session, meeting: UUID) -> Sequence[MeetingOpinion]:
    """Return what a meeting said of each item, in the order of the items."""
    found = of(session, MeetingOpinion, "meeting", meeting)
    return sorted(found, key=lambda one: one.item.number)


def opinions_on(session: Session, item: UUID) -> Sequence[MeetingOpinion]:
    """Return what meetings said of an item."""
    return of(session, MeetingOpinion, "item", item)


def items_like(session: Session, words: str) -> Sequence[FunctionItem]:
    """Return the items that one party proposed and that are still to be coordinated."""
    waiting = FunctionItem.status.in_(("ITEM_PROPOSED", "NEGOTIATING"))
    query = linked(FunctionItem).where(waiting).order_by(FunctionItem.number)
    wanted = words.strip()
    found = session.scalars(query).all()
    return [one for one in found if wanted in (one.proposed_by or "")] if wanted else found


def _judge(opinion: MeetingOpinion, number: int, seen: set[UUID]) -> None:
    told = f"第 {number} 项（{opinion.item.number}）"
    if opinion.item.id in seen:
        raise Invalid({"opinions": f"{told}重复"})
    seen.add(opinion.item.id)
    if opinion.opinion is not Opinion.AGREE and not opinion.reason:
        raise Invalid({"opinions": f"{told}议定为“{opinion.opinion.label}”，请写明理由"})


def _follow(opinion: MeetingOpinion) -> None:
    """Let the item stand where the meeting left it."""
    item = opinion.item
    if item.status not in {"ITEM_PROPOSED", "NEGOTIATING"}:
        return
    agreed = opinion.opinion in {Opinion.AGREE, Opinion.PARTLY}
    item.status = "COORDINATED" if agreed else "NEGOTIATING"


def _problems(item: FunctionItem) -> dict[str, str]:
    timed = item.mode is TransferMode.RETAIN_TIMED
    return {"deadline": _TIMED} if timed and item.deadline is None else {}


def _obstacle(item: FunctionItem, move: Move) -> str:
    if move.key == "agree" and item.recipient is None:
        return "还没有承接社会组织，请先在“修改”里填写"
    if move.key == "transfer" and not item.supervision:
        return "还没有监管措施（放得下、接得住、管得好），请先在“修改”里填写"
    return ""


def numbered(session: Session, number: str) -> FunctionItem | None:
    """Return an item by its number."""
    return session.scalar(select(FunctionItem).where(FunctionItem.number == number))
