"""Finding a round or a rater with what it is linked to, or saying that there is none."""

from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.evaluations.models import EvaluationRound, Rater
from qyclient.store.listing import linked

_DRAFTED = "DRAFTED"


def the_round(session: Session, key: UUID) -> EvaluationRound:
    """Return a round with what it is linked to."""
    mine = linked(EvaluationRound).where(EvaluationRound.id == key)
    found: EvaluationRound | None = session.scalar(mine)
    if found is None:
        raise Refused("这个评价轮次已不存在。")
    return found


def round_called(session: Session, number: str) -> EvaluationRound:
    """Return a round by its number."""
    mine = linked(EvaluationRound).where(EvaluationRound.number == number.strip())
    found: EvaluationRound | None = session.scalar(mine)
    if found is None:
        raise Refused(f"没有评价轮次 {number}；用 evaluations list 查看全部轮次。")
    return found


def the_rater(session: Session, key: UUID) -> Rater:
    """Return a rater with the round he rates in."""
    found: Rater | None = session.scalar(linked(Rater).where(Rater.id == key))
    if found is None:
        raise Refused("这名评委已不在轮次中。")
    return found


def let_plan(found: EvaluationRound) -> None:
    """Refuse to change the plan of a round that has begun."""
    if found.state != _DRAFTED:
        raise Refused(f"{found.number} 已开始评分，方案和评委不能再改。")
