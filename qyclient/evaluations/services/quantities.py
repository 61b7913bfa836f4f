"""实际值: what was reached of each quantity, and the points that follow from it."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import Actual, EvaluationRound, Indicator
from qyclient.evaluations.rules.lists import IndicatorKind
from qyclient.evaluations.rules.quantity import points_of, reached, too_easy
from qyclient.evaluations.services.lookup import the_round
from qyclient.evaluations.services.templates import let_organize, tree_of
from qyclient.store.listing import of
from qyclient.store.rows import entered_under


def quantities(session: Session, key: UUID) -> list[tuple[Indicator, Actual | None]]:
    """Return the indicators of a round that go by actual values, with what is known of each."""
    found = the_round(session, key)
    known = {actual.indicator.id: actual for actual in of(session, Actual, "round", key)}
    nodes = tree_of(session, found.template.id)
    return [(node, known.get(node.id)) for node in nodes if node.method is not None]


def put_actual(session: Session, key: UUID, indicator: UUID, texts: Mapping[str, str]) -> Actual:
    """Say what was reached of a quantity and from where it is known, before scoring is closed."""
    let_organize(session)
    found, node = the_round(session, key), session.get_one(Indicator, indicator)
    if found.state not in ("DRAFTED", "SCORING"):
        raise Refused("评分已经结束，实际值不能再改。")
    given = {**texts, "target": texts.get("target") or _shown(node.target)}
    typed = entered_under(session, Actual, given, round=found, indicator=node)
    if typed.target <= 0:
        raise Invalid({"target": "目标值应大于 0"})
    mine = (Actual.round == found) & (Actual.indicator == node)
    kept = session.scalar(select(Actual).where(mine))
    if kept is None:
        session.add(typed)
        session.flush()
        return typed
    kept.target, kept.actual = typed.target, typed.actual
    kept.source, kept.override_because = typed.source, typed.override_because
    return kept


def given_points(session: Session, found: EvaluationRound) -> dict[str, tuple[Decimal, str]]:
    """Return the points that follow from actual values, by number, with the arithmetic."""
    on = session.info["today"]
    points: dict[str, tuple[Decimal, str]] = {}
    for actual in of(session, Actual, "round", found.id):
        node = actual.indicator
        if node.kind is IndicatorKind.QUANT and node.method and node.direction:
            part = reached(actual.target, actual.actual, node.direction)
            got = points_of(node.method, part, node.weight, on)
            easy = "，明显高于目标，请核对目标是否偏低" if too_easy(part, on) else ""
            unit = node.unit or ""
            points[node.number] = (
                got,
                (
                    f"实际 {_shown(actual.actual)}{unit}，目标 {_shown(actual.target)}{unit}，"
                    f"完成 {float(part):.1%}{easy}（{actual.source}）"
                ),
            )
    return points


def _shown(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"
