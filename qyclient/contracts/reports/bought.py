"""One line of R10: a contract with what was worked out of it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from qyclient.contracts.models import Contract


@dataclass(frozen=True, slots=True)
class Bought:
    """A contract, who undertook it, what was paid of it, how it was judged."""

    contract: Contract
    levels: tuple[str | None, str | None, str | None]
    party: str
    code: str | None
    sort: str | None
    org_grade: str | None
    paid_now: Decimal
    paid: Decimal
    beneficiaries: int | None
    score: str | None
    grade: str | None

    @property
    def budget(self) -> Decimal | None:
        """Return what was planned."""
        return self.contract.budget_amount

    @property
    def amount(self) -> Decimal | None:
        """Return what the contract is worth."""
        return self.contract.amount

    @property
    def rate(self) -> Decimal | None:
        """Return 支付率 in percent."""
        if not self.contract.amount:
            return None
        return (self.paid * 100 / self.contract.amount).quantize(Decimal("0.01"), ROUND_HALF_UP)
