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
from qyclient.evaluations.services.from_records import Recorded, differs, recorded_of
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
    """Say what was reached of a quantity and from where it is known, before scoring is closed.

    What recognised service records say is taken from them; another number needs its reason.
    """
    let_organize(session)
    found, node = the_round(session, key), session.get_one(Indicator, indicator)
    _let_put(found)
    recorded = recorded_of(session, found).get(node.number)
    given = {**texts, "target": texts.get("target") or _usual_target(node, recorded)}
    if recorded is not None and not given.get("source", "").strip():
        given["source"] = recorded.told
    typed = entered_under(session, Actual, given, round=found, indicator=node)
    if typed.target <= 0:
        raise Invalid({"target": "目标值应大于 0"})
    if recorded is not None and differs(recorded, typed.actual):
        if not typed.override_because:
            told = f"{recorded.told}，与填写的不同，请写明不按记录取数的理由"
            raise Invalid({"override_because": told})
    else:
        typed.override_because = None
    return _kept(session, found, node, typed)


def take_recorded(session: Session, key: UUID) -> list[Actual]:
    """取数: fill in what recognised records say; what was overridden with a reason stays."""
    let_organize(session)
    found = the_round(session, key)
    _let_put(found)
    recorded = recorded_of(session, found)
    if not recorded:
        raise Refused("没有可取的数：指标的“取数来源”要与服务记录的种类同名，合同要有服务记录。")
    made = []
    for node, known in quantities(session, key):
        said = recorded.get(node.number)
        if said is None or (known is not None and known.override_because):
            continue
        target = _shown(known.target) if known is not None else _usual_target(node, said)
        if target:
            texts = {"target": target, "actual": f"{said.recognised}", "source": said.told}
            typed = entered_under(session, Actual, texts, round=found, indicator=node)
            made.append(_kept(session, found, node, typed))
    return made


def _let_put(found: EvaluationRound) -> None:
    if found.state not in ("DRAFTED", "SCORING"):
        raise Refused("评分已经结束，实际值不能再改。")


def _usual_target(node: Indicator, recorded: Recorded | None) -> str:
    """Return what the contract agreed, or else what the template wants."""
    if recorded is not None and recorded.target:
        return f"{recorded.target}"
    return _shown(node.target)


def _kept(session: Session, found: EvaluationRound, node: Indicator, typed: Actual) -> Actual:
    """Keep an actual value: there is one for each round and indicator."""
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
                    f"完成 {float(part):.1%}{easy}（{actual.source}{_overridden(actual)}）"
                ),
            )
    return points


def _overridden(actual: Actual) -> str:
    return f"；{actual.override_because}" if actual.override_because else ""


def _shown(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"
