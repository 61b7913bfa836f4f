"""待补: what a body entered from paper still lacks, and what was looked for in vain."""

from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Absent, FiledPaper, Organization
from qyclient.organizations.models.file import SOUGHT
from qyclient.organizations.rules import archive
from qyclient.store.listing import of
from qyclient.store.rows import rows_of, values_of


def open_of(session: Session, body: Organization) -> list[str]:
    """Return what is still not known of a body from paper, as its file should say it."""
    papers = {one.paper.value for one in rows_of(session, FiledPaper, "organization", body.id)}
    mine = of(session, Absent, "organization", body.id)
    absent = {one.item for one in mine}
    return archive.open_items(values_of(body), papers, absent, session.info["today"])


def mark_absent(session: Session, key: UUID, item: str, reason: str) -> Absent:
    """Say that something was looked for in a body's file and is not there (档案中确无)."""
    body = session.get_one(Organization, key)
    if not reason.strip():
        raise Invalid({"reason": "请说明怎样查的，如：已逐页核对第12盒"})
    if item not in open_of(session, body):
        raise Refused(f"{SOUGHT.format(item)}不在待补事项中。")
    stamp, today = session.info["stamp"], session.info["today"]
    absent = Absent(
        organization=body, item=item, reason=reason.strip(), by=stamp.operator, on=today
    )
    session.add(absent)
    session.flush()
    count_open(session, body)
    return absent


def count_open(session: Session, body: Organization) -> None:
    """Keep how much is not known of a body from paper, so that lists can be narrowed to it."""
    session.flush()
    number = len(open_of(session, body)) if body.entered_by else None
    if body.open_items != number:
        body.open_items = number
