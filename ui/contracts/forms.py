"""What the smaller dialogs of purchased services ask for."""

from dataclasses import replace
from typing import Any

from qyclient.contracts.models import (
    BudgetEntry,
    BudgetLine,
    Invoice,
    OutsideContractor,
    OutsideProof,
    Refund,
)
from qyclient.contracts.rules import CheckOccasion
from qyclient.contracts.services.budget import change_budget, open_line
from qyclient.contracts.services.gate import freeze
from qyclient.contracts.services.invoices import enter_invoice
from qyclient.contracts.services.outside import enter_outside, enter_proof
from qyclient.contracts.services.refunding import refund
from qyclient.records.base import Base, field_of
from qyclient.records.field import Field
from qyclient.records.kinds import DATE
from ui.contracts.verb_dialog import Form
from ui.kit.jobs import Jobs


def _of(noun: type[Base], *keys: str) -> list[Field]:
    return [field_of(noun, key) for key in keys]


def invoice_form(jobs: Jobs, contract: Any) -> Form:
    """登记发票 of a contract."""
    fields = _of(
        Invoice, "number", "code", "type", "dated_on", "amount", "buyer", "seller", "remark"
    )
    return Form(
        f"登记发票：{contract.contract_no} {contract.title}",
        fields,
        lambda texts: (enter_invoice, (contract.id, texts)),
        "已登记发票",
        {
            "code": "0",
            "type": "电子发票（普通发票）",
            "dated_on": jobs.today.isoformat(),
            "buyer": contract.purchaser,
            "seller": contract.supplier or contract.payee or "",
        },
    )


def check_form(jobs: Jobs, contract: Any) -> Form:
    """资格核查 as of a day, kept on the contract."""
    day = Field("day", "核查日期", DATE, required=True)
    asked = CheckOccasion.ASKED
    return Form(
        f"资格核查：{contract.party}",
        [day],
        lambda texts: (freeze, (contract.id, contract.party, asked, texts["day"])),
        "已核查",
        {"day": jobs.today.isoformat()},
    )


def refund_form(jobs: Jobs, payment: Any) -> Form:
    """登记退款 of a payment."""
    return Form(
        f"登记退款：{payment.number} {payment.amount:,.2f} 元",
        _of(Refund, "amount", "received_on", "document", "restores", "reason"),
        lambda texts: (refund, (payment.id, payment.version, texts)),
        "已登记退款",
        {"received_on": jobs.today.isoformat(), "restores": "是"},
    )


def line_form(jobs: Jobs) -> Form:
    """新增指标 with what was approved for it."""
    first = replace(field_of(BudgetEntry, "amount"), key="given", label="年初预算", section="金额")
    fields = [
        *_of(BudgetLine, "number", "name", "year", "purchaser", "source", "remark"),
        first,
        *(replace(field, section="金额") for field in _of(BudgetEntry, "dated_on", "document")),
    ]
    keys = ("dated_on", "document")

    def call(texts: Any) -> Any:
        entry = {key: texts[key] for key in keys} | {"kind": "年初预算", "amount": texts["given"]}
        return open_line, (texts, [entry])

    today = jobs.today
    put = {"year": str(today.year), "dated_on": today.isoformat()}
    return Form("新增预算指标", fields, call, "已登记指标", put)


def entry_form(jobs: Jobs, line: Any) -> Form:
    """追加、调剂、收回、结转 of a budget line."""
    return Form(
        f"指标变动：{line.number} {line.name}",
        _of(BudgetEntry, "kind", "amount", "dated_on", "document", "other", "remark"),
        lambda texts: (change_budget, (line.id, texts)),
        "已登记指标变动",
        {"dated_on": jobs.today.isoformat()},
    )


def outside_form(_jobs: Jobs) -> Form:
    """登记外部承接主体."""
    keys = ("name", "code", "kind", "registrar", "legal_rep", "address", "remark")
    return Form(
        "登记外部承接主体",
        _of(OutsideContractor, *keys),
        lambda texts: (enter_outside, (texts,)),
        "已登记外部承接主体",
        told="不在名册中的企业、事业单位和外地社会组织；所填内容未经本机关核实。",
    )


def proof_form(jobs: Jobs, contractor: Any) -> Form:
    """登记证明材料 of an outside contractor."""
    return Form(
        f"登记证明材料：{contractor.name}",
        _of(OutsideProof, "kind", "document", "dated_on", "valid_until", "remark"),
        lambda texts: (enter_proof, (contractor.name, texts)),
        "已登记证明材料",
        {"dated_on": jobs.today.isoformat()},
    )
