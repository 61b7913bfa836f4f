"""评委: who rates in a round, what each declared of his ties, and leaving somebody out."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import EvaluationRound, Rater
from qyclient.evaluations.services.blind import raters_of, same_person
from qyclient.evaluations.services.lookup import let_plan, the_rater, the_round
from qyclient.evaluations.services.templates import let_organize
from qyclient.store.rows import entered_under


def add_rater(session: Session, key: UUID, texts: Mapping[str, str]) -> Rater:
    """Name one who rates in a round; only before scoring has begun."""
    let_organize(session)
    found = the_round(session, key)
    let_plan(found)
    return named_rater(session, found, texts)


def named_rater(session: Session, found: EvaluationRound, texts: Mapping[str, str]) -> Rater:
    """Name a rater of a round; one person rates once."""
    others = raters_of(session, found)
    given = {k: texts.get(k, "") for k in ("name", "party", "unit")}
    given["code"] = f"{found.number}-{len(others) + 1:02d}"
    rater = entered_under(session, Rater, given, round=found)
    if any(same_person(rater.name, other.name) for other in others):
        raise Invalid({"name": f"{rater.name} 已是本轮评委，一人只评一份"})
    session.add(rater)
    session.flush()
    return rater


def declare(session: Session, key: UUID, tie: str = "") -> Rater:
    """Keep a rater's declaration: no tie to the body, or which one, which keeps him out."""
    rater = the_rater(session, key)
    if rater.handed_in_on is not None:
        raise Refused(f"{rater.name} 的评分表已交，声明不能再改。")
    rater.declared_on = session.info["today"]
    rater.tie = tie.strip() or None
    if rater.tie and not rater.excluded_because:
        rater.excluded_because = f"回避：{rater.tie}"
    return rater


def exclude(session: Session, key: UUID, because: str) -> Rater:
    """Leave a rater out: he did not come, or must not rate; his sheet does not count."""
    let_organize(session)
    rater = the_rater(session, key)
    if not because.strip():
        raise Invalid({"because": "请写明不计分的理由"})
    if rater.round.state not in ("DRAFTED", "SCORING"):
        raise Refused("评分已经结束，不能再改变谁计分；确有问题的，请复核后重新评价。")
    if rater.handed_in_on is not None:
        raise Refused(f"{rater.name} 的评分表已交，不能因其评分而不计；请在复核时提出。")
    rater.excluded_because = because.strip()
    return rater
