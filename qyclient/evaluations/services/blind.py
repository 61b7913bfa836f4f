"""盲评: who may read and write a score sheet while points are still being given.

While a round is being scored nobody reads a total, and a rater reads his own sheet only. Who keys
in paper sheets organizes the round, and is no rater of it.
"""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.evaluations.models import EvaluationRound, Rater
from qyclient.evaluations.rules.states import SECRET
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may
from qyclient.store.listing import of

_SCORING = "SCORING"


def same_person(one: str, other: str) -> bool:
    """Say whether two names, with or without spaces, are meant for one person."""
    return "".join(one.split()) == "".join(other.split())


def raters_of(session: Session, found: EvaluationRound) -> Sequence[Rater]:
    """Return the raters of a round, in the order in which they were named."""
    return of(session, Rater, "round", found.id)


def is_rater(session: Session, found: EvaluationRound) -> bool:
    """Say whether the person at the desk rates in a round, excluded or not."""
    me = session.info["stamp"].operator
    return any(same_person(rater.name, me) for rater in raters_of(session, found))


def why_no_sheet(session: Session, rater: Rater) -> str:
    """Return why the person at the desk may not read a rater's sheet; nothing if he may."""
    me = session.info["stamp"].operator
    if same_person(rater.name, me) or rater.round.state not in SECRET:
        return ""
    if is_rater(session, rater.round):
        return f"评分结束以前，评委只能看自己的评分表；{rater.name} 的评分表不能打开。"
    return may(session, Role.EVALUATION)


def why_no_marking(session: Session, rater: Rater) -> str:
    """Return why points may not be written into a rater's sheet now; nothing if they may."""
    if rater.round.state != _SCORING:
        return "这个轮次现在不在评分中，评分表不能改。"
    return why_no_sheet(session, rater) or _why_shut(rater)


def _why_shut(rater: Rater) -> str:
    if rater.tie:
        return f"{rater.name} 声明有利害关系（{rater.tie}），应当回避，不能评分。"
    if rater.excluded_because:
        return f"{rater.name} 已不计分（{rater.excluded_because}），不能再评分。"
    if rater.declared_on is None:
        return f"请先登记 {rater.name} 的回避声明，再评分。"
    if rater.handed_in_on is not None:
        return f"{rater.name} 的评分表已交，不能再改；确需更正的，请评价组织写明理由退回。"
    return ""


def let_read(session: Session, rater: Rater) -> None:
    """Refuse to show a sheet to who may not see it."""
    if said := why_no_sheet(session, rater):
        raise Refused(said)


def let_mark(session: Session, rater: Rater) -> None:
    """Refuse to write into a sheet that may not be changed, or not by this person."""
    if said := why_no_marking(session, rater):
        raise Refused(said)


def let_see_results(found: EvaluationRound) -> None:
    """Refuse totals, averages and counts of points before scoring is closed."""
    if found.state in SECRET:
        raise Refused("评分还没有结束，任何人都不能看汇总结果。")
