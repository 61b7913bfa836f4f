"""办理: what may be done to a round now and why not, and doing it: each step is one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Overtaken, Refused, refuse
from qyclient.evaluations.models import EvaluationRound, RoundStep
from qyclient.evaluations.rules.states import FLOW
from qyclient.evaluations.services.blind import raters_of
from qyclient.evaluations.services.effect import take_effect
from qyclient.evaluations.services.lookup import the_round
from qyclient.evaluations.services.obstacles import (
    CHECKS,
    CLOSE,
    CONFIRM,
    DISPLAY,
    eyes_of,
    no_obstacle,
    steps_of,
)
from qyclient.evaluations.services.result import keep_result, weights_of
from qyclient.evaluations.services.rounds import planned
from qyclient.evaluations.services.steps import step_day, step_words
from qyclient.office.rules.limits import dated, in_force
from qyclient.office.rules.workflow import Move
from qyclient.office.services.people import may

_AGAIN = "re_evaluate"


@dataclass(frozen=True, slots=True)
class Verb:
    """One move of a round: possible now if nothing is said against it."""

    move: Move
    why_not: str


def allowed(session: Session, key: UUID) -> list[Verb]:
    """Return every move from where a round stands, and what is in the way of each."""
    found = the_round(session, key)
    return [Verb(move, _obstacle(session, found, move)) for move in FLOW.moves_from(found.state)]


def advance(
    session: Session, key: UUID, version: int, move_key: str, answers: Mapping[str, str]
) -> RoundStep:
    """Do a step: refuse what is not allowed now, keep who did it, and let it have its effect."""
    found = the_round(session, key)
    if found.version != version:
        raise Overtaken(f"{found.number} 刚刚被别人办理过，请重新打开再办。")
    move = _possible(session, found, move_key)
    step = _step(session, found, move, answers)
    session.add(step)
    found.state = step.target
    session.flush()
    _EFFECTS.get(move.key, _nothing)(session, found, step)
    session.flush()
    return step


def _possible(session: Session, found: EvaluationRound, move_key: str) -> Move:
    for verb in allowed(session, found.id):
        if verb.move.key == move_key:
            if verb.why_not:
                raise Refused(f"{verb.why_not.rstrip('。')}。")
            return verb.move
    raise Refused(f"{found.number} 现在是“{FLOW.states[found.state].label}”，不能做这一步。")


def _obstacle(session: Session, found: EvaluationRound, move: Move) -> str:
    """Return why a move cannot be done now by who is at the desk; nothing if it can."""
    if said := may(session, move.role):
        return said
    return CHECKS.get(move.key, no_obstacle)(session, found)


def _step(
    session: Session, found: EvaluationRound, move: Move, answers: Mapping[str, str]
) -> RoundStep:
    wrong: dict[str, str] = {}
    said = step_words(move, answers, wrong)
    steps = steps_of(session, found.id)
    done = step_day(session, answers.get("done_on", ""), wrong)
    if steps and done < steps[-1].done_on:
        wrong["done_on"] = f"办理日期不能早于上一步（{steps[-1].done_on}）"
    refuse(wrong)
    return RoundStep(
        round=found,
        move=move.key,
        source=found.state,
        target=move.to or steps[-1].source,
        done_on=done,
        operator=session.info["stamp"].operator,
        opinion=said.get("opinion") or said.get("reason") or said.get("objection") or None,
        answers={key: text for key, text in said.items() if text},
    )


def _nothing(_session: Session, _found: EvaluationRound, _step: RoundStep) -> None:
    """Do nothing beside moving on."""


def _close(session: Session, found: EvaluationRound, step: RoundStep) -> None:
    keep_result(session, found)
    found.scored_on = step.done_on


def _display(session: Session, found: EvaluationRound, step: RoundStep) -> None:
    rule = in_force(dated("evaluation")["display"], session.info["today"])
    found.displayed_until = step.done_on + timedelta(days=rule["days"])


def _confirm(session: Session, found: EvaluationRound, step: RoundStep) -> None:
    found.alone = eyes_of(session, found).alone or None
    found.confirmed_by, found.confirmed_on = step.operator, step.done_on
    closing = [one.operator for one in steps_of(session, found.id) if one.move == CLOSE]
    take_effect(session, found, closing[-1])


def _again(session: Session, found: EvaluationRound, _step: RoundStep) -> None:
    """Begin the round that takes the place of one, with the same plan and raters."""
    texts = {
        "contract": found.contract.contract_no if found.contract is not None else "",
        "body": found.body.name if found.body is not None else "",
        "occasion": found.occasion.label,
        "template": found.template.number,
        "organizer": found.organizer,
        "agency": found.agency.name if found.agency is not None else "",
        "previous": found.number,
        **{f"{p.value.lower()}_weight": str(w) for p, w in weights_of(found).items()},
    }
    raters = [
        {"name": one.name, "party": one.party.label, "unit": one.unit or ""}
        for one in raters_of(session, found)
        if one.tie is None
    ]
    planned(session, texts, raters)


_EFFECTS: Mapping[str, Callable[[Session, EvaluationRound, RoundStep], None]] = {
    CLOSE: _close,
    DISPLAY: _display,
    CONFIRM: _confirm,
    _AGAIN: _again,
}
