"""待补: what a body entered from paper still lacks, and what was looked for in vain."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Absent, FiledPaper, Organization
from qyclient.organizations.models.file import SOUGHT
from qyclient.organizations.rules import archive
from qyclient.records.view import Filter
from qyclient.store.consequences import consequence
from qyclient.store.history import Change, written_in
from qyclient.store.listing import linked, of
from qyclient.store.rows import rows_of, values_of

OPEN = (Filter("open_items", least="1"),)
"""待补: the bodies of which something is not known."""
_OF_A_BODY: Mapping[str, type[FiledPaper] | type[Absent]] = {
    model.__tablename__: model for model in (FiledPaper, Absent)
}
_COUNTED = {Organization.__tablename__, *_OF_A_BODY}
_FEW = 500
"""Of more, every body from paper is counted again: that is one question."""


def open_of(session: Session, body: Organization) -> list[str]:
    """Return what is still not known of a body from paper, as its file should say it."""
    papers = {one.paper.value for one in rows_of(session, FiledPaper, "organization", body.id)}
    absent = {one.item for one in absent_of(session, body.id)}
    return archive.open_items(values_of(body), papers, absent, session.info["today"])


def open_of_body(session: Session, key: UUID) -> list[str]:
    """Return what is still open of the body of a key."""
    return open_of(session, session.get_one(Organization, key))


def absent_of(session: Session, key: UUID) -> Sequence[Absent]:
    """Return what was looked for in a body's file and is not there, oldest first."""
    return of(session, Absent, "organization", key)


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
    return absent


@consequence
def recount(session: Session) -> None:
    """Keep how much is not known of a body from paper right, so that lists can be narrowed to it.

    Run at the end of each transaction, for the bodies it touched by whatever verb and either door.
    """
    if not _COUNTED & session.info["touched"]:
        return
    for body in _touched(session):
        number = len(open_of(session, body)) if body.entered_by else None
        if body.open_items != number:
            body.open_items = number


def _owner(session: Session, model: type[FiledPaper] | type[Absent], change: Change) -> set[UUID]:
    """Return the body of a record; what is gone tells it only by what was written of it."""
    if change.action == "removed":
        return {UUID(str(change.fields["organization"][0]))}
    return {
        session.scalars(linked(model).where(model.id == change.record_id)).one().organization.id
    }


def _touched(session: Session) -> Sequence[Organization]:
    """Return the bodies from paper that this transaction wrote, or wrote something of."""
    keys: set[UUID] = set()
    for change in session.info["changes"].values():
        if change.noun == Organization.__tablename__:
            keys.add(change.record_id)
        elif change.noun in _OF_A_BODY:
            keys |= _owner(session, _OF_A_BODY[change.noun], change)
    bulk = written_in(session.connection(), session.info["stamp"].transaction)
    keys |= {key for noun, key in bulk if noun == Organization.__tablename__}
    query = select(Organization).where(
        Organization.entered_by.is_not(None) | Organization.open_items.is_not(None)
    )
    if len(keys) <= _FEW:
        query = query.where(Organization.id.in_(keys))
    # what was written in bulk is newer in the register than in the session
    return session.scalars(query.execution_options(populate_existing=True)).all()
