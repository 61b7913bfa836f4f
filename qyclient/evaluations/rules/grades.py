"""Grades and what they pay: bands and factors are dated data (财预〔2020〕10号; 合同约定)."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from qyclient.office.rules.limits import dated, in_force
from qyclient.records.choices import Choice


class Grade(Choice):
    """评价等级."""

    EXCELLENT = "EXCELLENT", "优", ("优秀",)
    GOOD = "GOOD", "良", ("良好",)
    FAIR = "FAIR", "中", ("合格",)
    POOR = "POOR", "差", ("不合格",)


@dataclass(frozen=True, slots=True)
class Payable:
    """What an instalment pays by its score, with the arithmetic in words."""

    amount: Decimal
    how: str


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
    """Return what the last instalment pays: whole fen, half up (DOMAIN 4.5)."""
    way = in_force(dated("grades")["last_instalment"], on)["pay"][grade(score, on).value]
    if way == "full":
        return Payable(instalment, f"{instalment:,.2f} × 100%")
    if way == "none":
        return Payable(Decimal("0.00"), "等级为差，不支付")
    due = (instalment * score / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Payable(due, f"{instalment:,.2f} × {score.normalize():f}% = {due:,.2f}")
