"""待办 of evaluations: rounds under way, rectifications, gradings and grades that run out."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.evaluations.models import EvaluationRound, Grading, Rectification
from qyclient.evaluations.rules import grading, states
from qyclient.office.rules.roles import Role
from qyclient.office.rules.todo import AHEAD, Todo
from qyclient.office.rules.workflow import Flow
from qyclient.office.services.todo import dues_of
from qyclient.organizations.models import Organization
from qyclient.records.base import column_of

_SCORING, _ON_DISPLAY, _DISPLAYED = "SCORING", "ON_DISPLAY", "GRADE_DISPLAYED"
_GRADED = "GRADED"


@dues_of("绩效评价")
def rounds(session: Session) -> Iterator[Todo]:
    """Yield the rounds that are not finished: raters have a last day, a display has one too."""
    closed = {key for key, state in states.FLOW.states.items() if state.final}
    query = select(
        EvaluationRound.id, EvaluationRound.number, EvaluationRound.subject, EvaluationRound.state,
        EvaluationRound.due_on, EvaluationRound.displayed_until,
    ).where(EvaluationRound.state.not_in(closed))  # fmt: skip
    for key, number, subject, state, due_on, displayed in session.execute(query):
        day = {_SCORING: due_on, _ON_DISPLAY: displayed}.get(state)
        what, role = _told(states.FLOW, state)
        yield Todo(
            "绩效评价", f"{what}　{number}", subject, EvaluationRound, key, day,
            theirs=_waits(states.FLOW, state, day, session), role=role,
        )  # fmt: skip


@dues_of("限期整改")
def rectifications(session: Session) -> Iterator[Todo]:
    """Yield what must be mended, and what was reported as mended and waits to be checked."""
    query = (
        select(
            EvaluationRound.id, EvaluationRound.subject, Rectification.due_on,
            Rectification.reported_on,
        )
        .join(EvaluationRound, column_of(Rectification, "round") == EvaluationRound.id)
        .where(Rectification.passed.is_not(True))
    )  # fmt: skip
    for key, subject, due_on, reported in session.execute(query):
        what = "整改已报告，待复查" if reported else "限期整改"
        yield Todo(
            "限期整改", what, subject, EvaluationRound, key, due_on, theirs=reported is None,
            role=Role.EVALUATION,
        )  # fmt: skip


@dues_of("等级评估")
def gradings(session: Session) -> Iterator[Todo]:
    """Yield the gradings under way, and the grades whose time runs out."""
    last = session.info["today"] + AHEAD
    closed = {key for key, state in grading.FLOW.states.items() if state.final}
    running = Grading.state != _GRADED
    query = (
        select(
            Grading.id, Grading.number, Grading.state, Grading.displayed_until, Grading.valid_to,
            Organization.name,
        )
        .join(Organization, column_of(Grading, "organization") == Organization.id)
        .where(Grading.state.not_in(closed), running | (Grading.valid_to <= last))
    )  # fmt: skip
    for key, number, state, displayed, valid_to, name in session.execute(query):
        if state == _GRADED:
            yield Todo("等级评估", "等级有效期届满", name, Grading, key, valid_to, theirs=True)
            continue
        day = displayed if state == _DISPLAYED else None
        what, role = _told(grading.FLOW, state)
        theirs = _waits(grading.FLOW, state, day, session)
        yield Todo("等级评估", f"{what}　{number}", name, Grading, key, day, theirs, role=role)


def _told(flow: Flow, state: str) -> tuple[str, Role | None]:
    step = flow.usual(state)
    label = flow.states[state].label
    if step is None or flow.states[state].waiting:
        return label, step.role if step else None
    return f"{label}，待{step.label}", step.role


def _waits(flow: Flow, state: str, day: date | None, session: Session) -> bool:
    """Say whether others have the word still: raters until their day, the public until its end."""
    return flow.states[state].waiting and (day is None or day >= session.info["today"])
