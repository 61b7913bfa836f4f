"""What each instalment pays now: what it waits for, what is proposed, with its arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, Deduction, Instalment, Verdict
from qyclient.contracts.rules import Stage
from qyclient.contracts.rules.money import Due
from qyclient.contracts.rules.payable import Payable, paid_by, proposal
from qyclient.contracts.services.recording import instalments_of
from qyclient.contracts.services.sums import dues
from qyclient.contracts.services.verdicts import verdicts_of
from qyclient.store.listing import of

_STOPPED = {
    "SUSPENDED": "合同中止履行",
    "DISPUTED": "合同在争议处理中",
    "RECTIFYING": "合同在限期整改",
}


@dataclass(frozen=True, slots=True)
class InstalmentDue:
    """One instalment: its money, what it waits for (empty if nothing), and what is proposed."""

    instalment: Instalment
    money: Due
    waits: str
    proposal: Payable
    verdict: Verdict | None = None


def dues_of(session: Session, contract: UUID) -> list[InstalmentDue]:
    """Return what each instalment of a contract pays, by the verdicts it waits for."""
    whole = session.get_one(Contract, contract)
    parts = instalments_of(session, contract)
    money = dues(session, parts)
    verdicts = {verdict.stage: verdict for verdict in verdicts_of(session, contract)}
    return [
        _due(
            whole,
            part,
            money[part.id],
            verdicts.get(part.waits_for) if part.waits_for else None,
            deductions_of(session, part.id),
        )
        for part in parts
    ]


def due_of(session: Session, part: Instalment) -> InstalmentDue:
    """Return what one instalment pays."""
    return next(due for due in dues_of(session, part.contract.id) if due.instalment.id == part.id)


def earned_by(session: Session, verdict: Verdict) -> list[tuple[int, Payable]]:
    """Return what a verdict makes of each instalment that waits for its stage, by its number."""
    contract: UUID = verdict.contract_id  # type: ignore[attr-defined]  # made by link
    return [
        (part.number, paid_by(part.amount, verdict.score, verdict.grade, verdict.given_on))
        for part in instalments_of(session, contract)
        if part.waits_for is verdict.stage
    ]


def deductions_of(session: Session, instalment: UUID) -> Sequence[Deduction]:
    """Return what is taken off an instalment."""
    found = of(session, Deduction, "instalment", instalment)
    return [one for one in found if not one.voided_because]


def _due(
    contract: Contract,
    part: Instalment,
    money: Due,
    verdict: Verdict | None,
    deductions: Sequence[Deduction],
) -> InstalmentDue:
    taken = [(one.reason, one.amount) for one in deductions]
    waits = _waits(contract, part, verdict)
    if contract.status == "TERMINATED":
        left = Payable(
            part.amount - money.released, f"解除结算应付 {part.amount - money.released:,.2f}"
        )
        return InstalmentDue(part, money, "", proposal(left, taken, _gone(money)), verdict)
    if part.waits_for is None:
        earned = Payable(part.amount, f"{part.amount:,.2f} × 100%")
    elif verdict is None or not verdict.confirmed_by:
        return InstalmentDue(part, money, waits, Payable(Decimal("0.00"), waits), verdict)
    else:
        earned = paid_by(part.amount, verdict.score, verdict.grade, verdict.given_on)
    left = proposal(earned, taken, _gone(money))
    if left.amount > money.open:
        told = f"核减后未付 {money.open:,.2f}"
        left = Payable(money.open, told, (*left.steps, told))
    return InstalmentDue(part, money, waits, left, verdict)


def _gone(money: Due) -> Decimal:
    return money.paid + money.pending


def _waits(contract: Contract, part: Instalment, verdict: Verdict | None) -> str:
    """Return what an instalment still waits for; empty if nothing."""
    if contract.status in _STOPPED:
        return _STOPPED[contract.status]
    if contract.deposit and contract.deposit_received_on is None:
        return f"等待履约保证金 {contract.deposit:,.2f} 元"
    return _waits_for(part.waits_for, verdict) if part.waits_for else ""


def _waits_for(stage: Stage, verdict: Verdict | None) -> str:
    if verdict is None:
        return f"等待{stage.label}"
    if not verdict.confirmed_by:
        return f"{stage.label} {verdict.score.normalize():f} 分，等待另一人确认"
    if verdict.rectifying:
        return f"整改未完成，期限 {verdict.rectify_until}"
    return ""
