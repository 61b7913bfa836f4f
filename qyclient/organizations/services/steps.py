"""办理步骤: what was said of a step, on which day, by whom, and whether he may sign it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from qyclient.errors import Refused, refuse
from qyclient.office.rules.workflow import ANSWERS, MOVES, Move
from qyclient.office.services.eyes import eyes
from qyclient.office.services.people import able_to, acting_for, operators, rules_anything
from qyclient.organizations.models import Matter, MatterStep
from qyclient.organizations.services.clocks import lapsed, steps_of
from qyclient.records.base import field_of
from qyclient.records.field import Field

_SIGNED = ("signer", "signed_on", "basis")
_DATE: Field = field_of(MatterStep, "done_on")


@dataclass(frozen=True, slots=True)
class _Doer:
    """Who answers for a step: for whom he acts, and whether he did both of two steps alone."""

    acting_for: str
    alone: bool


def asked(move: Move) -> list[str]:
    """Return what must be said with a move, by the keys of its answers."""
    return [*move.asks, *(_SIGNED if move.signed else ())]


def step_of(session: Session, matter: Matter, move: Move, answers: Mapping[str, str]) -> MatterStep:
    """Return a step as it was said, kept nowhere yet; refuse what cannot be, all at once."""
    steps = steps_of(session, matter)
    said = {key: answers.get(key, "").strip() for key in asked(move)}
    found = {
        key: f"请填写{ANSWERS[key].label}"
        for key, text in said.items()
        if ANSWERS[key].required and not text
    }
    done = _day(answers.get("done_on", ""), session.info["today"], "done_on", found)
    signed = _day(said["signed_on"], done, "signed_on", found) if said.get("signed_on") else None
    found |= _wrong_days(matter, move, steps, done, signed)
    doer = _doer(session, move, steps, said.get("signer", ""), signed or done, found)
    refuse(found)
    return MatterStep(
        matter=matter,
        move=move.key,
        source=matter.state,
        target=move.leads(matter.state, _before(matter, steps)),
        done_on=done,
        operator=session.info["stamp"].operator,
        acting_for=doer.acting_for or None,
        signer=said.get("signer") or None,
        signed_on=signed,
        basis=said.get("basis") or None,
        alone=doer.alone or None,
        opinion=said.get("opinion") or said.get("reason") or None,
        answers={key: text for key, text in said.items() if text},
    )


def _before(matter: Matter, steps: Sequence[MatterStep]) -> str:
    """Return the state before the one a matter stands in: where it came from going forward."""
    came = [step for step in steps if step.target == matter.state != step.source]
    forward = [step for step in came if step.move != "return"]
    return forward[-1].source if forward else matter.state


def _doer(
    session: Session,
    move: Move,
    steps: Sequence[MatterStep],
    signer: str,
    on: date,
    found: dict[str, str],
) -> _Doer:
    """Return who answers for the step: who signs it, which may be done on paper, or who does it.

    A signer whom the register knows must have the role; one it does not know signed on paper.
    """
    name = signer if move.signed else session.info["stamp"].operator
    able = able_to(session, move.role, on)
    known = {one.name for one in operators(session)}
    if move.signed and rules_anything(session) and name in known and name not in able:
        who = f"，应由 {'、'.join(able)} 签批" if able else ""
        found.setdefault("signer", f"{name} 没有“{move.role.label}”岗位{who}")
    alone = _alone(session, move, steps, name, found)
    return _Doer(acting_for(session, move.role, name, on) if name else "", alone)


def _alone(
    session: Session, move: Move, steps: Sequence[MatterStep], name: str, found: dict[str, str]
) -> bool:
    """Say whether one person did two steps that are for two; not allowed where there are two."""
    before = [step for step in steps if step.move == move.unlike]
    if not before or not name:
        return False
    called = (MOVES[move.unlike], move.label)
    said = eyes(session, move.eyes, move.role, name, before[-1].doer, called)
    if said.refusal and move.signed:
        found.setdefault("signer", said.refusal.removesuffix("。"))
    elif said.refusal:
        raise Refused(said.refusal)
    return said.alone


def _wrong_days(
    matter: Matter, move: Move, steps: Sequence[MatterStep], done: date, signed: date | None
) -> dict[str, str]:
    earliest = max([matter.filed_on, *(step.done_on for step in steps)])
    if done < earliest:
        return {"done_on": f"办理日期不能早于上一步（{earliest}）"}
    if move.timely and lapsed(matter, done):
        return {"done_on": f"{matter.due_on} 已逾期，依法视为已经受理，不能再{move.label}"}
    if signed and signed < matter.filed_on:
        return {"signed_on": f"签批日期不能早于收件日期（{matter.filed_on}）"}
    return {}


def _day(text: str, latest: date, key: str, found: dict[str, str]) -> date:
    """Return a day as it was typed, no later than another: today, or when it was entered."""
    if not text.strip():
        return latest
    try:
        day: date = _DATE.kind.parse(text)
    except ValueError as problem:
        found[key] = str(problem)
        return latest
    if day > latest:
        label = "签批日期不能晚于办理日期" if key == "signed_on" else "日期不能晚于今天"
        found[key] = label
    return day
