"""What the papers of a contract say: the values of their marks, as texts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from qyclient.contracts.models import (
    Amendment,
    Bid,
    Contract,
    ContractLine,
    ContractStep,
    Deliverable,
    Payment,
    Verdict,
)
from qyclient.contracts.reports.planned import PlannedPayment
from qyclient.contracts.rules.money import Thermometer
from qyclient.records.base import field_of, fields_of
from qyclient.records.dates import format_date
from qyclient.records.money import capitals, format_money

_OWN = (
    "contract_no", "purchaser", "service_kind", "catalogue_item", "procurement_item", "plan_no",
    "method", "budget_amount", "award_on", "signed_on", "start_on", "end_on", "term_reason",
    "standard", "breach", "subcontracting", "payee", "payee_bank", "payee_account",
    "rectify_until", "terminated_on", "terminated_because",
)  # fmt: skip
_OTHERS = {
    "title": "project", "content": "service_content", "place": "service_place",
    "delivered_on": "work_ended_on", "accepted_on": "work_accepted_on",
}  # fmt: skip


class Deed:
    """A contract with everything its papers rest on, as records; `until` are its legal days."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.lines: Sequence[ContractLine] = ()
        self.deliverables: Sequence[Deliverable] = ()
        self.progress: Sequence[Any] = ()
        self.bids: Sequence[Bid] = ()
        self.planned: Sequence[PlannedPayment] = ()
        self.steps: Sequence[ContractStep] = ()
        self.payments: Sequence[Payment] = ()
        self.verdicts: Sequence[Verdict] = ()
        self.amendment: Amendment | None = None
        self.heat: Thermometer | None = None
        self.refunded = Decimal("0.00")
        self.until: dict[str, str] = {}
        self.payment_rule = ""

    def facts(self) -> dict[str, str]:
        """Return the values of the marks."""
        one = self.contract
        own = {field.key: field.show(one) for field in fields_of(Contract)}
        amount = one.amount or Decimal("0.00")
        found = {key: own[key] for key in _OWN}
        found |= {mark: own[key] for key, mark in _OTHERS.items()}
        found |= {
            "amount": format_money(amount),
            "amount_capitals": capitals(amount),
            "party": one.supplier or one.party,
            "deposit": f"{format_money(one.deposit)} 元" if one.deposit else "无",
            "award": "　".join(filter(None, [own["award_notice"], own["award_on"]])),
            "payment_rule": self.payment_rule,
            "refunded": format_money(self.refunded),
        }
        return found | self._party() | self._tables() | self._said() | self._amended() | self.until

    def _party(self) -> dict[str, str]:
        body, outside = self.contract.contractor, self.contract.outside
        if body is not None:
            return {
                "party_code": body.uscc or "",
                "party_address": body.residence or "",
                "party_rep": body.legal_rep or "",
            }
        return {
            "party_code": (outside.code if outside else "") or "",
            "party_address": (outside.address if outside else "") or "",
            "party_rep": (outside.legal_rep if outside else "") or "",
        }

    def _tables(self) -> dict[str, str]:
        status, move = field_of(Payment, "status"), field_of(ContractStep, "move")
        return {
            "lines": _rows(_line(one) for one in self.lines) or _rows([_whole(self.contract)]),
            "deliverables": _rows((d.name, d.unit, f"{d.target}") for d in self.deliverables),
            "delivered": _rows(
                (p.name, p.unit, f"{p.target}", f"{p.declared}", f"{p.recognised}", _met(p))
                for p in self.progress
            ),
            "progress": _rows(
                (p.name, p.unit, f"{p.target}", f"{p.declared}", f"{p.recognised}")
                for p in self.progress
            ),
            "bids": _rows(
                (b.bidder, format_money(b.price) if b.price else "—", b.result or "—")
                for b in self.bids
            ),
            "instalments": _rows(_part(line) for line in self.planned),
            "dues": _rows(_due(line) for line in self.planned),
            "settlement": _rows(_settled(line) for line in self.planned),
            "steps": _rows(
                (format_date(s.done_on), move.show(s), s.operator, s.opinion or "—")
                for s in self.steps
            ),
            "payments": _rows(
                (
                    p.number, f"第 {p.instalment.number} 期", format_money(p.amount),
                    status.show(p), format_date(p.paid_on) if p.paid_on else "—",
                )
                for p in self.payments
            ),
            "verdicts": _rows(_verdict(one) for one in self.verdicts),
        }  # fmt: skip

    def _said(self) -> dict[str, str]:
        last = {step.move: step for step in self.steps}
        accepted, rectify, ended = (
            last.get(move) for move in ("accept_work", "rectify", "terminate")
        )
        ground = ended.answers.get("ground", "") if ended else ""
        return {
            "acceptance_opinion": (accepted.opinion or "") if accepted else "",
            "beneficiaries": accepted.answers.get("beneficiaries", "") if accepted else "",
            "rectify_because": (rectify.opinion or "") if rectify else "",
            "termination_ground": ground or "合同约定",
        }

    def _amended(self) -> dict[str, str]:
        one = self.amendment
        if one is None:
            return {}
        heat = self.heat
        told = f"{format_money(heat.added)} 元，占原合同 {heat.share:.2f}%" if heat else ""
        return {
            "amendment_no": f"{one.number}",
            "amendment_kind": one.kind.label,
            "amendment_content": one.content,
            "amendment_reason": one.reason,
            "amendment_amount": f"{one.delta:+,.2f} 元" if one.delta else "无",
            "amendment_heat": told,
            "amendment_on": format_date(one.signed_on),
        }


def _rows(rows: Any) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _line(one: ContractLine) -> tuple[str, ...]:
    quantity = f"{one.quantity.normalize():f}"
    return one.name, one.unit, quantity, format_money(one.price), format_money(one.amount)


def _whole(one: Contract) -> tuple[str, ...]:
    """Return the one line of a contract that has no lines: the whole."""
    amount = format_money(one.amount or Decimal("0.00"))
    return one.title, "项", "1", amount, amount


def _met(one: Any) -> str:
    return "达到" if one.recognised >= one.target else f"缺 {one.target - one.recognised}"


def _part(line: PlannedPayment) -> tuple[str, ...]:
    part = line.part
    waits = f"{part.waits_for.label}后" if part.waits_for else "签约、开票后"
    day = format_date(part.due_on) if part.due_on else "—"
    return f"{part.number}", format_money(part.amount), waits, day, part.milestone or "—"


def _due(line: PlannedPayment) -> tuple[str, ...]:
    money = line.money
    sums = (format_money(each) for each in (money.amount, money.paid, money.unpaid))
    return f"{line.part.number}", *sums, line.now


def _settled(line: PlannedPayment) -> tuple[str, ...]:
    money = line.money
    sums = (money.amount, money.paid, money.released, money.unpaid)
    return f"{line.part.number}", *(format_money(each) for each in sums)


def _verdict(one: Verdict) -> tuple[str, ...]:
    score = field_of(Verdict, "score").show(one)
    source = one.report or one.source.label
    return one.stage.label, score, one.grade.label, format_date(one.given_on), source
