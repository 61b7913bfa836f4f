"""名称查重意见: what was found about a name, on one page for its applicant."""

from qyclient.assets import asset
from qyclient.organizations.rules.naming import NameCheck
from qyclient.paper.official.page import official_page
from qyclient.paper.official.text import filled
from qyclient.paper.report import Heading
from qyclient.records.dates import format_date

_PAGE = "papers/name_check.md"


def name_check_page(check: NameCheck, heading: Heading) -> bytes:
    """Return 名称查重意见 as PDF: every finding with its reason and source."""
    findings = [
        f"{number}\t{found.verdict.label}\t{found.topic}\t{found.said}\t{found.source}"
        for number, found in enumerate(check.findings, 1)
    ]
    facts = {
        "organization": check.name,
        "category": check.org_type.label if check.org_type else "",
        "content": "；".join(f"{label}：{part}" for label, part in check.parts.told() if part),
        "searched": check.searched,
        "decision": check.told,
        "findings": "\n".join(findings) or "\t—\t\t没有需要说明的情形\t",
        "operator": heading.operator,
        "office": heading.office,
        "date": format_date(heading.made_on),
    }
    return official_page(filled(asset(_PAGE).read_text("utf-8"), facts, {}), heading)
