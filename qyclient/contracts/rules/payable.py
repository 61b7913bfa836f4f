"""Grades and what they pay: bands and factors are dated data (财预〔2020〕10号; 合同约定)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from qyclient.office.rules.limits import dated, in_force
from qyclient.records.choices import Choice

_FEN = Decimal("0.01")


class Grade(Choice):
    """评价等级."""

    EXCELLENT = "EXCELLENT", "优", ("优秀",)
    GOOD = "GOOD", "良", ("良好",)
    FAIR = "FAIR", "中", ("合格",)
    POOR = "POOR", "差", ("不合格",)


@dataclass(frozen=True, slots=True)
class Payable:
    """What an instalment pays, with the arithmetic in words."""

    amount: Decimal
    how: str
    steps: tuple[str, ...] = ()


def grade(score: Decimal, on: date) -> Grade:
    """Return the grade of an unrounded score by the bands of that day."""
    bands = in_force(dated("grades")["bands"], on)["at_least"]
    return next(Grade[name] for name, least in bands.items() if score >= Decimal(least))


def grade_with_rule(score: Decimal, on: date) -> str:
    """Return the grade and the boundary it was given by: people quarrel about boundaries."""
    found = grade(score, on)
    least = in_force(dated("grades")["bands"], on)["at_least"][found.value]
    return f"{found.label}（≥ {least}）"


def payable(instalment: Decimal, score: Decimal, on: date) -> Payable:
    """Return what an instalment pays by a score: whole fen, half up (DOMAIN 4.5)."""
    return paid_by(instalment, score, grade(score, on), on)


def paid_by(instalment: Decimal, score: Decimal, graded: Grade, on: date) -> Payable:
    """Return what an instalment pays by a score and the grade that was confirmed for it."""
    way = in_force(dated("grades")["last_instalment"], on)["pay"][graded.value]
    if way == "full":
        return Payable(instalment, f"{instalment:,.2f} × 100%")
    if way == "none":
        return Payable(Decimal("0.00"), "等级为差，不支付")
    due = (instalment * score / 100).quantize(_FEN, ROUND_HALF_UP)
    return Payable(due, f"{instalment:,.2f} × {score.normalize():f}% = {due:,.2f}")


def proposal(earned: Payable, deductions: Sequence[tuple[str, Decimal]], gone: Decimal) -> Payable:
    """Return what is proposed to be paid now: earned, less each deduction, less what has gone.

    Never below nothing: what was deducted beyond it is told, and is asked back otherwise.
    """
    steps = [f"应付：{earned.how}"]
    left = earned.amount
    for why, amount in deductions:
        left -= amount
        steps.append(f"扣款（{why}）：- {amount:,.2f} = {left:,.2f}")
    if gone:
        left -= gone
        steps.append(f"本期已付和在途：- {gone:,.2f} = {left:,.2f}")
    if left < 0:
        steps.append(f"不足 {-left:,.2f} 元，本期不再支付")
        left = Decimal("0.00")
    return Payable(left, steps[-1] if len(steps) > 1 else earned.how, tuple(steps))
