"""What the charts of a round show: dimensions, raters' spread, what was reached of targets."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from qyclient.evaluations.rules.statistics import Spread
from qyclient.evaluations.rules.tree import Node, counts, in_order, leaves, level
from qyclient.paper.figures import Axis, Figure, bars, radar, spreads

_ENOUGH = 3


def dimension_chart(nodes: Sequence[Node], found: Sequence[Spread]) -> Figure:
    """Return the first-level dimensions by the part of their points: a radar, or bars if few."""
    means = {spread.node.number: spread.mean for spread in found}
    axes = []
    for node in in_order(nodes):
        under = [leaf for leaf in leaves(nodes) if _within(leaf.number, node.number)]
        rated = [leaf for leaf in under if leaf.number in means and counts(leaf)]
        full = float(sum((leaf.weight for leaf in rated), Decimal(0)))
        if level(node.number) == 1 and full:
            got = sum(means[leaf.number] for leaf in rated)
            axes.append(Axis(node.name, got / full, f"{got:.1f}/{full:g}", node.number))
    return (radar if len(axes) >= _ENOUGH else bars)("各维度得分率", axes)


def spread_chart(found: Sequence[Spread]) -> Figure:
    """Return where each rater stands in each indicator; the stroke is the mean."""
    rows = []
    for spread in found:
        weight = float(spread.node.weight)
        if weight:
            told = f"{spread.mean:.2f}/{weight:g} σ{spread.apart:.2f}"
            label = f"{spread.node.number} {spread.node.name}"
            axis = Axis(label, spread.mean / weight, told, spread.node.number)
            rows.append((axis, {rater: float(p) / weight for rater, p in spread.points.items()}))
    return spreads("各项评分分布（竖线为平均）", rows)


def target_chart(reached: Mapping[str, tuple[str, Decimal, Decimal, str]]) -> Figure:
    """Return what was reached of each target: by number its name, target, actual value, unit."""
    axes = [
        Axis(
            name,
            float(actual / target) if target else 0.0,
            f"{actual.normalize():f}/{target.normalize():f}{unit}",
            number,
        )
        for number, (name, target, actual, unit) in reached.items()
    ]
    return bars("目标完成情况（实际值/目标值）", axes)


def _within(number: str, top: str) -> bool:
    return number == top or number.startswith(f"{top}.")
