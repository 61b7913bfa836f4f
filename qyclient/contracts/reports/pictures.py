"""What is drawn of a contract: its timeline, how far its money went, and its budget lines."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from qyclient.contracts.models import (
    Amendment,
    BudgetLine,
    Contract,
    ContractStep,
    Payment,
    Refund,
    Verdict,
)
from qyclient.contracts.reports.planned import PlannedPayment
from qyclient.contracts.rules.money import Balance, Due
from qyclient.contracts.rules.states import PAID
from qyclient.paper.figures import Figure
from qyclient.paper.tracks import Event, Gauge, gauges, timeline
from qyclient.records.base import field_of
from qyclient.records.money import format_money


class Course:
    """What happened to a contract, as records."""

    def __init__(self, contract: Contract, today: date) -> None:
        self.contract, self.today = contract, today
        self.steps: Sequence[ContractStep] = ()
        self.verdicts: Sequence[Verdict] = ()
        self.payments: Sequence[Payment] = ()
        self.refunds: Sequence[Refund] = ()
        self.amendments: Sequence[Amendment] = ()
        self.planned: Sequence[PlannedPayment] = ()

    def events(self) -> list[Event]:
        """Return everything in the order of its days, what is planned too."""
        found = [*self._done(), *self._changed(), *self._coming()]
        return sorted(found, key=lambda event: (event.day, not event.done))

    def figure(self) -> Figure | None:
        """Return the timeline; nothing if nothing has a day yet."""
        events = self.events()
        one = self.contract
        span = (one.start_on, one.end_on) if one.start_on and one.end_on else None
        return timeline("时间轴", events, span, self.today) if events else None

    def _done(self) -> Iterable[Event]:
        move = field_of(ContractStep, "move")
        known = {step.move for step in self.steps}
        for step in self.steps:
            yield Event(step.done_on, move.show(step), True)
        if self.contract.signed_on and "sign" not in known:
            yield Event(self.contract.signed_on, "签订合同", True)
        if self.contract.terminated_on and "terminate" not in known:
            yield Event(self.contract.terminated_on, "解除合同", True)
        for payment in self.payments:
            if payment.status in PAID and payment.paid_on:
                told = f"付第 {payment.instalment.number} 期 {format_money(payment.amount)}"
                yield Event(payment.paid_on, told, True)

    def _changed(self) -> Iterable[Event]:
        for verdict in self.verdicts:
            score = field_of(Verdict, "score").show(verdict)
            told = f"{verdict.stage.label} {score} 分，{verdict.grade.label}"
            yield Event(verdict.given_on, told, bool(verdict.confirmed_by))
        for refund in self.refunds:
            yield Event(refund.received_on, f"退款 {format_money(refund.amount)}", True)
        for one in self.amendments:
            delta = f" {one.delta:+,.2f}" if one.delta else ""
            yield Event(one.signed_on, f"第 {one.number} 号补充合同{delta}", True)

    def _coming(self) -> Iterable[Event]:
        for line in self.planned:
            day = line.part.due_on
            if day and line.money.unpaid:
                told = f"应付第 {line.part.number} 期 {format_money(line.money.unpaid)}"
                yield Event(day, told, False)
        end, status = self.contract.end_on, self.contract.status
        if end and status not in {"SETTLED", "TERMINATED", "ARCHIVED"}:
            yield Event(end, "服务期限止", end <= self.today)


def money_gauges(
    contract: Contract, dues: Sequence[Due], lines: Sequence[tuple[BudgetLine, Balance]]
) -> Figure | None:
    """Return how far a contract is paid, and how full each of its budget lines is."""
    rows = []
    if contract.amount and dues:
        paid = sum((due.paid for due in dues), Decimal(0))
        unpaid = sum((due.unpaid for due in dues), Decimal(0))
        told = f"已付 {format_money(paid)}，未付 {format_money(unpaid)}"
        rows.append(_gauge("合同", contract.amount, paid, unpaid, told))
    rows += [line_gauge(line, balance) for line, balance in lines]
    return gauges("资金", rows) if rows else None


def line_gauge(line: BudgetLine, balance: Balance) -> Gauge:
    """Return how full a budget line is."""
    told = f"可用 {format_money(balance.free)} / 预算 {format_money(balance.budget)}"
    return _gauge(line.number, balance.budget, balance.paid, balance.unpaid, told)


def line_figure(line: BudgetLine, balance: Balance) -> Figure:
    """Return the gauge of one budget line."""
    return gauges("已付（深）、已签未付（浅）、可用（空）", [line_gauge(line, balance)])


def _gauge(label: str, whole: Decimal, gone: Decimal, bound: Decimal, told: str) -> Gauge:
    if not whole:
        return Gauge(label, 0.0, 0.0, told)
    return Gauge(label, float(gone / whole), float(bound / whole), told)
