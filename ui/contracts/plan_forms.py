"""What the dialogs of an instalment ask for: 扣款, 核减, 结转, and taking a deduction back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from qyclient.contracts.models import BudgetEntry, Deduction, Instalment, Release
from qyclient.contracts.services.budget import carry_over
from qyclient.contracts.services.ending import deduct, release, void_deduction
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import TEXT, Kind
from ui.contracts.verb_dialog import Form
from ui.kit.jobs import Jobs


def deduct_form(_jobs: Jobs, part: Any) -> Form:
    """扣款 by a clause of the contract."""
    return Form(
        f"扣款：{told(part)}",
        [field_of(Deduction, key) for key in ("amount", "reason", "document")],
        lambda texts: (deduct, (part.id, texts)),
        "已登记扣款",
        told="扣款从本期应付里减去，付款时列在算法和审批单上；本期付清后，扣下的不再支付。",
        named=told(part),
    )


def release_form(_jobs: Jobs, part: Any) -> Form:
    """核减: part of an instalment is no longer to be paid."""
    return Form(
        f"核减：{told(part)}",
        [field_of(Release, key) for key in ("amount", "reason")],
        lambda texts: (release, (part.id, texts["amount"], texts["reason"])),
        "已核减",
        told="核减的部分不再支付，占用的预算指标随之释放。",
        named=told(part),
    )


def carry_form(jobs: Jobs, part: Any) -> Form:
    """结转 to a line of a later year."""
    target = replace(
        field_of(Instalment, "line"), label="转入指标", required=True, help="下一年度的指标编号"
    )
    fields = [target, *(field_of(BudgetEntry, key) for key in ("document", "dated_on"))]
    return Form(
        f"结转：{told(part)}",
        fields,
        lambda texts: (
            carry_over,
            (part.id, texts["line"], texts["document"], texts["dated_on"]),
        ),
        "已结转",
        {"dated_on": jobs.today.isoformat()},
        told="本期没有付的钱连同指标一起转到以后年度：原指标记“结转下年”，转入指标记“结转转入”。",
        named=told(part),
    )


def undeduct_form(part: Any, deductions: Sequence[Any]) -> Form:
    """作废 one of the deductions of an instalment."""
    known = {f"{one.amount:,.2f} 元　{one.reason}": one for one in deductions}
    choice: Kind[str] = Kind("choice", TEXT.parse, options=tuple(known))
    fields = [
        Field("deduction", "扣款", choice, required=True),
        Field("reason", "作废理由", TEXT, required=True, width=36),
    ]
    return Form(
        f"作废扣款：{told(part)}",
        fields,
        lambda texts: (void_deduction, (known[texts["deduction"]].id, texts["reason"])),
        "已作废扣款",
        {"deduction": next(iter(known))},
        named=told(part),
    )


def told(part: Any) -> str:
    """Return which instalment of which contract it is."""
    return f"{part.contract.contract_no} 第 {part.number} 期"
