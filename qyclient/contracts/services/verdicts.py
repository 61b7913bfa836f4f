"""评价结论: entered by one, from a signed report or by an evaluation, and confirmed by another."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, Verdict
from qyclient.contracts.rules import Stage, VerdictSource
from qyclient.contracts.rules.payable import grade
from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.office.rules.four_eyes import verdict as two_people
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import able_to, may
from qyclient.records.base import column_of
from qyclient.store.entry import entered
from qyclient.store.listing import linked, standing


def enter_verdict(
    session: Session, texts: Mapping[str, str], source: VerdictSource = VerdictSource.PAPER
) -> Verdict:
    """Enter score and grade of a stage; a stage has one verdict, until it is voided.

    Without a grade the bands of that day give it; a report that says another is a contradiction.
    """
    who = session.info["stamp"].operator
    given = {**texts, "source": source.label, "entered_by": who}
    if not given.get("grade", "").strip():
        given["grade"] = "优"
    made = entered(session, Verdict, given)
    by_band = grade(made.score, made.given_on)
    if not texts.get("grade", "").strip():
        made.grade = by_band
    found: dict[str, str] = {}
    if made.grade is not by_band:
        found["grade"] = f"得分 {made.score.normalize():f} 按分档是“{by_band.label}”，请核对报告"
    if made.given_on > session.info["today"]:
        found["given_on"] = "评价日期晚于今天，请核对"
    if source is VerdictSource.PAPER and not made.report:
        found["report"] = "请写明纸质报告的名称、文号和签字日期"
    if (other := verdict_of(session, made.contract.id, made.stage)) is not None:
        found["stage"] = f"{made.stage.label}已有结论 {other.score:.2f} 分，有误的先作废"
    if found:
        raise Invalid(found)
    session.add(made)
    return made


def confirm_verdict(session: Session, key: UUID, version: int) -> Verdict:
    """确认: somebody else confirms what was entered; only then an instalment may follow."""
    made = _opened(session, key, version)
    if made.confirmed_by:
        raise Refused(f"这份结论已由 {made.confirmed_by} 确认。")
    if problem := may(session, Role.EVALUATION) and may(session, Role.APPROVER):
        raise Refused(problem)
    me = session.info["stamp"].operator
    able = {*able_to(session, Role.EVALUATION), *able_to(session, Role.APPROVER)}
    eyes = two_people("score", me, made.entered_by, able)
    if eyes.refusal:
        raise Refused(eyes.refusal)
    made.confirmed_by, made.confirmed_on = me, session.info["today"]
    made.alone = eyes.alone or None
    return made


def adopt_verdict(
    session: Session, contract: Contract, stage: Stage, result: Mapping[str, Any]
) -> Verdict:
    """Take what an evaluation came to, confirmed there by another; an earlier one gives way.

    `result` are its score, grade and day, the name of its report, and who entered and confirmed.
    """
    if (earlier := verdict_of(session, contract.id, stage)) is not None:
        earlier.voided_because = f"由 {result['report']} 取代"
        session.flush()
    made = Verdict(contract=contract, stage=stage, source=VerdictSource.EVALUATION, **result)
    session.add(made)
    return made


def ask_rectification(session: Session, key: UUID, version: int, until: date) -> Verdict:
    """限期整改: until the day given, and until it is found done, nothing is paid by it."""
    made = _opened(session, key, version)
    made.rectify_until, made.rectified_on = until, None
    return made


def close_rectification(session: Session, key: UUID, version: int) -> Verdict:
    """整改复查合格."""
    made = _opened(session, key, version)
    if not made.rectifying:
        raise Refused("这份结论没有未完成的整改。")
    made.rectified_on = session.info["today"]
    return made


def void_verdict(session: Session, key: UUID, version: int, reason: str) -> Verdict:
    """作废 a verdict entered by mistake, with its reason."""
    made = _opened(session, key, version)
    made.voided_because = reason.strip()
    if not made.voided_because:
        raise Invalid({"voided_because": "请写明作废原因"})
    return made


def verdicts_of(session: Session, contract: UUID) -> Sequence[Verdict]:
    """Return the verdicts of a contract that stand."""
    query = linked(Verdict).where(column_of(Verdict, "contract") == contract, standing(Verdict))
    return session.scalars(query.order_by(Verdict.id)).all()


def verdict_of(session: Session, contract: UUID, stage: Stage) -> Verdict | None:
    """Return the verdict of a stage."""
    return next((one for one in verdicts_of(session, contract) if one.stage is stage), None)


def confirmed(session: Session, contract: Contract, stage: Stage) -> Verdict | None:
    """Return the verdict of a stage that somebody confirmed."""
    found = verdict_of(session, contract.id, stage)
    return found if found is not None and found.confirmed_by else None


def _opened(session: Session, key: UUID, version: int) -> Verdict:
    made = session.scalar(select(Verdict).where(Verdict.id == key))
    if made is None:
        raise Refused("这份评价结论已不存在。")
    if made.version != version:
        raise Overtaken("这份评价结论刚刚被别人改过，请重新打开再办。")
    return made
