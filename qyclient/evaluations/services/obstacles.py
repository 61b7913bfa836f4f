"""What stands in the way of each move of a round, said before it is tried."""

from collections.abc import Callable, Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.evaluations.models import EvaluationRound, RoundStep
from qyclient.evaluations.rules.states import FLOW
from qyclient.evaluations.services.blind import is_rater, raters_of
from qyclient.evaluations.services.marking import parties_rating
from qyclient.evaluations.services.result import worked_out
from qyclient.evaluations.services.surveys import satisfaction_of
from qyclient.office.rules import four_eyes
from qyclient.office.rules.limits import dated, in_force
from qyclient.office.services.people import able_to
from qyclient.store.listing import of

OPEN, CLOSE, DISPLAY, CONFIRM = "open_scoring", "close_scoring", "display", "confirm_score"


def steps_of(session: Session, key: UUID) -> list[RoundStep]:
    """Return what was done to a round, the first first."""
    return list(of(session, RoundStep, "round", key))


def no_obstacle(_session: Session, _found: EvaluationRound) -> str:
    """Say nothing against a move that is always possible where it is offered."""
    return ""


def _why_not_open(session: Session, found: EvaluationRound) -> str:
    raters = [one for one in raters_of(session, found) if one.excluded_because is None]
    if not raters:
        return "还没有评委，请先登记评委"
    undeclared = [one.name for one in raters if one.declared_on is None]
    if undeclared:
        return f"还没有回避声明：{'、'.join(undeclared)}"
    wanted = parties_rating(session, found.template.id)
    idle = [one.name for one in raters if one.party not in wanted]
    return f"指标体系不由这些评委的一方评分：{'、'.join(idle)}" if idle else ""


def _why_not_closed(session: Session, found: EvaluationRound) -> str:
    raters = [one for one in raters_of(session, found) if one.excluded_because is None]
    late = [one.name for one in raters if one.handed_in_on is None]
    if late:
        return f"还有 {len(late)} 份评分表未交：{'、'.join(late)}；不能到的请写明理由不计分"
    survey = satisfaction_of(session, found.id)
    if survey is not None and survey.rate is None:
        return "已抽样，但还没有问卷结果，请先登记问卷"
    result = worked_out(session, found)
    if result.whole is None:
        return "没有一方有评分，不能结束"
    if result.missing and not found.missing_because:
        named = "、".join(party.label for party in result.missing)
        return f"缺少{named}的评分；由负责人写明缺一方的理由后，权重按其余各方折算"
    return ""


def _why_not_displayed(_session: Session, found: EvaluationRound) -> str:
    return "" if found.score is not None else "还没有评分结果"


def _why_not_confirmed(session: Session, found: EvaluationRound) -> str:
    rule = in_force(dated("evaluation")["display"], session.info["today"])
    if found.occasion.value in rule["occasions"]:
        if found.displayed_until is None:
            return f"{found.occasion.label}的结果须先公示 {rule['days']} 天"
        if session.info["today"] <= found.displayed_until:
            return f"公示到 {found.displayed_until} 才结束"
    if is_rater(session, found):
        return "评委不能确认自己参与评分的结果，请由另一人确认"
    return eyes_of(session, found).refusal


def eyes_of(session: Session, found: EvaluationRound) -> four_eyes.FourEyes:
    """Say whether who is at the desk may confirm after who closed the scoring."""
    closing = [step.operator for step in steps_of(session, found.id) if step.move == CLOSE]
    confirm = FLOW.move(CONFIRM)
    able = able_to(session, confirm.role)
    me = session.info["stamp"].operator
    return four_eyes.verdict("score", me, closing[-1] if closing else "", able)


CHECKS: Mapping[str, Callable[[Session, EvaluationRound], str]] = {
    OPEN: _why_not_open,
    CLOSE: _why_not_closed,
    DISPLAY: _why_not_displayed,
    CONFIRM: _why_not_confirmed,
}
