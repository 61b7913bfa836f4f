"""效力: what a confirmed result does: the contract learns it, and a low grade opens a 整改."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.rules import Stage
from qyclient.contracts.services.verdicts import (
    adopt_verdict,
    ask_rectification,
    close_rectification,
    verdict_of,
)
from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.evaluations.models import EvaluationRound, Rectification
from qyclient.evaluations.rules import Grade
from qyclient.evaluations.services.blind import raters_of
from qyclient.evaluations.services.lookup import the_round
from qyclient.evaluations.services.marking import marked
from qyclient.evaluations.services.templates import let_organize
from qyclient.office.rules.limits import dated, in_force
from qyclient.records.base import field_of
from qyclient.records.columns import Points
from qyclient.store.listing import linked, of

_WORST = 8


def take_effect(session: Session, found: EvaluationRound, closed_by: str) -> None:
    """Let a result that was just confirmed have its effects: a low grade opens a 整改."""
    rule = in_force(dated("evaluation")["rectification"], session.info["today"])
    due = None
    if found.grade is not None and found.grade.value in rule["grades"]:
        due = (found.confirmed_on or session.info["today"]) + timedelta(days=rule["days"])
        said = problems_found(session, found)
        session.add(Rectification(round=found, problems=said, due_on=due))
    hand_over(session, found, closed_by, due)


def hand_over(
    session: Session, found: EvaluationRound, closed_by: str, rectify_until: date | None
) -> None:
    """Tell the contract what it is paid by: the result of the stage, in place of an earlier one."""
    stage = stage_of(found)
    if stage is None or found.contract is None or found.grade is None:
        return
    result = {
        "score": payable_score(found),
        "grade": found.grade,
        "given_on": found.scored_on or found.confirmed_on,
        "evaluator": found.organizer,
        "conclusion": found.conclusion,
        "report": f"评价轮次 {found.number}",
        "entered_by": closed_by,
        "confirmed_by": found.confirmed_by,
        "confirmed_on": found.confirmed_on,
        "alone": found.alone,
        "rectify_until": rectify_until,
    }
    adopt_verdict(session, found.contract, stage, result)
    session.flush()


def stage_of(found: EvaluationRound) -> Stage | None:
    """Return the stage of a contract for which a round counts; None where nothing is paid."""
    return next((one for one in Stage if one.value == found.occasion.value), None)


def payable_score(found: EvaluationRound) -> Points:
    """Return the score a contract is paid by, of 100; a veto pays as no points do."""
    return found.score if found.score is not None and not found.veto else Points(Decimal(0))


def advice(grade: Grade | None, session: Session) -> str:
    """Return what a grade is usually followed by: payment, renewal, the directory."""
    rows = in_force(dated("evaluation")["advice"], session.info["today"])
    return str(rows[grade.value]) if grade is not None else ""


def problems_found(session: Session, found: EvaluationRound) -> str:
    """Return what points were taken off for, the most first: a line each."""
    lost: dict[str, tuple[float, str]] = {}
    for rater in raters_of(session, found):
        for line in marked(session, rater).lines if rater.counts else ():
            node = line.indicator
            if line.points is None or node.is_veto or not node.weight:
                continue
            share = float((node.weight - line.points) / node.weight)
            if share > 0 and line.reason:
                key = node.name
                worst = max(lost.get(key, (0.0, "")), (share, line.reason))
                lost[key] = worst
    ranked = sorted(lost.items(), key=lambda item: -item[1][0])[:_WORST]
    lines = [f"{key}：{reason}" for key, (_share, reason) in ranked]
    return "\n".join(([found.veto] if found.veto else []) + lines) or "见评分表扣分理由"


def rectifications_of(session: Session, key: UUID) -> list[Rectification]:
    """Return what a round obliged its contractor to."""
    return list(of(session, Rectification, "round", key))


def rectify(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Rectification:
    """Keep a contractor's report, or what checking it again found: passed, or until another day."""
    let_organize(session)
    kept = session.scalars(linked(Rectification).where(Rectification.id == key)).one()
    if kept.version != version:
        raise Overtaken("这次整改刚刚被别人办理过，请重新打开再办。")
    if kept.passed:
        raise Refused("整改已复查合格，不能再改。")
    given = {name: texts.get(name, "").strip() for name in ("report", "finding")}
    wrong = _not_rectified(kept, given, texts)
    if wrong:
        raise Invalid(wrong)
    today = session.info["today"]
    if given["report"] and given["report"] != kept.report:
        kept.report, kept.reported_on = given["report"], today
    if given["finding"]:
        kept.finding, kept.checked_on = given["finding"], today
        kept.checked_by = session.info["stamp"].operator
        kept.passed = _passed(texts)
        _tell_contract(session, kept, _another_day(session, texts))
    return kept


def _not_rectified(
    kept: Rectification, given: Mapping[str, str], texts: Mapping[str, str]
) -> dict[str, str]:
    if not any(given.values()):
        return {"report": "请填写整改情况，或复查意见"}
    if given["finding"] and not (given["report"] or kept.reported_on):
        return {"finding": "还没有收到整改报告，不能复查"}
    if given["finding"] and not texts.get("passed", "").strip():
        return {"passed": "请选择复查是否合格"}
    return {}


def _passed(texts: Mapping[str, str]) -> bool:
    try:
        passed: bool = field_of(Rectification, "passed").kind.parse(texts["passed"])
    except ValueError as problem:
        raise Invalid({"passed": str(problem)}) from problem
    return passed


def _another_day(session: Session, texts: Mapping[str, str]) -> date | None:
    typed = texts.get("due_on", "").strip()
    if not typed:
        return None
    try:
        day: date = field_of(Rectification, "due_on").kind.parse(typed)
    except ValueError as problem:
        raise Invalid({"due_on": str(problem)}) from problem
    if day <= session.info["today"]:
        raise Invalid({"due_on": "再次整改期限应在今天以后"})
    return day


def _tell_contract(session: Session, kept: Rectification, until: date | None) -> None:
    """Let payments go on that waited for this, or wait until another day."""
    found = the_round(session, kept.round.id)
    kept.due_on = until if until is not None and not kept.passed else kept.due_on
    stage = stage_of(found)
    if stage is None or found.contract is None:
        return
    verdict = verdict_of(session, found.contract.id, stage)
    if verdict is None or not verdict.rectifying:
        return
    if kept.passed:
        close_rectification(session, verdict.id, verdict.version)
    else:
        ask_rectification(session, verdict.id, verdict.version, kept.due_on)
