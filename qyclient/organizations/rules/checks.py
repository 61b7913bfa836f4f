"""What must hold of a body (条例 250, 251, 400)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from qyclient.office.rules.limits import limit
from qyclient.organizations.rules.lists import OrgType, PaperType
from qyclient.records.identity import check_paper

KIND_IN_CODE = {
    "1": OrgType.SOCIAL_GROUP,
    "2": OrgType.PRIVATE_NON_ENTERPRISE,
    "3": OrgType.FOUNDATION,
}
"""Second character of a credit code that civil affairs gave (GB 32100 table 1)."""


def problems(facts: Mapping[str, Any], today: date) -> dict[str, str]:
    """Return what cannot be true of a body, by field key; `facts` are values by field key."""
    found: dict[str, str] = {}
    for check in (_code, _paper, _dates, _counts, _sort):
        found |= check(facts, today)
    return found


def new_problems(
    before: Mapping[str, Any], after: Mapping[str, Any], today: date
) -> dict[str, str]:
    """Return what a change would make wrong: old records may have been wrong already."""
    known = problems(before, today)
    return {key: said for key, said in problems(after, today).items() if known.get(key) != said}


def founding_problems(facts: Mapping[str, Any], today: date) -> dict[str, str]:
    """Return what stands against registering a new body today, beyond `problems`."""
    found: dict[str, str] = {}
    fund = facts.get("fund_amount")
    if facts.get("org_type") is OrgType.SOCIAL_GROUP and fund is not None:
        least = limit("S_MIN_FUND_LOCAL", today)
        if fund < Decimal(least.value):
            found["fund_amount"] = (
                f"活动资金不得少于 {Decimal(least.value):,.0f} 元（{least.citation}）"
            )
    found |= _members(facts, today)
    if facts.get("org_type") is not OrgType.COMMUNITY_FILED:
        for key, label in (("legal_rep", "法定代表人"), ("residence", "住所")):
            if not facts.get(key):
                found[key] = f"请填写{label}"
    return found


def _members(facts: Mapping[str, Any], today: date) -> dict[str, str]:
    """Hold the members of a 社会团体 against the law, where they are told (条例250 art 10).

    50 people, or 30 units; of both together, 50.
    """
    people, units = facts.get("individual_members"), facts.get("unit_members")
    if facts.get("org_type") is not OrgType.SOCIAL_GROUP or people is units is None:
        return {}
    least = limit("S_MIN_INDIV_MEMBERS", today)
    fewest = limit("S_MIN_UNIT_MEMBERS", today)
    if (people or 0) + (units or 0) >= int(least.value) or (units or 0) >= int(fewest.value):
        return {}
    said = f"个人会员不得少于 {least.value} 个，或单位会员不得少于 {fewest.value} 个；"
    said += f"两者都有的，总数不得少于 {least.value} 个（{least.citation}）"
    return {"individual_members" if people is not None else "unit_members": said}


def _code(facts: Mapping[str, Any], _today: date) -> dict[str, str]:
    code, sort = facts.get("uscc"), facts.get("org_type")
    if not code:
        return {}
    if sort is OrgType.COMMUNITY_FILED:
        return {"uscc": "社区备案组织没有统一社会信用代码"}
    if code[0] != "5":
        return {"uscc": f"统一社会信用代码首位是 {code[0]}，不是民政部门登记的社会组织（应为 5）"}
    expected = KIND_IN_CODE.get(code[1])
    if expected and sort and expected is not sort:
        return {
            "uscc": f"统一社会信用代码第 2 位是 {code[1]}，"
            f"属于{expected.label}，与种类“{sort.label}”不符"
        }
    return {}


def _paper(facts: Mapping[str, Any], _today: date) -> dict[str, str]:
    number = facts.get("legal_rep_id_no")
    if not number:
        return {}
    try:
        check_paper((facts.get("legal_rep_id_type") or PaperType.ID_CARD).value, number)
    except ValueError as problem:
        return {"legal_rep_id_no": f"法定代表人{problem}"}
    return {}


def _dates(facts: Mapping[str, Any], today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    established = facts.get("established_on")
    if established and established.earliest and established.earliest > today:
        found["established_on"] = f"成立登记日期 {established} 晚于今天，请核对"
    since, until = facts.get("certificate_valid_from"), facts.get("certificate_valid_to")
    if since and until and until <= since:
        found["certificate_valid_to"] = "证书有效期止应晚于有效期起"
    return found


def _counts(facts: Mapping[str, Any], _today: date) -> dict[str, str]:
    staff, women = facts.get("staff"), facts.get("women")
    if staff is not None and women is not None and women > staff:
        return {"women": f"从业人数中女性 {women} 人多于年末从业人数 {staff} 人，请核对"}
    return {}


def _sort(facts: Mapping[str, Any], _today: date) -> dict[str, str]:
    kind = facts.get("unit_kind")
    if kind and facts.get("org_type") is not OrgType.PRIVATE_NON_ENTERPRISE:
        return {"unit_kind": "只有民办非企业单位分法人、合伙、个体"}
    return {}
