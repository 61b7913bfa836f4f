"""One mark: what may be given for an indicator, and when its reason must be told."""

from decimal import Decimal

from qyclient.evaluations.rules.lists import IndicatorKind
from qyclient.evaluations.rules.parts import possible
from qyclient.evaluations.rules.tree import Node


def points_problem(node: Node, points: Decimal, step: Decimal | None) -> str:
    """Return why so many points cannot be given; nothing if they can."""
    most = Decimal(1) if node.is_veto else node.weight
    if not 0 <= points <= most:
        return "填 0（没有）或 1（发生）" if node.is_veto else f"应在 0 到 {_shown(most)} 之间"
    if node.kind is IndicatorKind.YESNO and points not in {0, most}:
        return f"是否项只能是 0 或 {_shown(most)}"
    able = possible(node.style, node.parts)
    if able is not None and points not in able:
        return f"只能是 {'、'.join(map(_shown, able))}"
    if step and able is None and points % step:
        return f"应是 {_shown(step)} 的倍数"
    return ""


def needs_reason(node: Node, points: Decimal) -> bool:
    """Say whether it must be told why: points were taken off, or added, or it is a veto."""
    if node.is_veto or node.kind is IndicatorKind.BONUS:
        return points > 0
    return points < node.weight


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"
