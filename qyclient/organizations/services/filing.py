"""收件: a matter begins, with what was applied for and what was handed in."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.office.services.people import may_any
from qyclient.organizations.models import Matter, MatterPaper, Organization
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.applications import new_body, wanted_of
from qyclient.organizations.services.clocks import settle_due
from qyclient.organizations.services.register import the
from qyclient.records.base import field_of
from qyclient.store.entry import entered


def open_matter(
    session: Session,
    kind_key: str,
    texts: Mapping[str, str],
    applied: Mapping[str, Sequence[str]],
    organization: str | Organization = "",
) -> Matter:
    """Take an application in; refuse what cannot be one, each problem beside its field.

    `texts` are the fields of the matter itself; `applied` gives what is applied for: of a new body
    its facts, of a change each item with what it is to be and why. `organization` is what people
    call the body, its name or a number, or the body itself.
    """
    kind = kinds()[kind_key]
    if no := may_any(session, kind.flow.takes_in):
        raise Refused(no)
    body = None if kind.is_new else _body(session, organization)
    wanted = wanted_of(session, kind, body, applied) if body else new_body(session, kind, applied)
    given = {key: text for key, text in texts.items() if text.strip()}
    today: date = session.info["today"]
    subject = wanted["name"][1] if kind.is_new else str(body)
    filed = given.get("filed_on", today.isoformat())
    assumed = {
        "number": _next_number(session, today.year),
        "kind": kind.label,
        "state": kind.flow.start,
        "responsible": session.info["stamp"].operator,
        "subject": subject,
        "filed_on": filed,
    }
    matter = entered(session, Matter, assumed | given)
    if matter.filed_on > today:
        raise Invalid({"filed_on": "收件日期不能晚于今天"})
    matter.organization = body
    matter.org_type = body.org_type if body else _org_type(wanted)
    matter.application = wanted
    matter.entered_later = matter.filed_on < today or None
    session.add(matter)
    session.flush()
    for document in kind.documents_for(matter.org_type, wanted):
        paper = {"document": document.key, "label": document.label}
        session.add(MatterPaper(matter=matter, **paper))
    settle_due(session, matter)
    session.flush()
    return matter


def _body(session: Session, called: str | Organization) -> Organization:
    if isinstance(called, Organization):
        return called
    if not called.strip():
        raise Invalid({"organization": "请填写社会组织"})
    try:
        return the(session, called)
    except Refused as no:
        raise Invalid({"organization": str(no)}) from no


def _org_type(wanted: Mapping[str, Sequence[str]]) -> OrgType:
    found: OrgType = field_of(Organization, "org_type").kind.parse(wanted["org_type"][1])
    return found


def _next_number(session: Session, year: int) -> str:
    """Return the next number of a year: writers wait for each other, and none is taken out."""
    mine = Matter.number.startswith(f"{year}-")
    last = session.scalar(select(func.max(Matter.number)).where(mine))
    return f"{year}-{int(last[5:]) + 1 if last else 1:05d}"
