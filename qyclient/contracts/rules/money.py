"""The sums of purchased services, each with its one formula; yuan, exact to the fen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from qyclient.contracts.rules.lists import BudgetMove
from qyclient.office.rules.limits import limit

NOTHING = Decimal("0.00")
_LESS = frozenset({BudgetMove.TRANSFER_OUT, BudgetMove.WITHDRAW, BudgetMove.CARRIED_OUT})


def signed(move: BudgetMove, amount: Decimal) -> Decimal:
    """Return by how much an entry changes the budget of its line."""
    return -amount if move in _LESS else amount


@dataclass(frozen=True, slots=True)
class Due:
    """What became of one instalment: paid, asked for, no longer to be paid, still open."""

    amount: Decimal
    paid: Decimal = NOTHING
    pending: Decimal = NOTHING
    released: Decimal = NOTHING

    @property
    def unpaid(self) -> Decimal:
        """Return what is bound by it and has not left yet."""
        return self.amount - self.released - self.paid

    @property
    def open(self) -> Decimal:
        """Return what can still be asked for."""
        return self.unpaid - self.pending


@dataclass(frozen=True, slots=True)
class Balance:
    """预算、已签、已付、可用 of a budget line: 可用 = 预算 - 已签未付 - 已付, nothing twice."""

    budget: Decimal = NOTHING
    unpaid: Decimal = NOTHING
    paid: Decimal = NOTHING

    @property
    def committed(self) -> Decimal:
        """Return what was signed: what is still to be paid and what was."""
        return self.unpaid + self.paid

    @property
    def free(self) -> Decimal:
        """Return what can still be signed."""
        return self.budget - self.unpaid - self.paid

    def after(self, more: Decimal) -> "Balance":
        """Return what it becomes once so much more is signed."""
        return Balance(self.budget, self.unpaid + more, self.paid)

    def told(self) -> str:
        """Say the formula with its figures."""
        return (
            f"可用 {self.free:,.2f} = 预算 {self.budget:,.2f} - 已签未付 {self.unpaid:,.2f}"
            f" - 已付 {self.paid:,.2f}"
        )


def problems(
    amount: Decimal, budget: Decimal | None, start_on: date | None, end_on: date | None
) -> dict[str, str]:
    """Return what stands against a contract, by field key."""
    found: dict[str, str] = {}
    if amount <= 0:
        found["amount"] = "合同金额应大于零"
    elif budget is not None and amount > budget:
        found["amount"] = f"合同金额 {amount:,.2f} 元超过采购预算 {budget:,.2f} 元"
    if start_on and end_on and end_on < start_on:
        found["end_on"] = "服务期限止早于起"
    return found


def plan_problem(amount: Decimal, instalments: Sequence[Decimal]) -> str | None:
    """Return a sentence if the instalments do not add up to the contract, to the fen."""
    return _sum_problem("各期", "每期", amount, instalments)


def lines_problem(amount: Decimal, lines: Sequence[Decimal]) -> str | None:
    """Return a sentence if the lines of what is bought do not add up to the contract."""
    return _sum_problem("标的明细", "每行", amount, lines)


def _sum_problem(what: str, each: str, amount: Decimal, parts: Sequence[Decimal]) -> str | None:
    total = sum(parts, NOTHING)
    if any(part <= 0 for part in parts):
        return f"{each}金额应大于零"
    if parts and total != amount:
        off = total - amount
        return f"{what}合计 {total:,.2f} 元，与合同金额 {amount:,.2f} 元相差 {off:+,.2f} 元"
    return None


@dataclass(frozen=True, slots=True)
class Thermometer:
    """补充合同累计: how much was added to a contract, against the 10 % of 采购法 art 49."""

    original: Decimal
    added: Decimal
    most: Decimal
    citation: str

    @property
    def share(self) -> Decimal:
        """Return how much of the original amount was added, in percent, unrounded."""
        return self.added * 100 / self.original if self.original else NOTHING

    @property
    def left(self) -> Decimal:
        """Return how much may still be added."""
        return self.most - self.added

    def problem(self) -> str:
        """Return why so much cannot be added; empty if it can."""
        if self.added <= self.most:
            return ""
        return (
            f"补充合同累计增加 {self.added:,.2f} 元，为原合同金额 {self.original:,.2f} 元的"
            f" {self.share:.2f}%，超过 {self.most:,.2f} 元的上限（{self.citation}）；请另行采购"
        )


def thermometer(original: Decimal, deltas: Sequence[Decimal], on: date) -> Thermometer:
    """Return where the additions to a contract stand; reductions do not make room for more."""
    rule = limit("AMEND_MAX_PCT", on)
    most = (original * Decimal(rule.value) / 100).quantize(Decimal("0.01"), "ROUND_DOWN")
    added = sum((delta for delta in deltas if delta > 0), NOTHING)
    return Thermometer(original, added, most, rule.citation)
