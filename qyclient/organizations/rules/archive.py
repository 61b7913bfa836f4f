"""补录: what a paper file must show of a body, and from when its obligations are counted."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from qyclient.office.rules.limits import dated, in_force
from qyclient.records.choices import Choice
from qyclient.records.dates import PartialDate

OF_THE_ENTRY = frozenset({"entered_by", "checked_by", "checked_alone", "open_items"})
"""The fields of a body that only the verbs of 补录 write, by key: no form and no ledger."""


class FilePaper(Choice):
    """档案材料: the papers of an establishment file (DOMAIN 2.6)."""

    APPLICATION = "APPLICATION", "登记申请表", ("成立登记申请书", "法人登记申请表")
    CHARTER = "CHARTER", "章程", ("章程核准表",)
    CONSENT = "CONSENT", "业务主管单位批准文件", ("主管单位同意文件",)
    REPRESENTATIVE = "REPRESENTATIVE", "法定代表人登记表", ("法定代表人登记申请表",)
    CAPITAL = "CAPITAL", "验资报告", ("银行存款证明",)
    PREMISES = "PREMISES", "住所使用权证明", ("住所证明",)
    MINUTES = "MINUTES", "会议纪要", ("会员大会会议纪要", "理事会会议纪要")
    DECISION = "DECISION", "准予登记文件", ("成立批复", "批复")
    OTHER = "OTHER", "其他材料", ()


def required(sort: str, on: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the field keys and the codes of papers that a body of a sort must have on file."""
    row = in_force(dated("archive")["required"], on)
    return tuple(row["fields"].get(sort, ())), tuple(row["papers"].get(sort, ()))


def open_items(
    facts: Mapping[str, Any], papers: Collection[str], absent: Collection[str], on: date
) -> list[str]:
    """Return what is not known of a body: field keys and codes of papers, in their order.

    `absent` is what was looked for and is certainly not in the file.
    """
    keys, wanted = required(facts["org_type"].value, on)
    direct = facts.get("business_supervisor") == "直接登记"
    missing = [key for key in keys if facts.get(key) in {None, "", "unknown"}]
    lacking = [code for code in wanted if code not in papers and not (direct and code == "CONSENT")]
    return [item for item in (*missing, *lacking) if item not in absent]


def starts_counting(body_established: PartialDate | None, entry_cut_off: date | None) -> date:
    """Return the first day on which clocks, missed years and reviews of a body count.

    A body entered from paper counts from the day the program began (启用日期): what happened
    before was the paper's. Pass None as `entry_cut_off` for a body registered here. Of a founding
    day half known, the last it can have been counts, to nobody's disadvantage.
    """
    begun = body_established.latest if body_established is not None else None
    return max(begun or date.min, entry_cut_off or date.min)


def counts_year(year: int, counted_from: date) -> bool:
    """Say whether a year's review can be missed: a year begun before the count began cannot."""
    return date(year, 1, 1) >= counted_from
