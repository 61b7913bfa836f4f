"""From points to a result: each rater's total, each party's mean, the weighted whole.

Everything is exact until it is kept: fractions are never rounded on the way (DOMAIN 6.2).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from qyclient.evaluations.rules.lists import IndicatorKind, Party
from qyclient.evaluations.rules.tree import Node, counts, leaves

COUNTED = (Party.PURCHASER, Party.THIRD, Party.BENEFICIARY)
"""The parties whose scores make the result; what a body says of itself stands beside it."""

_FEW = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """One rater's points by the number of the indicator."""

    rater: str
    party: Party
    points: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the sheets come to, of 100: per rater, per party, and in whole; None if nobody rated.

    `vetoes` are the numbers of the indicators by which somebody vetoed; `missing` are parties
    with a weight and without a score.
    """

    raters: Mapping[str, Fraction]
    parties: Mapping[Party, Fraction]
    whole: Fraction | None
    vetoes: Sequence[str]
    missing: Sequence[Party]


def rated_by(nodes: Sequence[Node], party: Party) -> list[Node]:
    """Return the indicators that a party scores."""
    return [node for node in leaves(nodes) if party.value in (node.raters or "").split()]


def sheet_share(sheet: Sheet, nodes: Sequence[Node]) -> Fraction:
    """Return a rater's total, of 100: points by full points of what his party scores.

    What is added on top (加分) counts up to its own points, and the whole never passes 100.
    """
    mine = rated_by(nodes, sheet.party)
    full = sum((Fraction(n.weight) for n in mine if counts(n)), Fraction(0))
    if not full:
        return Fraction(0)
    got = sum((_points(sheet, node) for node in mine if not node.is_veto), Fraction(0))
    return min(Fraction(100), 100 * got / full)


def trimmed_mean(values: Sequence[Fraction], trim_from: int) -> Fraction:
    """Return the mean; of so many values and more without the highest and the lowest."""
    kept = sorted(values)
    if len(kept) >= max(trim_from, _FEW + 1):
        kept = kept[1:-1]
    return sum(kept, Fraction(0)) / len(kept)


def outcome(
    sheets: Iterable[Sheet],
    nodes: Sequence[Node],
    weights: Mapping[Party, int],
    satisfaction: Fraction | None,
    trim_from: int,
) -> Outcome:
    """Return what all sheets come to; `satisfaction` (of 1) is what a survey found, if any was."""
    whole = list(sheets)
    raters = {sheet.rater: sheet_share(sheet, nodes) for sheet in whole}
    parties: dict[Party, Fraction] = {}
    for party in Party:
        theirs = [raters[sheet.rater] for sheet in whole if sheet.party is party]
        if party is Party.BENEFICIARY and satisfaction is not None:
            parties[party] = 100 * satisfaction
        elif theirs:
            trim = trim_from if party is Party.THIRD else len(theirs) + 1
            parties[party] = trimmed_mean(theirs, trim)
    missing = [p for p in COUNTED if weights.get(p, 0) and p not in parties]
    return Outcome(raters, parties, weighted(parties, weights), _vetoes(whole, nodes), missing)


def weighted(parties: Mapping[Party, Fraction], weights: Mapping[Party, int]) -> Fraction | None:
    """Return the weighted mean of the parties that scored, their weights made a whole again."""
    there = [p for p in COUNTED if p in parties and weights.get(p, 0)]
    share = sum(weights[p] for p in there)
    return sum((parties[p] * weights[p] for p in there), Fraction(0)) / share if share else None


def _points(sheet: Sheet, node: Node) -> Fraction:
    got = sheet.points.get(node.number, Decimal(0))
    return Fraction(min(got, node.weight)) if node.kind is IndicatorKind.BONUS else Fraction(got)


def _vetoes(sheets: Sequence[Sheet], nodes: Sequence[Node]) -> list[str]:
    vetoing = [node.number for node in leaves(nodes) if node.is_veto]
    return [n for n in vetoing if any(sheet.points.get(n, 0) > 0 for sheet in sheets)]
