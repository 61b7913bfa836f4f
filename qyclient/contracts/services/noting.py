"""Nouns without a proceeding of their own: stations, workers, classes, pilots, councils, needs."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import (
    Challenge,
    CouncilDecision,
    Need,
    Pilot,
    SocialWorker,
    Station,
    TrainingClass,
    VillageCouncil,
)
from qyclient.contracts.rules.terms import clock
from qyclient.errors import refuse
from qyclient.office.rules.workdays import Calendar
from qyclient.records.base import Base
from qyclient.store.entry import amended, entered

R = TypeVar("R", bound=Base)
NOTED: tuple[type[Base], ...] = (
    Station, SocialWorker, TrainingClass, Pilot, VillageCouncil, CouncilDecision, Need, Challenge,
)  # fmt: skip
"""What is entered and amended as it is, checked by the rules below."""


def note(session: Session, model: type[R], texts: Mapping[str, str]) -> R:
    """Enter one."""
    made = entered(session, model, texts)
    _settle(session, made)
    session.add(made)
    return made


def amend_note(
    session: Session, model: type[R], key: UUID, version: int, texts: Mapping[str, str]
) -> R:
    """Change one, as it was opened at `version`."""
    made = amended(session, model, key, version, texts)
    _settle(session, made)
    return made


def _settle(session: Session, made: Base) -> None:
    check = _CHECKS.get(type(made))
    if check is not None:
        refuse(check(made, session.info["today"]))


def _class(made: Any, _today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    if made.end_on is not None and made.end_on < made.start_on:
        found["end_on"] = "结业日期早于开班日期"
    if made.attended is not None and made.attended > made.enrolled:
        found["attended"] = f"到课人数超过报名人数 {made.enrolled}"
    if made.passed is not None and made.passed > (made.attended or made.enrolled):
        found["passed"] = "考核合格人数超过到课人数"
    return found


def _pilot(made: Any, _today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    if made.end_on is not None and made.end_on < made.start_on:
        found["end_on"] = "结束早于开始"
    if made.promoted is not None and not made.result:
        found["result"] = "推广或结束的试点，请写明结果"
    return found


def _decision(made: Any, _today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    if made.attended > made.present:
        found["attended"] = "实到人数超过应到人数"
    votes = made.ayes + made.noes + made.abstained
    if votes != made.attended:
        found["ayes"] = f"赞成、反对、弃权合计 {votes}，与实到 {made.attended} 人不符"
    made.result = "通过" if made.ayes * 2 > made.attended else "未通过"
    return found


def _challenge(made: Any, today: date) -> dict[str, str]:
    calendar = Calendar()
    last = clock("CHALLENGE_DAYS", "质疑", made.knew_on, calendar)
    answer = clock("CHALLENGE_ANSWER_DAYS", "答复", made.raised_on, calendar)
    made.due_on = answer.due if answer else None
    found: dict[str, str] = {}
    if made.raised_on > today:
        found["raised_on"] = "提出日期晚于今天，请核对"
    elif last and made.raised_on > last.due:
        found["raised_on"] = f"质疑期限到 {last.due}（{last.citation}），已经超过"
    if made.answered_on is not None and not made.answer:
        found["answer"] = "请写明答复内容"
    return found


_CHECKS: Mapping[type[Base], Callable[[Any, date], dict[str, str]]] = {
    TrainingClass: _class,
    Pilot: _pilot,
    CouncilDecision: _decision,
    Challenge: _challenge,
}
