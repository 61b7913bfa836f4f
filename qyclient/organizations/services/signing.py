"""签发件: the scan of what was finally signed, held against what was issued."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused, refuse
from qyclient.organizations.models import Attachment, Document
from qyclient.organizations.rules.attachments import Use
from qyclient.organizations.services.attaching import Scan, attach
from qyclient.records.base import field_of
from qyclient.store.listing import linked, of

COMPARED = ("number", "dated", "addressee")
"""What must be the same on the signed page: its number, its date, and whom it is for."""


def bind_signed(
    session: Session, document: UUID, scan: Scan, read: Mapping[str, str]
) -> Attachment:
    """Keep the signed page of a paper; refused where what was read off it is otherwise.

    `read` are the texts as they stand on the scan, by field.
    """
    paper: Document | None = session.scalar(linked(Document).where(Document.id == document))
    if paper is None or paper.cancelled_because is not None:
        raise Refused("这份文书已作废，不能再附签发件。")
    if paper.matter is None:
        raise Refused("这份文书不属于办件，不能附签发件。")
    refuse(differences(paper, read))
    return attach(session, paper.matter.id, scan, Use.SIGNED, document=paper.id)


def differences(paper: Document, read: Mapping[str, str]) -> dict[str, str]:
    """Return what on the signed page is not as it was issued, by field."""
    found = {}
    for key in COMPARED:
        field = field_of(Document, key)
        text = read.get(key, "")
        known = getattr(paper, key)
        if known is None:
            continue
        try:
            same = not field.is_empty(text) and field.kind.parse(text) == known
        except ValueError:
            same = False
        if not same:
            said = text.strip() or "没有填"
            found[key] = f"{field.label}不符：签发件上是“{said}”，存档是“{field.show(paper)}”"
    return found


def signed_of(session: Session, document: UUID) -> Attachment | None:
    """Return the signed page of a paper."""
    found = [one for one in of(session, Attachment, "document", document) if not one.voided_because]
    return found[-1] if found else None
