"""办件: what may be done to a matter now, and doing it: each step is one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Overtaken, Refused
from qyclient.office.rules.workflow import Move
from qyclient.office.services.people import may, may_any
from qyclient.organizations.models import Matter, MatterStep
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.clocks import (
    clock_of,
    extension_of,
    lapsed,
    running_pause,
    settle_due,
    state_of,
    steps_of,
)
from qyclient.organizations.services.effects import EFFECTS
from qyclient.organizations.services.holding import papers_of
from qyclient.organizations.services.steps import asked, step_of
from qyclient.store.listing import linked

__all__ = ["Verb", "advance", "advance_through", "allowed", "asked", "run_from", "the_matter"]

_ACCEPT, _EXTEND = "accept", "extend"
_CERTIFIED = "PRINTED"
"""A flow that goes through here makes certificates; one that does not hands over other papers."""
_DECIDING = frozenset({"approve", "refuse", "file", "refuse_filing", "decide"})
_CLOSING = _DECIDING | {"decline", "drop", "withdraw"}


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
    moves = kinds()[matter.kind].flow.moves_from(matter.state)
    return [Verb(move, _obstacle(session, matter, move, at)) for move in moves]


def run_from(session: Session, matter: Matter) -> list[Move]:
    """Return the steps that the person at the desk may do one after the other, in one go.

    Only what is usually done next, and not past a step that somebody signs or waits for.
    """
    flow, state, found = kinds()[matter.kind].flow, matter.state, list[Move]()
    while (move := flow.usual(state)) and not move.signed:
        if _obstacle(session, matter, move):
            break
        found.append(move)
        state = move.to
        if flow.states[state].waiting:
            break
    return found


def advance_through(
    session: Session, key: UUID, version: int, moves: Sequence[str], answers: Mapping[str, str]
) -> list[MatterStep]:
    """Do several steps in one go, as one person may who has several roles; each is kept."""
    done = list[MatterStep]()
    for move in moves:
        done.append(advance(session, key, version, move, answers))
        version = done[-1].matter.version
    return done


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
    step = step_of(session, matter, move, answers)
    session.add(step)
    session.flush()
    _mark_dates(session, matter, step)
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
    for move in kinds()[matter.kind].flow.moves_from(matter.state):
        if move.key == move_key:
            if why_not := _obstacle(session, matter, move, at):
                raise Refused(f"{why_not}。".replace("。。", "。"))
            return move
    label = state_of(matter).label
    raise Refused(f"办件 {matter.number} 现在是“{label}”，不能做这一步。")


def _obstacle(session: Session, matter: Matter, move: Move, at: str = "") -> str:
    """Return why a move cannot be done now; nothing if it can."""
    flow = kinds()[matter.kind].flow
    if move.at not in {"", at} and _CERTIFIED in flow.states:
        return f"{move.label}在“{move.at}”办理"
    # a step that somebody signs on paper is entered by whoever has a hand in such matters
    no = may_any(session, (move.role, *flow.roles)) if move.signed else may(session, move.role)
    return no or _too_late(session, matter, move) or _not_yet(session, matter, move)


def _too_late(session: Session, matter: Matter, move: Move) -> str:
    """Return why the time for a move is over; nothing if it is not."""
    silent = lapsed(matter, session.info["today"])
    if silent and move.timely and not matter.entered_later:
        return f"逾期未告知，依法视为已经受理，不能再{move.label}"
    if move.once and any(step.move == move.key for step in steps_of(session, matter)):
        return f"{move.label}只能做一次，已经做过"
    return _why_not_longer(session, matter) if move.key == _EXTEND else ""


def _not_yet(session: Session, matter: Matter, move: Move) -> str:
    """Return what a move still waits for; nothing if it can be done."""
    if move.documents and not lapsed(matter, session.info["today"]):
        missing = [paper.label for paper in papers_of(session, matter.id) if not paper.settled]
        if missing:
            return f"材料还没有收齐：{'、'.join(missing)}"
    if move.key in _DECIDING and (stop := running_pause(session, matter)):
        return f"{stop.reason.label}还没有结束，请先填写它的止日"
    return ""


def _why_not_longer(session: Session, matter: Matter) -> str:
    """Return why the limit that runs now cannot be extended; nothing if it can."""
    if extension_of(session, matter) is None:
        return f"{kinds()[matter.kind].label}的期限依法不能延长"
    over = matter.due_on is not None and matter.due_on < session.info["today"]
    return "期限已过，不能再延长" if over and not matter.entered_later else ""


def _mark_dates(session: Session, matter: Matter, step: MatterStep) -> None:
    """Keep the days the law counts from, and whether the decision came in time.

    What nobody asked to complete in time counts as accepted from the day on which all of it was
    there (行政许可法第三十二条).
    """
    if step.move == _ACCEPT:
        _rule, began = clock_of(session, matter)
        matter.accepted_on = began if lapsed(matter, step.done_on) else step.done_on
    if step.move == _EXTEND and (more := extension_of(session, matter)):
        matter.extended_days = int(more.value)
    if step.move in _CLOSING:
        matter.decided_on = step.signed_on or step.done_on
    if step.move in _DECIDING and matter.due_on:
        matter.in_time = matter.decided_on <= matter.due_on if matter.decided_on else None
