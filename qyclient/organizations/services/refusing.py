"""不予许可: what the program itself found against an application, ready to be written down."""

from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.organizations.models import Matter
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.naming import Verdict
from qyclient.organizations.services.naming import check_name


def found_against(session: Session, key: UUID) -> list[str]:
    """Return why the name that is applied for cannot be used, each with its source."""
    matter = session.get_one(Matter, key)
    if not kinds()[matter.kind].is_new:
        return []
    people = [values[1] for item, values in matter.application.items() if item == "legal_rep"]
    people += [matter.applicant] if matter.applicant else []
    check = check_name(session, matter.application["name"][1], matter.org_type, people, matter.id)
    return [
        f"{found.said}（{found.source}）"
        for found in check.findings
        if found.verdict is Verdict.REFUSE
    ]
