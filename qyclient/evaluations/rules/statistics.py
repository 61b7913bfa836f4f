"""分歧与稳定: what raters agree on, who gives everyone the same, how near the next grade is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from statistics import fmean, median, pstdev

from qyclient.evaluations.rules import Grade
from qyclient.evaluations.rules.totals import Sheet
from qyclient.evaluations.rules.tree import Node, leaves
from qyclient.office.rules.limits import dated, in_force

LOUD = 0.15
"""A disagreement of so much of the full points is worth talking about."""
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Spread:
    """What raters gave for one indicator: mean, median, and how far they are apart (σ)."""

    node: Node
    points: Mapping[str, Decimal]

    @property
    def mean(self) -> float:
        """Return the mean."""
        return fmean(map(float, self.points.values()))

    @property
    def middle(self) -> float:
        """Return the median, which one outlier does not move."""
        return float(median(self.points.values()))

    @property
    def apart(self) -> float:
        """Return the standard deviation (分歧)."""
        return pstdev(map(float, self.points.values()))

    @property
    def loud(self) -> bool:
        """Say whether they are so far apart that it should be talked about."""
        weight = float(self.node.weight)
        return bool(weight) and self.apart / weight >= LOUD


def spreads(sheets: Sequence[Sheet], nodes: Sequence[Node]) -> list[Spread]:
    """Return what was given for each indicator, in the order of the template."""
    found = []
    for node in leaves(nodes):
        points = {s.rater: s.points[node.number] for s in sheets if node.number in s.points}
        if points and not node.is_veto:
            found.append(Spread(node, points))
    return found


def uniform(sheets: Sequence[Sheet], nodes: Sequence[Node]) -> list[str]:
    """Return the raters who gave every indicator the same part of its points."""
    weights = {n.number: n.weight for n in leaves(nodes) if n.weight and not n.is_veto}
    found = []
    for sheet in sheets:
        shares = {
            Fraction(points) / Fraction(weights[number])
            for number, points in sheet.points.items()
            if number in weights
        }
        if len(shares) == 1 and len(weights) >= _ENOUGH:
            found.append(sheet.rater)
    return found


def same_for_all(totals: Mapping[str, Sequence[Fraction]]) -> list[str]:
    """Return the raters who gave the same total in each of at least three rounds."""
    return [
        rater for rater, given in totals.items() if len(given) >= _ENOUGH and len(set(given)) == 1
    ]


def bands(on: date) -> list[tuple[Grade, Decimal]]:
    """Return the grades of a day with the least score of each, the best first."""
    least = in_force(dated("grades")["bands"], on)["at_least"]
    return [(Grade[name], Decimal(score)) for name, score in least.items()]


def next_band(score: Decimal, on: date) -> str:
    """Return in words how far it is to the grades above and below."""
    found = bands(on)
    place = next(n for n, (_grade, least) in enumerate(found) if score >= least)
    parts = []
    if place:
        better, least = found[place - 1]
        parts.append(f"距“{better.label}”（≥ {least}）差 {_shown(least - score)} 分")
    if place + 1 < len(found):
        grade, least = found[place]
        parts.append(f"高出“{grade.label}”的下限 {_shown(score - least)} 分")
    return "，".join(parts)


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"
