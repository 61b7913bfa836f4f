"""What is printed on certificates (DOMAIN chapter 3)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from qyclient.certificates.rules.lists import Copy, Epoch
from qyclient.errors import Refused
from qyclient.organizations.rules.lists import OrgType, UnitKind
from qyclient.records.dates import chinese_date
from qyclient.records.money import certificate_capitals
from qyclient.records.org_code import format_org_code

ONE_CODE_SINCE = date(2016, 1, 1)
"""No certificate before shows the 统一社会信用代码; the first was issued on 2016-01-04."""

MAY_BE_EMPTY = frozenset({"inspection_record", "business_supervisor", "foundation_type", "charity"})
"""Boxes that may stay blank: 年检记录 is stamped later, who registers directly has no 主管单位, and
since 慈善法 (2016) no foundation is registered as 公募 or 非公募. Only who is 慈善组织 shows it."""

_LEGACY_NUMBER = re.compile(r"(?P<prefix>.*?)[社民基]证字第?(?P<number>.+?)号?")


@dataclass(frozen=True, slots=True)
class Issue:
    """What one issue adds to the registration: by whom, when, how long it holds.

    `scope_suffix` is a sentence the office may add to every 业务范围 (穗民〔2011〕 for one);
    `province_abbr` stands before 证字第 where the old number does not say it.
    """

    issuing_authority: str
    issued_on: date
    valid_from: date
    valid_to: date
    scope_suffix: str = ""
    province_abbr: str = ""


def expiry(issued_on: date, years: int) -> date:
    """Return the last day of a validity as ledgers write it: the same day some years on.

    2020-08-30 and five years give 2025-08-30; 29 February gives 28 February.
    """
    try:
        return issued_on.replace(year=issued_on.year + years)
    except ValueError:
        return issued_on.replace(year=issued_on.year + years, day=28)


def template_id(org_type: OrgType, copy: Copy, issued_on: date, *, has_credit_code: bool) -> str:
    """Return which stock a body's certificate is printed on: ``S_ORIGINAL_2016``.

    Raises Refused for bodies that get none.
    """
    if org_type is OrgType.COMMUNITY_FILED:
        raise Refused("社区社会组织（备案）不发登记证书，请核对“种类”。")
    one_code = has_credit_code and issued_on >= ONE_CODE_SINCE
    epoch = Epoch.ONE_CODE if one_code else Epoch.LEGACY
    return f"{org_type.value}_{copy.value}_{epoch.value}"


def with_usual(facts: Mapping[str, object], area_name: str) -> dict[str, object]:
    """Fill in what ledgers leave out because it goes without saying.

    A body registered in a county is active there (条例250 art 7), and a 民办非企业单位 with a
    法定代表人 is a 法人 (令18号). What is filled in stands in the preview before it is printed.
    """
    found = dict(facts)
    found["activity_area"] = found.get("activity_area") or area_name
    if found.get("org_type") is OrgType.PRIVATE_NON_ENTERPRISE and found.get("legal_rep"):
        found["unit_kind"] = found.get("unit_kind") or UnitKind.LEGAL_PERSON
    return found


def printed_values(facts: Mapping[str, object], issue: Issue) -> dict[str, str]:
    """Return what every box of every stock shows, by box key; what is not known is empty.

    `facts` are the registration's by field key: text, `fund_amount` in yuan, `unit_kind` a choice.
    Money is 叁万元 without 整, months and days have two digits: 年 月 日 are on the stock.
    """
    prefix, number = _legacy_number(_text(facts, "legacy_cert_no"))
    scope = _text(facts, "business_scope_print") or _text(facts, "business_scope")
    kind = facts.get("unit_kind")
    fund = facts.get("fund_amount")
    return {
        **{key: _text(facts, key) for key in _AS_THEY_ARE},
        "province_abbr": prefix or issue.province_abbr,
        "legacy_cert_no": number,
        "business_scope": scope + issue.scope_suffix if scope else "",
        "org_code": _org_code(facts),
        "fund_upper": certificate_capitals(fund) if isinstance(fund, Decimal) else "",
        "kind": f"（{kind.label}）" if isinstance(kind, UnitKind) else "",
        "person_label": _person_label(kind),
        "charity": "慈善组织" if facts.get("is_charity") is True else "",
        "issuing_authority": issue.issuing_authority,
        "issue_date_cn": chinese_date(issue.issued_on),
        **_parts("issue", issue.issued_on),
        **_parts("valid_from", issue.valid_from),
        **_parts("valid_to", issue.valid_to),
    }


def written_properly(values: Mapping[str, str], table: Mapping[int, str]) -> dict[str, str]:
    """Return values with the character that each private-use code means (自造字对照)."""
    return {key: text.translate(table) for key, text in values.items()}


def problems(
    values: Mapping[str, str],
    labels: Mapping[str, str],
    issued_on: date,
    valid_from: date,
    valid_to: date,
) -> dict[str, str]:
    """Return what stands against issuing it, by key; `labels` are the boxes of the stock."""
    found = {
        key: f"证书上的“{label}”还是空的，请先在登记资料中填写"
        for key, label in labels.items()
        if not values.get(key) and key not in MAY_BE_EMPTY
    }
    if valid_to <= valid_from:
        found["valid_to"] = "有效期止应晚于有效期起"
    elif valid_to <= issued_on:
        found["valid_to"] = "有效期止应晚于发证日期"
    return found


_AS_THEY_ARE = (
    "name",
    "residence",
    "legal_rep",
    "activity_area",
    "business_supervisor",
    "uscc",
    "foundation_type",
    "inspection_record",
)


def _text(facts: Mapping[str, object], key: str) -> str:
    value = facts.get(key)
    return "" if value is None else str(value).strip()


def _org_code(facts: Mapping[str, object]) -> str:
    """Return 组织机构代码; the ninth to seventeenth places of a credit code are it (GB 32100)."""
    code = _text(facts, "org_code").replace("-", "") or _text(facts, "uscc")[8:17]
    return format_org_code(code) if code else ""


def _legacy_number(text: str) -> tuple[str, str]:
    """Return 粤清新 and 12 of 粤清新社证字第12号; the words between are on the stock."""
    parts = _LEGACY_NUMBER.fullmatch(text)
    return (parts["prefix"], parts["number"]) if parts else ("", text)


def _person_label(kind: object) -> str:
    """Return the label the stock of 民办非企业单位 leaves open (令18号 art 5)."""
    return "负责人：" if kind in {UnitKind.PARTNERSHIP, UnitKind.INDIVIDUAL} else "法定代表人："


def _parts(prefix: str, day: date) -> dict[str, str]:
    return {
        f"{prefix}.Y": f"{day.year:04d}",
        f"{prefix}.m": f"{day.month:02d}",
        f"{prefix}.d": f"{day.day:02d}",
    }
