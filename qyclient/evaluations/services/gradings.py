"""等级评估: applying, each step of the proceeding, and the grade the register shows after it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Overtaken, Refused, refuse
from qyclient.evaluations.models import Grading, GradingStep
from qyclient.evaluations.rules.grading import FLOW
from qyclient.evaluations.services.applicants import why_not_eligible
from qyclient.evaluations.services.grading_effects import (
    GRADING_EFFECTS,
    nothing,
    scored_round,
)
from qyclient.evaluations.services.steps import step_day, step_words
from qyclient.evaluations.services.templates import let_organize
from qyclient.office.rules import four_eyes
from qyclient.office.rules.workflow import Move
from qyclient.office.services.people import able_to, may
from qyclient.store.entry import entered
from qyclient.store.listing import linked, of


@dataclass(frozen=True, slots=True)
class GradingVerb:
    """One move of a grading: possible now if nothing is said against it."""

    move: Move
    why_not: str


def apply_for_grade(session: Session, texts: Mapping[str, str]) -> Grading:
    """Take an application in; what stands against it is written down, and decided by a step."""
    let_organize(session)
    today = session.info["today"]
    given = {**texts, "state": FLOW.start, "number": _number(session)}
    made = entered(session, Grading, {"applied_on": today.isoformat(), **given})
    open_ = [one for one in of(session, Grading, "organization", made.organization.id)
             if not FLOW.states[one.state].final and one.state != "GRADED"]  # fmt: skip
    if open_:
        raise Invalid({"organization": f"{made.organization} 的申请 {open_[0].number} 还在办理"})
    found = why_not_eligible(session, made.organization, made.applied_on)
    made.findings = "；".join(found) or "符合申请条件"
    session.add(made)
    return made


def grading_moves(session: Session, key: UUID) -> list[GradingVerb]:
    """Return every move from where a grading stands, and what is in the way of each."""
    made = the_grading(session, key)
    return [
        GradingVerb(move, may(session, move.role) or _CHECKS.get(move.key, _free)(session, made))
        for move in FLOW.moves_from(made.state)
    ]


def advance_grading(
    session: Session, key: UUID, version: int, move_key: str, answers: Mapping[str, str]
) -> GradingStep:
    """Do a step of a grading: refuse what is not allowed now, and let it have its effect."""
    made = the_grading(session, key)
    if made.version != version:
        raise Overtaken(f"{made.number} 刚刚被别人办理过，请重新打开再办。")
    verb = next((v for v in grading_moves(session, key) if v.move.key == move_key), None)
    if verb is None:
        raise Refused(f"{made.number} 现在是“{FLOW.states[made.state].label}”，不能做这一步。")
    if verb.why_not:
        raise Refused(f"{verb.why_not.rstrip('。')}。")
    steps = grading_steps(session, key)
    wrong: dict[str, str] = {}
    said = step_words(verb.move, answers, wrong)
    done = step_day(session, answers.get("done_on", ""), wrong)
    refuse(wrong)
    step = GradingStep(
        grading=made, move=move_key, source=made.state,
        target=verb.move.to or steps[-1].source, done_on=done,
        operator=session.info["stamp"].operator,
        opinion=said.get("opinion") or said.get("reason") or said.get("objection") or None,
        answers={k: text for k, text in said.items() if text},
    )  # fmt: skip
    session.add(step)
    made.state = step.target
    GRADING_EFFECTS.get(move_key, nothing)(session, made, step)
    session.flush()
    return step


def grading_steps(session: Session, key: UUID) -> list[GradingStep]:
    """Return what was done to a grading, the first first."""
    return list(of(session, GradingStep, "grading", key))


def the_grading(session: Session, key: UUID) -> Grading:
    """Return a grading with what it is linked to."""
    made: Grading | None = session.scalar(linked(Grading).where(Grading.id == key))
    if made is None:
        raise Refused("这件等级评估已不存在。")
    return made


def _free(_session: Session, _made: Grading) -> str:
    return ""


def _why_not_qualified(session: Session, made: Grading) -> str:
    found = why_not_eligible(session, made.organization, made.applied_on)
    return f"不符合申请条件：{'；'.join(found)}" if found else ""


def _why_not_visited(session: Session, made: Grading) -> str:
    if scored_round(session, made) is None:
        return "还没有这个单位评分完毕的等级评估轮次，请先在“轮次”中完成评分"
    return ""


def _why_not_given(session: Session, made: Grading) -> str:
    if made.displayed_until and session.info["today"] <= made.displayed_until:
        return f"公示到 {made.displayed_until} 才结束"
    if made.proposed is None:
        return "得分不到最低等级，不能评定等级"
    done = [one.operator for one in grading_steps(session, made.id) if one.move == "committee"]
    able = able_to(session, FLOW.move("give_grade").role)
    me = session.info["stamp"].operator
    return four_eyes.verdict("score", me, done[-1] if done else "", able).refusal


def _number(session: Session) -> str:
    today: date = session.info["today"]
    like = Grading.number.like(f"DJ{today.year}-%")
    newest = session.scalar(select(func.max(Grading.number)).where(like))
    return f"DJ{today.year}-{int(newest.rpartition('-')[2]) + 1 if newest else 1:03d}"


_CHECKS: Mapping[str, Callable[[Session, Grading], str]] = {
    "qualify": _why_not_qualified,
    "visit": _why_not_visited,
    "give_grade": _why_not_given,
}
