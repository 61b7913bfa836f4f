"""年度数据: what must add up in the figures of a year (DOMAIN 7.3), block by block."""

from collections.abc import Mapping
from typing import Any

from qyclient.records.choices import Choice


class Accounting(Choice):
    """执行会计制度: by which rules a body keeps its books; only its block is filled in."""

    ENTERPRISE = "ENTERPRISE", "企业会计制度", ("企业会计准则", "小企业会计准则", "企业")
    INSTITUTION = "INSTITUTION", "事业单位会计制度", ("事业单位", "事业")
    NON_PROFIT = "NON_PROFIT", "民间非营利组织会计制度", ("民非会计制度", "民间非营利组织")


BLOCKS: Mapping[str, Accounting] = {one.label: one for one in Accounting}
"""The sections of the figures that belong to one set of accounting rules."""

_AGES = ("aged_35", "aged_45", "aged_55", "aged_56")
_WITHIN_STAFF = {
    ("college", "bachelor"): "大学专科与本科及以上人数之和",
    ("assistant_social_workers", "social_workers"): "助理社会工作师与社会工作师人数之和",
    ("party_members",): "中共党员人数",
}
_PARTS = {"activity": "业务活动成本", "admin": "管理费用"}


def problems(facts: Mapping[str, Any], staff: int | None = None) -> dict[str, str]:
    """Return what does not add up, by field key; `staff` is 年末从业人数 where it is known."""
    return _people(facts, staff) | _money(facts)


def foreign(facts: Mapping[str, Any], sections: Mapping[str, str]) -> dict[str, str]:
    """Return the figures that belong to other accounting rules; `sections` are by field key."""
    kept = facts.get("accounting")
    if kept is None:
        return {}
    return {
        key: f"执行{kept.label}的，不填{section}一栏的数"
        for key, section in sections.items()
        if BLOCKS.get(section) not in {None, kept} and facts.get(key) is not None
    }


def _people(facts: Mapping[str, Any], staff: int | None) -> dict[str, str]:
    found: dict[str, str] = {}
    if staff is not None:
        for keys, label in _WITHIN_STAFF.items():
            if (total := _sum(facts, keys)) is not None and total > staff:
                found[keys[-1]] = f"{label} {total} 多于年末从业人数 {staff}，请核对"
        ages = _sum(facts, _AGES)
        if ages is not None and ages != staff:
            found["aged_56"] = f"各年龄段之和是 {ages}，与年末从业人数 {staff} 不等，请核对"
    leaders, women = facts.get("leaders"), facts.get("women_leaders")
    if leaders is not None and women is not None and women > leaders:
        found["women_leaders"] = f"负责人中女性 {women} 多于负责人数 {leaders}，请核对"
    return found


def _money(facts: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    income, spent, balance = (facts.get(key) for key in ("income", "expenditure", "balance"))
    if income is not None and spent is not None and balance not in {None, income - spent}:
        found["balance"] = f"收入减支出是 {income - spent:,.2f} 元，与收支结余不等，请核对"
    for part, label in _PARTS.items():
        keys = [f"{part}_{one}" for one in ("staff", "daily", "depreciation", "taxes")]
        total, whole = _sum(facts, keys), facts.get(f"{part}_costs")
        if total is not None and whole is not None and total != whole:
            found[f"{part}_costs"] = f"{label}的四项之和是 {total:,.2f} 元，与它不等，请核对"
    costs = facts.get("costs")
    least = _sum(facts, ("activity_costs", "admin_costs"))
    if costs is not None and least is not None and costs < least:
        found["costs"] = f"业务活动成本与管理费用之和是 {least:,.2f} 元，多于费用合计，请核对"
    return found


def _sum(facts: Mapping[str, Any], keys: Any) -> Any:
    known = [facts[key] for key in keys if facts.get(key) is not None]
    return sum(known, type(known[0])(0)) if known else None
