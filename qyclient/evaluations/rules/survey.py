"""满意度: how many to ask, whom, what the answers come to, and how sure one can be."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from random import Random

from qyclient.office.rules.limits import dated, in_force

ANSWERS = ("very_satisfied", "satisfied", "fair", "dissatisfied", "very_dissatisfied")
"""The five answers, the best first, as a tally keeps them."""

_SURE = 1.96
"""Standard errors that hold 95 of 100 samples."""


def sample_size(served: int, on: date) -> int:
    """Return how many must be asked by the rule of a day: everybody where fewer were served."""
    rule = in_force(dated("evaluation")["sample"], on)
    share = -(-served * int(rule["percent"]) // 100)
    return min(served, max(int(rule["least"]), share))


def rule_told(on: date) -> str:
    """Return the rule of a day in words."""
    rule = in_force(dated("evaluation")["sample"], on)
    return f"不少于服务人数的 {rule['percent']}% 且不少于 {rule['least']} 人"


def spread(places: Mapping[str, int], size: int) -> dict[str, int]:
    """Return how many are asked in each place: in proportion, the largest remainders first."""
    served = sum(places.values())
    exact = {place: Fraction(size * many, served) for place, many in places.items()}
    found = {place: int(part) for place, part in exact.items()}
    left = size - sum(found.values())
    by_rest = sorted(exact, key=lambda place: (found[place] - exact[place], place))
    for place in by_rest[:left]:
        found[place] += 1
    return found


def drawn(served: int, many: int, reserves: int, chance: Random) -> tuple[list[int], list[int]]:
    """Return the numbers of a list that are drawn, and reserves in the order of their turn."""
    whole = chance.sample(range(1, served + 1), min(served, many + reserves))
    return sorted(whole[:many]), whole[many:]


def rate(counts: Sequence[int], on: date) -> Fraction | None:
    """Return the satisfaction of answers, of 1: Σ(n·w)/Σn (DOMAIN 6.2); None without answers."""
    shares = in_force(dated("evaluation")["satisfaction"], on)["shares"]
    asked = sum(counts)
    if not asked:
        return None
    got = sum((many * Fraction(share) for many, share in zip(counts, shares, strict=True)),
              Fraction(0))  # fmt: skip
    return got / asked


def margin(counts: Sequence[int], served: int, on: date) -> float | None:
    """Return the margin of error of a rate, of 1, at 95 %; nothing is left where all were asked.

    Standard error of the mean of the weighted answers, with the correction for a small whole.
    """
    shares = [
        float(Fraction(s)) for s in in_force(dated("evaluation")["satisfaction"], on)["shares"]
    ]
    asked = sum(counts)
    if asked < 2 or served < asked:  # noqa: PLR2004 - one answer says nothing of the spread
        return None
    mean = sum(n * s for n, s in zip(counts, shares, strict=True)) / asked
    variance = sum(n * (s - mean) ** 2 for n, s in zip(counts, shares, strict=True)) / (asked - 1)
    small = (served - asked) / (served - 1) if served > 1 else 0.0
    return _SURE * math.sqrt(variance / asked * small)


def strokes(many: int) -> str:
    """Return a count in 正 strokes as it is tallied by hand: whole ones, then what is begun."""
    return "正" * (many // 5) + ("", "一", "丅", "下", "止")[many % 5]
