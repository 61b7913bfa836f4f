"""Evaluations of the sample county: templates, and rounds in every state."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.evaluations.models import EvaluationRound
from qyclient.evaluations.rules.lists import Occasion
from qyclient.evaluations.services import experts, marking, proceedings, rounds, templates
from qyclient.evaluations.services import raters as rating
from qyclient.evaluations.services.blind import raters_of

_PUBLISHED, _DRAFTED = ("C1", "C2", "G-S", "G-M"), ("F-10",)
_ORGANIZER, _REVIEWER, _APPROVER, _ARCHIVIST = "何建华", "李文杰", "陈国庆", "张晓梅"
_STEP = Decimal("0.5")
_LINE = (
    ("open_scoring", _ORGANIZER, 1), ("close_scoring", _ORGANIZER, 4),
    ("check_scores", _REVIEWER, 5), ("display", _ORGANIZER, 6),
)  # fmt: skip
"""Who does each step, and how many days after the plan."""
_SAYS = {
    "opinion": "经复核，评分依据充分，计算无误。",
    "display": "清新区民政局办事大厅公示栏",
    "objector": "承接单位",
    "objection": "走访记录有 26 次未计入，请求核对。",
    "reason": "异议经核查属实，重新评价。",
    "box": "2025-评价-03",
}
_ABANDONED = {"reason": "合同变更服务点，改在年度评价中一并评价。"}
_DRAWN = {"specialty": "财务", "size": "1", "witnesses": "区纪委监委派驻组 李明（样例）"}
_SEED = 20260302
_NAMES = ("清远职业技术学院 王静", "市社工协会 刘国庆", "区财政局 梁敏")


@contextmanager
def at_desk(session: Session, name: str, day: date | None = None) -> Iterator[None]:
    """Let another operator do what is done inside, on another day."""
    stamp, today = session.info["stamp"], session.info["today"]
    session.info["stamp"] = replace(stamp, operator=name)
    session.info["today"] = min(day or today, today)
    yield
    session.flush()
    session.info["stamp"], session.info["today"] = stamp, today


def templates_of(session: Session) -> None:
    """Adopt the shipped templates, most of them published."""
    with at_desk(session, _ORGANIZER, date(2025, 1, 6)):
        for code in _PUBLISHED:
            templates.publish(session, templates.adopt(session, code).id)
        for code in _DRAFTED:
            templates.adopt(session, code)


def experts_of(session: Session, written: Sequence[Mapping[str, str]]) -> None:
    """Take the experts in, and draw two for the newest round that is still planned."""
    with at_desk(session, _ORGANIZER):
        for texts in written:
            experts.enter_expert(session, texts)
        session.flush()
        planned = select(EvaluationRound).where(EvaluationRound.state == "DRAFTED")
        for found in session.scalars(planned):
            experts.draw_experts(session, found.id, _DRAWN, _SEED)


def rounds_of(session: Session, written: Sequence[Mapping[str, Any]]) -> None:
    """Hold each round as far as it is written to have come."""
    again: EvaluationRound | None = None
    for plan in written:
        day = date.fromisoformat(plan["day"])
        found = again if again is not None else _planned(session, plan, day)
        again = None
        if plan["until"]:
            again = _held(session, found, plan, day)


def _planned(session: Session, plan: Mapping[str, Any], day: date) -> EvaluationRound:
    texts = {
        "contract": plan["contract"],
        "occasion": Occasion[plan["occasion"]].label,
        "template": plan["template"],
        "organizer": "清远市清新区民政局社会组织管理股",
        "due_on": (day + timedelta(days=5)).isoformat(),
        "purchaser_weight": "40",
        "third_weight": "60",
        "beneficiary_weight": "0",
    }
    experts = [{"name": name.split()[1], "party": "第三方", "unit": name.split()[0]}
               for name in _NAMES[:2]]  # fmt: skip
    raters = [{"name": "邓晓玲", "party": "购买方", "unit": "清新区民政局"}, *experts]
    with at_desk(session, _ORGANIZER, day):
        return rounds.plan_round(session, texts, raters)


def _held(
    session: Session, found: EvaluationRound, plan: Mapping[str, Any], day: date
) -> EvaluationRound | None:
    """Go through the steps of a round; return the round that takes its place, if one does."""
    with at_desk(session, _ORGANIZER, day):
        for rater in raters_of(session, found):
            rating.declare(session, rater.id)
    if plan["until"] == "abandon":
        _step(session, found, "open_scoring", _ORGANIZER, day)
        _step(session, found, "abandon", _ORGANIZER, day + timedelta(days=2), _ABANDONED)
        return None
    for move, who, after in _LINE:
        if move == "close_scoring":
            _fill(session, found, plan, day + timedelta(days=2))
        if move != "display" or found.occasion is not Occasion.MID:
            _step(session, found, move, who, day + timedelta(days=after))
        if plan["until"] == move:
            _fill(session, found, plan, day + timedelta(days=1))
            return None
    return _ended(session, found, plan["until"], day)


def _ended(
    session: Session, found: EvaluationRound, until: str, day: date
) -> EvaluationRound | None:
    """Confirm a round that is displayed, or let somebody object to it."""
    if until in ("confirm_score", "archive"):
        _step(session, found, "confirm_score", _APPROVER, day + timedelta(days=15))
        if until == "archive":
            _step(session, found, until, _ARCHIVIST, day + timedelta(days=30))
        return None
    _step(session, found, "object", _ORGANIZER, day + timedelta(days=8))
    if until != "re_evaluate":
        return None
    _step(session, found, until, _REVIEWER, day + timedelta(days=10))
    mine = EvaluationRound.previous == found.number
    return session.scalars(select(EvaluationRound).where(mine)).one()


def _step(
    session: Session,
    found: EvaluationRound,
    move: str,
    who: str,
    day: date,
    says: Mapping[str, str] = _SAYS,
) -> None:
    with at_desk(session, who, day):
        session.flush()
        proceedings.advance(session, found.id, found.version, move, says)


def _fill(session: Session, found: EvaluationRound, plan: Mapping[str, Any], day: date) -> None:
    """Give the points that come to what is written; one whose points are not written is late."""
    given = [plan["purchaser"], *plan["third"]] if found.state == "SCORING" else []
    with at_desk(session, _ORGANIZER, day):
        for rater, total in zip(raters_of(session, found), given, strict=False):
            if rater.handed_in_on is None:
                fill_sheet(session, rater, Decimal(total), plan["reason"])


def fill_sheet(session: Session, rater: Any, total: Decimal, reason: str) -> None:
    """Give points that come to a total, and hand the sheet in."""
    lines = marking.marked(session, rater).lines
    scored = [line.indicator for line in lines if not line.indicator.is_veto]
    points = {node.id: Decimal(node.weight) for node in scored}
    less = sum(points.values(), Decimal(0)) - total
    place = len(rater.name) + len(reason)
    while less > 0:
        node = scored[place % len(scored)]
        if points[node.id] >= _STEP:
            points[node.id] -= _STEP
            less -= _STEP
        place += 1
    for line in lines:
        node = line.indicator
        texts = {"points": str(points.get(node.id, Decimal(0)))}
        if node.id in points and points[node.id] < node.weight:
            texts["reason"] = reason
        marking.mark(session, rater.id, node.id, texts)
    marking.hand_in(session, rater.id)
