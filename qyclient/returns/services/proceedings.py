"""办理: what may be done to a return now and why not, and doing it: each step one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused, refuse
from qyclient.evaluations.services.steps import step_day, step_words
from qyclient.office.rules.four_eyes import FourEyes
from qyclient.office.rules.workflow import Move
from qyclient.office.services.eyes import eyes
from qyclient.office.services.people import may
from qyclient.returns.models import Return, ReturnStep
from qyclient.returns.rules.snapshot import fingerprint, frozen
from qyclient.returns.rules.states import BACK, CHECK, FLOW, REOPEN, RESENT, SEND, SIGN, TAKE_BACK
from qyclient.returns.services.filling import checks_of, filled_now
from qyclient.returns.services.lookup import period_of, steps_of, the_return


@dataclass(frozen=True, slots=True)
class Verb:
    """One move of a return: possible now if nothing is said against it."""

    move: Move
    why_not: str


def allowed(session: Session, key: UUID) -> list[Verb]:
    """Return every move from where a return stands, and what is in the way of each."""
    found = the_return(session, key)
    return [Verb(move, _obstacle(session, found, move)) for move in FLOW.moves_from(found.state)]


def advance(
    session: Session, key: UUID, version: int, move_key: str, answers: Mapping[str, str]
) -> Return:
    """Do a step: refuse what is not allowed now, keep who did it, and let it have its effect."""
    found = the_return(session, key, version)
    move = next((m for m in FLOW.moves_from(found.state) if m.key == move_key), None)
    if move is None:
        raise Refused(f"这张报表现在是“{FLOW.states[found.state].label}”，不能做这一步。")
    if said := _obstacle(session, found, move):
        raise Refused(f"{said.rstrip('。')}。")
    wrong: dict[str, str] = {}
    words = step_words(move, answers, wrong)
    done = step_day(session, answers.get("done_on", ""), wrong)
    before = steps_of(session, key)
    if before and done < before[-1].done_on:
        wrong["done_on"] = f"办理日期不能早于上一步（{before[-1].done_on}）"
    refuse(wrong)
    step = _step(session, found, move, done, words)
    _EFFECTS[move.key](session, found, step, words)
    session.add(step)
    found.state = step.target
    session.flush()
    return found


def _step(
    session: Session, found: Return, move: Move, done: date, words: Mapping[str, str]
) -> ReturnStep:
    again = move.key == SEND and any(one.move == TAKE_BACK for one in steps_of(session, found.id))
    return ReturnStep(
        statistical_return=found,
        move=move.key,
        source=found.state,
        target=RESENT if again else move.to,
        done_on=done,
        operator=session.info["stamp"].operator,
        alone=_eyes(session, found).alone or None if move.key == SIGN else None,
        said="；".join(text for text in words.values() if text) or None,
    )


def _obstacle(session: Session, found: Return, move: Move) -> str:
    """Return why a move cannot be done now by who is at the desk; nothing if it can."""
    if said := may(session, move.role):
        return said
    if move.key == SIGN:
        return _eyes(session, found).refusal
    return _unchecked(session, found) if move.key == CHECK else ""


def _unchecked(session: Session, found: Return) -> str:
    """Return what stands against freezing the figures."""
    period = period_of(found)
    if period.last >= session.info["today"]:
        return f"{period.label}到 {period.last} 才结束，期末之后才能审核"
    failed = [c for c in checks_of(session, found, filled_now(session, found)) if c.open]
    if not failed:
        return ""
    more = f"（共 {len(failed)} 处）" if len(failed) > 1 else ""
    return f"{failed[0].finding.sentence}{more}；请改正或写明原因"


def _eyes(session: Session, found: Return) -> FourEyes:
    role = FLOW.move(SIGN).role
    doer = found.checked_by or ""
    return eyes(session, "return", role, session.info["stamp"].operator, doer)


def _check(session: Session, found: Return, step: ReturnStep, _words: Mapping[str, str]) -> None:
    """Freeze the figures: from here on they are what was checked."""
    found.kept = frozen(filled_now(session, found))
    found.fingerprint = fingerprint(found.kept)
    found.checked_by, found.checked_on = step.operator, step.done_on


def _sign(_session: Session, found: Return, step: ReturnStep, _words: Mapping[str, str]) -> None:
    found.signed_by, found.signed_on = step.operator, step.done_on


def _send(_session: Session, found: Return, step: ReturnStep, words: Mapping[str, str]) -> None:
    found.sent_on, found.medium = step.done_on, words["medium"]


def _open_again(
    _session: Session, found: Return, step: ReturnStep, words: Mapping[str, str]
) -> None:
    """Let the register fill it again; what the city has stays beside it to be compared."""
    found.checked_by = found.checked_on = found.signed_by = found.signed_on = None
    if step.target == BACK:
        found.returned_because = words["reason"]
    else:
        before = [one.target for one in steps_of(_session, found.id)]
        step.target = BACK if BACK in before else step.target


def _nothing(_session: Session, _found: Return, _step: ReturnStep, _words: object) -> None:
    """Do nothing beside moving on."""


_EFFECTS: Mapping[str, Callable[[Session, Return, ReturnStep, Mapping[str, str]], None]] = {
    CHECK: _check,
    SIGN: _sign,
    SEND: _send,
    REOPEN: _open_again,
    TAKE_BACK: _open_again,
    "lock_return": _nothing,
}
