"""定量指标: points of what was reached against the target (财预〔2020〕10号)."""

from datetime import date
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from qyclient.evaluations.rules.lists import Direction, Method
from qyclient.office.rules.limits import dated, in_force

_KEPT = Decimal("0.0001")


def cut(number: Fraction) -> Decimal:
    """Return a number with four decimals, cut and not rounded: nobody is lifted over a boundary."""
    exact = Decimal(number.numerator * 10_000 // number.denominator)
    return exact.scaleb(-4)


def reached(target: Decimal, actual: Decimal, direction: Direction) -> Fraction:
    """Return which part of the target was reached; more than 1 is above it."""
    if direction is Direction.UP:
        return Fraction(actual) / Fraction(target)
    return Fraction(target) / Fraction(actual) if actual > 0 else Fraction(1)


def points_of(method: Method, part: Fraction, weight: Decimal, on: date) -> Decimal:
    """Return the points for a part of the target: in proportion, or by the steps of that day."""
    part = max(part, Fraction(0))
    if part >= 1:
        return weight.quantize(_KEPT, ROUND_DOWN)
    if method is Method.PROPORTIONAL:
        return cut(Fraction(weight) * part)
    steps = in_force(dated("evaluation")["steps"], on)["shares"]
    share = next(Fraction(given) for least, given in steps if part >= Fraction(least))
    return cut(Fraction(weight) * share)


def too_easy(part: Fraction, on: date) -> bool:
    """Say whether so much was reached that the target may have been set too low."""
    ratio = in_force(dated("evaluation")["far_above"], on)["ratio"]
    return part >= Fraction(ratio)
