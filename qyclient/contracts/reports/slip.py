"""支付审批单: what is paid, why so much, to whom, with the amount in capitals."""

from collections.abc import Sequence
from decimal import Decimal

from qyclient.contracts.models import (
    Contract,
    Deduction,
    EligibilityCheck,
    Payment,
    PaymentStep,
    Verdict,
)
from qyclient.contracts.reports.texts import made_of
from qyclient.paper.report import Heading
from qyclient.records.base import field_of
from qyclient.records.dates import format_date
from qyclient.records.money import capitals, format_money


class Slip:
    """What a slip is made of: the payment with everything it rests on, as records."""

    def __init__(self, payment: Payment, contract: Contract) -> None:
        self.payment, self.contract = payment, contract
        self.verdict: Verdict | None = None
        self.steps: Sequence[PaymentStep] = ()
        self.deductions: Sequence[Deduction] = ()
        self.check: EligibilityCheck | None = None
        self.line = ""
        self.paid_before = Decimal("0.00")
        self.invoiced = Decimal("0.00")

    def facts(self) -> dict[str, str]:
        """Return the values of the marks of the slip."""
        payment, contract = self.payment, self.contract
        return {
            "code": payment.number,
            "payment_number": payment.number,
            "project": contract.title,
            "contract_no": contract.contract_no,
            "instalment": f"第 {payment.instalment.number} 期",
            "purchaser": contract.purchaser,
            "party": contract.party,
            "amount": format_money(contract.amount or Decimal("0.00")),
            "paid_before": format_money(self.paid_before),
            "planned": format_money(payment.instalment.amount),
            "line": self.line,
            "verdict": _verdict(self.verdict),
            "invoiced": format_money(self.invoiced),
            "arithmetic": payment.arithmetic,
            "deductions": "\n".join(
                f"{d.reason} {format_money(d.amount)} 元" for d in self.deductions
            ),
            "payment": format_money(payment.amount),
            "capitals": capitals(payment.amount),
            "payee": payment.payee,
            "payee_bank": payment.payee_bank or "",
            "payee_account": payment.payee_account,
            "standing": _standing(self.check),
            "requested": self._said("request"),
            "checked": self._said("check"),
            "approved": self._said("approve_payment"),
            "remark": payment.remark or "",
        }

    def _said(self, move: str) -> str:
        done = [step for step in self.steps if step.move == move]
        if not done:
            return ""
        last = done[-1]
        words = [last.doer, format_date(last.signed_on or last.done_on), last.opinion or ""]
        return "　".join(filter(None, words))


def payment_slip(text: str, slip: Slip, heading: Heading) -> bytes:
    """Return the slip as PDF, in the words of `text`."""
    return made_of(text, slip.facts(), heading)


def _verdict(verdict: Verdict | None) -> str:
    if verdict is None:
        return "本期不以评价为付款条件"
    score = field_of(Verdict, "score").show(verdict)
    return f"{verdict.stage.label} {score} 分，{verdict.grade.label}"


def _standing(check: EligibilityCheck | None) -> str:
    if check is None:
        return ""
    day = format_date(check.checked_on)
    if check.eligible:
        return f"{day}核查：可承接"
    decision = check.decision.label if check.decision else ""
    return f"{day}核查：不可承接；{decision}：{check.reason or ''}"
