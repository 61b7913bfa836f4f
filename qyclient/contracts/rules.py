"""Closed lists of purchased services, and what must hold of a contract (财政部令第102号)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from qyclient.records.choices import Choice


class ServiceKind(Choice):
    """服务类型 (102号 art 10)."""

    PUBLIC = "PUBLIC", "公共服务", ("政府向社会公众提供的公共服务",)
    OWN_NEED = "OWN_NEED", "政府履职辅助性服务", ("履职辅助", "政府履职所需辅助性服务", "自身需要")


class ProcurementMethod(Choice):
    """采购方式 (采购法 art 26)."""

    OPEN_TENDER = "OPEN_TENDER", "公开招标", ()
    INVITED_TENDER = "INVITED_TENDER", "邀请招标", ()
    COMPETITIVE_NEGOTIATION = "COMPETITIVE_NEGOTIATION", "竞争性谈判", ()
    COMPETITIVE_CONSULTATION = "COMPETITIVE_CONSULTATION", "竞争性磋商", ()
    SINGLE_SOURCE = "SINGLE_SOURCE", "单一来源", ("单一来源采购",)
    INQUIRY = "INQUIRY", "询价", ()
    FRAMEWORK = "FRAMEWORK", "框架协议", ()
    SELF_PURCHASE = "SELF_PURCHASE", "自行采购", ()


class ContractStatus(Choice):
    """合同状态."""

    DRAFT = "DRAFT", "拟订", ()
    IN_PROGRESS = "IN_PROGRESS", "履行中", ()
    SETTLED = "SETTLED", "已结清", ("结算付清",)
    TERMINATED = "TERMINATED", "已解除", ()


class Stage(Choice):
    """评价阶段, which an instalment may wait for."""

    MID = "MID", "中期评价", ("中期",)
    FINAL = "FINAL", "末期评价", ("末期", "期末评价", "结项评价")


def problems(
    amount: Decimal,
    budget: Decimal | None,
    start_on: date | None,
    end_on: date | None,
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
    planned = sum(instalments, Decimal(0))
    if any(part <= 0 for part in instalments):
        return "每期金额应大于零"
    if instalments and planned != amount:
        off = planned - amount
        return f"各期合计 {planned:,.2f} 元，与合同金额 {amount:,.2f} 元相差 {off:+,.2f} 元"
    return None
