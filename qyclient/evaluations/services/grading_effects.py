"""What each step of a grading does: to its own record, and to what the register says."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.evaluations.models import EvaluationRound, Grading, GradingStep
from qyclient.evaluations.rules.grading import cut_off_told, grade_for, valid_until
from qyclient.evaluations.rules.lists import Occasion
from qyclient.evaluations.rules.states import SECRET
from qyclient.office.rules.limits import dated, in_force
from qyclient.organizations.rules.lists import OrgGrade
from qyclient.organizations.services.grades import hold_grade
from qyclient.records.base import field_of
from qyclient.records.kinds import NUMBER
from qyclient.store.listing import of

_THOUSAND = 1000


def scored_round(session: Session, made: Grading) -> EvaluationRound | None:
    """Return the newest round that graded the body after it applied, its scoring closed."""
    rounds = of(session, EvaluationRound, "body", made.organization.id)
    closed = [
        one
        for one in rounds
        if one.occasion is Occasion.GRADE
        and one.score is not None
        and one.state not in SECRET | {"RE_EVALUATED", "ABANDONED"}
        and (one.scored_on or made.applied_on) >= made.applied_on
    ]
    return closed[-1] if closed else None


def _qualify(_session: Session, made: Grading, step: GradingStep) -> None:
    try:
        made.self_score = NUMBER.parse(step.answers["self_score"])  # type: ignore[assignment]  # points are decimals
    except ValueError as problem:
        raise Invalid({"self_score": f"自评分{problem}"}) from problem
    if not 0 <= (made.self_score or 0) <= _THOUSAND:
        raise Invalid({"self_score": "自评分应在 0 到 1000 之间"})


def _visit(session: Session, made: Grading, _step: GradingStep) -> None:
    made.round = scored_round(session, made)
    made.score = made.round.score if made.round is not None else None


def _committee(session: Session, made: Grading, step: GradingStep) -> None:
    made.members = step.answers.get("members")
    points = Decimal(made.score or 0)
    made.proposed = grade_for(points, session.info["today"])
    if made.proposed is not None:
        told = cut_off_told(made.proposed, session.info["today"])
        made.findings = f"{made.findings}；得分 {points.normalize():f}，建议 {told}"


def _display(session: Session, made: Grading, step: GradingStep) -> None:
    rule = in_force(dated("evaluation")["grading"], session.info["today"])
    made.displayed_until = step.done_on + timedelta(days=rule["display_days"])


def _give(session: Session, made: Grading, step: GradingStep) -> None:
    made.grade, made.valid_from = made.proposed, step.done_on
    made.valid_to = valid_until(step.done_on, step.done_on)
    named = made.grade.label if made.grade is not None else ""
    made.certificate_no = f"{made.number.removeprefix('DJ')}-{named}"
    hold_grade(session, made.organization, made.grade, step.done_on, made.valid_to)


def _downgrade(session: Session, made: Grading, step: GradingStep) -> None:
    kind = field_of(Grading, "grade").kind
    try:
        lower: OrgGrade = kind.parse(step.answers["new_grade"])
    except ValueError as problem:
        raise Invalid({"new_grade": str(problem)}) from problem
    order = list(OrgGrade)
    if made.grade is None or order.index(lower) <= order.index(made.grade):
        raise Invalid({"new_grade": f"应低于现有等级 {made.grade.label if made.grade else ''}"})
    made.grade, made.ended_because = lower, step.opinion
    hold_grade(session, made.organization, lower, step.done_on, made.valid_to)


def _cancel(session: Session, made: Grading, step: GradingStep) -> None:
    made.ended_because, made.valid_to = step.opinion, step.done_on
    hold_grade(session, made.organization, None, step.done_on, None)


def nothing(_session: Session, _made: Grading, _step: GradingStep) -> None:
    """Do nothing beside moving on."""


GRADING_EFFECTS: Mapping[str, Callable[[Session, Grading, GradingStep], None]] = {
    "qualify": _qualify,
    "visit": _visit,
    "committee": _committee,
    "display_grade": _display,
    "give_grade": _give,
    "downgrade": _downgrade,
    "cancel_grade": _cancel,
}
