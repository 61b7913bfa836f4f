"""办件: what may be done to a matter now, and doing it: each step is one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Overtaken, Refused, refuse
from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.organizations.models import Matter, MatterStep
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.clocks import settle_due, steps_of
from qyclient.organizations.services.effects import EFFECTS
from qyclient.organizations.services.holding import papers_of
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.store.listing import linked

_ACCEPT = "accept"
_CERTIFIED = "PRINTED"
"""A flow that goes through here makes certificates; one that does not hands over other papers."""
_FILED = "SUBMITTED"
_DECIDING = frozenset(
    {"approve", "refuse", "file", "refuse_filing", "decide", "decline", "drop", "withdraw"}
)
_SIGNED = ("signer", "signed_on", "basis")


@dataclass(frozen=True, slots=True)
class Verb:
    """One move of a matter: possible now if nothing is said against it."""

    move: Move
    why_not: str


def the_matter(session: Session, number: str) -> Matter:
    """Return a matter by its number."""
    found: Matter | None = session.scalar(linked(Matter).where(Matter.number == number.strip()))
    if found is None:
        raise Refused(f"没有办件 {number}；用 matters list 查看全部办件。")
    return found


def allowed(session: Session, matter: Matter, at: str = "") -> list[Verb]:
    """Return every move from where a matter stands, and what is in the way of each.

    `at` is the desk that asks: a move of another desk is done there.
    """
    flow = kinds()[matter.kind].flow
    moves = flow.moves_from(matter.state)
    return [Verb(move, _obstacle(session, matter, move, at)) for move in moves]


def asked(move: Move) -> list[str]:
    """Return what must be said with a move, by the keys of its answers."""
    return [*move.asks, *(_SIGNED if move.signed else ())]


def advance(
    session: Session,
    key: UUID,
    version: int,
    move_key: str,
    answers: Mapping[str, str],
    at: str = "",
) -> MatterStep:
    """Do a step: refuse what is not allowed now, keep who did it, change the register by it.

    `at` is the desk where it is done, if that is not this one.
    """
    matter = session.scalar(linked(Matter).where(Matter.id == key))
    if matter is None:
        raise Refused("这个办件已不存在。")
    if matter.version != version:
        raise Overtaken(f"办件 {matter.number} 刚刚被别人办理过，请重新打开再办。")
    kind = kinds()[matter.kind]
    move = _possible(session, matter, move_key, at)
    step = _step(session, matter, move, answers)
    session.add(step)
    session.flush()
    _mark_dates(matter, step)
    if kind.effect.get("move") == move.key:
        EFFECTS[kind.effect["verb"]](session, matter, step)
    matter.state = step.target
    if kind.flow.states[matter.state].final:
        matter.closed_on = step.done_on
    session.flush()
    settle_due(session, matter)
    session.flush()
    return step


def _possible(session: Session, matter: Matter, move_key: str, at: str) -> Move:
    for verb in allowed(session, matter, at):
        if verb.move.key == move_key:
            if verb.why_not:
                raise Refused(f"{verb.why_not}。")
            return verb.move
    label = kinds()[matter.kind].flow.states[matter.state].label
    raise Refused(f"办件 {matter.number} 现在是“{label}”，不能做这一步。")


def _obstacle(session: Session, matter: Matter, move: Move, at: str) -> str:
    """Return why a move cannot be done now; nothing if it can."""
    if move.at not in {"", at} and _CERTIFIED in kinds()[matter.kind].flow.states:
        return f"{move.label}在“{move.at}”办理"
    steps = steps_of(session, matter)
    if move.once and any(step.move == move.key for step in steps):
        return f"{move.label}只能做一次，已经做过"
    if move.documents:
        missing = [paper.label for paper in papers_of(session, matter.id) if not paper.settled]
        if missing:
            return f"材料还没有收齐：{'、'.join(missing)}"
    if not move.to and not steps:
        return "没有上一步可退"
    return ""


def _step(session: Session, matter: Matter, move: Move, answers: Mapping[str, str]) -> MatterStep:
    today: date = session.info["today"]
    steps = steps_of(session, matter)
    said = {key: answers.get(key, "").strip() for key in asked(move)}
    found = {
        key: f"请填写{ANSWERS[key].label}"
        for key, text in said.items()
        if ANSWERS[key].required and not text
    }
    done = _day(answers.get("done_on", ""), today, "done_on", found)
    signed = _day(said["signed_on"], today, "signed_on", found) if said.get("signed_on") else None
    earliest = max([matter.filed_on, *(step.done_on for step in steps)])
    if done < earliest:
        found["done_on"] = f"办理日期不能早于上一步（{earliest}）"
    if signed and signed > done:
        found["signed_on"] = "签批日期不能晚于办理日期"
    if move.unlike and said.get("signer"):
        before = [step for step in steps if step.move == move.unlike]
        if before and before[-1].doer == said["signer"]:
            found["signer"] = f"{move.label}不能与{before[-1].doer}所做的前一环节为同一人"
    refuse(found)
    stamp = session.info["stamp"]
    return MatterStep(
        matter=matter,
        move=move.key,
        source=matter.state,
        target=move.to or steps[-1].source,
        done_on=done,
        operator=stamp.operator,
        signer=said.get("signer") or None,
        signed_on=signed,
        basis=said.get("basis") or None,
        opinion=said.get("opinion") or said.get("reason") or None,
        answers={key: text for key, text in said.items() if text},
    )


def _day(text: str, today: date, key: str, found: dict[str, str]) -> date:
    if not text.strip():
        return today
    try:
        day: date = _DATE.kind.parse(text)
    except ValueError as problem:
        found[key] = str(problem)
        return today
    if day > today:
        found[key] = "日期不能晚于今天"
    return day


def _mark_dates(matter: Matter, step: MatterStep) -> None:
    """Keep the days the law counts from.

    What nobody asked to complete in time counts as accepted from the day it was filed
    (行政许可法第三十二条).
    """
    if step.move == _ACCEPT:
        silent = step.source == _FILED and matter.due_on and step.done_on > matter.due_on
        matter.accepted_on = matter.filed_on if silent else step.done_on
    if step.move in _DECIDING:
        matter.decided_on = step.signed_on or step.done_on


_DATE: Field = field_of(MatterStep, "done_on")
