"""来访来电 and remarks: what is written beside a body without changing what is registered."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.organizations.models import Contact, Organization, Remark
from qyclient.store.entry import entered
from qyclient.store.listing import linked, of


def note_contact(session: Session, texts: Mapping[str, str]) -> Contact:
    """Keep a visit or a call; a promise needs a day by which it is kept."""
    given = {"on": session.info["today"].isoformat()} | {
        k: t for k, t in texts.items() if t.strip()
    }
    contact = entered(session, Contact, given)
    if contact.promise and contact.due_on is None:
        raise Invalid({"due_on": "有承诺事项时，请填写承诺期限"})
    session.add(contact)
    return contact


def keep_promise(session: Session, key: UUID) -> Contact:
    """Mark a promise as kept today."""
    contact = session.get_one(Contact, key)
    contact.kept_on = session.info["today"]
    return contact


def promises(session: Session) -> Sequence[Contact]:
    """Return what was promised and is not kept, the most pressing first."""
    open_ = linked(Contact).where(Contact.promise.is_not(None), Contact.kept_on.is_(None))
    return session.scalars(open_.order_by(Contact.due_on)).all()


def contacts_of(session: Session, organization: UUID) -> Sequence[Contact]:
    """Return who came or called about a body, oldest first."""
    return of(session, Contact, "organization", organization)


def remark(session: Session, organization: UUID, words: str) -> Remark:
    """Write a note on a body."""
    body = session.get_one(Organization, organization)
    if not words.strip():
        raise Invalid({"words": "请填写批注"})
    stamp = session.info["stamp"]
    note = Remark(
        organization=body, words=words.strip(), on=session.info["today"], by=stamp.operator
    )
    session.add(note)
    return note


def remarks_of(session: Session, organization: UUID) -> Sequence[Remark]:
    """Return the notes on a body, oldest first."""
    return of(session, Remark, "organization", organization)


def what_may_be_told(session: Session, organization: UUID) -> dict[str, str]:
    """Return what a caller may hear of a body: what its public registration says, no person's data.

    (政府信息公开条例 art 15; 个人信息保护法)
    """
    body = session.get_one(Organization, organization)
    told = {
        "名称": body.name,
        "统一社会信用代码": body.uscc or "",
        "状态": body.status.label,
        "法定代表人": body.legal_rep or "",
        "住所": body.residence or "",
        "业务主管单位": body.business_supervisor or "",
        "证书有效期止": str(body.certificate_valid_to or ""),
        "评估等级": body.org_grade.label if body.org_grade else "",
    }
    return {label: text for label, text in told.items() if text}
