"""窗口资料: what somebody at the counter is given before anything was applied for."""

from datetime import date

from sqlalchemy.orm import Session

from qyclient.office.rules.clock import DAYS
from qyclient.office.rules.limits import limit
from qyclient.office.services import office_of
from qyclient.organizations.rules.citations import citation
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.matter_kinds import MatterKind, kinds
from qyclient.organizations.rules.papers import papers
from qyclient.organizations.services.documents import About, Made, issue

_CHECKLIST = "checklist"


def checklist_for(session: Session, key: str, org_type: str) -> Made:
    """Return the 一次性告知单 of a sort of matter and of body: what to bring, how long it takes."""
    kind, sort = kinds()[key], next(one for one in OrgType if one.value == org_type)
    today: date = session.info["today"]
    office = office_of(session)
    needed = kind.documents_for(sort, kind.items)
    rows = (f"{n}\t{one.label}\t1\t" for n, one in enumerate(needed, 1))
    facts = {
        "matter": f"{sort.label}{kind.label}",
        "citation": citation(key, sort.value, today),
        "days": _days(kind, today),
        "papers": "\n".join(rows),
        "office": office.name,
        "phone": office.phone or "",
        "address": office.address or "",
    }
    return issue(session, papers()[_CHECKLIST], About(kind.label), facts, today)


def _days(kind: MatterKind, on: date) -> str:
    found = limit(kind.decide, on)
    return f"{found.value}日" if found.unit == DAYS else f"{found.value}个{found.unit}"
