"""签订合同: within its days, its term and its budget, and only with an eligible contractor."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, Instalment
from qyclient.contracts.rules import CheckOccasion
from qyclient.contracts.rules.money import problems
from qyclient.contracts.rules.terms import longest, normal_term
from qyclient.contracts.services.gate import refuse_ineligible
from qyclient.contracts.services.recording import (
    Rows,
    enter_deliverables,
    enter_lines,
    enter_plan,
)
from qyclient.contracts.services.stepping import step
from qyclient.contracts.services.suppliers import account_problem
from qyclient.errors import Invalid, refuse
from qyclient.office.rules.limits import limit
from qyclient.records.base import field_of
from qyclient.store.entry import amended

SIGNED = (
    "contract_no", "signed_on", "start_on", "end_on", "term_reason", "late_reason", "amount",
    "place", "content", "standard", "breach", "subcontracting", "deposit", "deposit_received_on",
    "payee", "payee_bank", "payee_account",
)  # fmt: skip
"""The fields that the signing fills in."""

_NEEDED = ("signed_on", "start_on", "end_on", "amount", "payee", "payee_account")


def sign(
    session: Session, key: UUID, version: int, texts: Mapping[str, str], rows: Mapping[str, Rows]
) -> Contract:
    """Sign: `rows` are its `lines`, `instalments` (they bind money) and `deliverables`."""
    given = {key_: texts[key_] for key_ in SIGNED if key_ in texts}
    awarded = session.get_one(Contract, key).amount
    contract = amended(session, Contract, key, version, given)
    refuse(_missing(contract) | _problems(session, contract, awarded))
    day = contract.signed_on or session.info["today"]
    refuse_ineligible(session, contract, CheckOccasion.SIGN, day)
    contract.supplier = contract.party
    session.flush()
    enter_lines(session, contract, rows.get("lines", ()))
    enter_deliverables(session, contract, rows.get("deliverables", ()))
    parts = enter_plan(session, contract, rows.get("instalments", ()))
    if not parts:
        raise Invalid({"instalments": "请填写分期付款；一次付清的填一期"})
    session.flush()
    refuse(_lines_problem(contract, parts, day))
    step(session, contract, "sign", {"done_on": day.isoformat()})
    return contract


def _missing(contract: Contract) -> dict[str, str]:
    return {
        key: f"请填写{field_of(Contract, key).label}"
        for key in _NEEDED
        if getattr(contract, key) is None
    }


def _problems(session: Session, contract: Contract, awarded: Decimal | None) -> dict[str, str]:
    amount, signed = contract.amount, contract.signed_on
    if amount is None or signed is None:
        return {}
    found = problems(amount, contract.budget_amount, contract.start_on, contract.end_on)
    if awarded is not None and amount != awarded:
        found["amount"] = f"合同金额应等于成交金额 {awarded:,.2f} 元（采购法第四十六条）"
    if signed > session.info["today"]:
        found["signed_on"] = "签订日期晚于今天，请核对"
    if problem := account_problem(session, contract):
        found["payee_account"] = f"{problem}；确已变更的，先办理银行账户备案"
    found |= _late(contract, signed) | _term(contract, signed)
    if contract.deposit:
        rule = limit("DEPOSIT_MAX_PCT", signed)
        most = amount * Decimal(rule.value) / 100
        if contract.deposit > most:
            found["deposit"] = (
                f"履约保证金不得超过合同金额的 {rule.value}%，即 {most:,.2f} 元（{rule.citation}）"
            )
    return found


def _late(contract: Contract, signed: date) -> dict[str, str]:
    if contract.award_on is None:
        return {}
    if signed < contract.award_on:
        return {"signed_on": f"签订日期早于成交通知日期 {contract.award_on}"}
    rule = limit("CONTRACT_SIGN_DAYS", signed)
    last = contract.award_on + timedelta(days=int(rule.value))
    if signed > last and not contract.late_reason:
        days = (signed - contract.award_on).days
        told = f"成交后第 {days} 天签订，超过 {rule.value} 天（{rule.citation}），请写明理由"
        return {"late_reason": told}
    return {}


def _term(contract: Contract, signed: date) -> dict[str, str]:
    start, end = contract.start_on, contract.end_on
    if start is None or end is None or end < start:
        return {}
    if end > longest(start, signed).last:
        rule = longest(start, signed)
        return {"end_on": f"服务期限最长至 {rule.last}（{rule.told}）"}
    if end > normal_term(start, signed).last and not contract.term_reason:
        rule = normal_term(start, signed)
        return {"term_reason": f"服务期限超过一年（{rule.told}），请写明理由和预算保障情况"}
    return {}


def _lines_problem(contract: Contract, parts: list[Instalment], signed: date) -> dict[str, str]:
    for part in parts:
        told = f"第 {part.number} 期"
        if part.line is None:
            if part.year is None or part.year <= signed.year:
                return {"instalments": f"{told}没有写明预算指标：没有预算不得购买（102号）"}
        elif part.line.purchaser != contract.purchaser:
            return {"instalments": f"{told}的指标 {part.line} 属于 {part.line.purchaser}"}
        elif part.year != part.line.year:
            other = f"{told}的指标 {part.line} 是 {part.line.year} 年度的，与 {part.year} 不符"
            return {"instalments": other}
    return {}
