"""更正: from the wrong certificate to all that carries the wrong value, until it is mended."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates.models import Certificate, Correction, CorrectionItem, Issue
from qyclient.certificates.rules import Carrier, CertificateStatus
from qyclient.certificates.rules.desk import OUT
from qyclient.certificates.services.issuing import open_issue
from qyclient.certificates.services.making import certificates_of
from qyclient.certificates.services.printing import the_certificate
from qyclient.certificates.services.templates import template_called
from qyclient.errors import Invalid, Refused, refuse
from qyclient.organizations.models import Organization
from qyclient.records.base import Base, field_of, fields_of
from qyclient.store.entry import entered
from qyclient.store.listing import linked, of

_BACK = frozenset(
    {
        CertificateStatus.SUPERSEDED,
        CertificateStatus.COLLECTED,
        CertificateStatus.VOID,
        CertificateStatus.LOST,
    }
)
_SORTS = {
    "contract": Carrier.CONTRACT,
    "package": Carrier.PACKAGE,
    "return": Carrier.RETURN,
    "disclosure": Carrier.PUBLIC,
}
_OFFERS = {
    Carrier.CERTIFICATE: "收回，或登报声明作废，再发一套正确的",
    Carrier.REGISTER: "在名册里更正这一项，写明原因",
    Carrier.CONTRACT: "与购买主体签订更正说明，附在合同后",
    Carrier.PACKAGE: "下一个交换包里更正，并告知对方",
    Carrier.RETURN: "更正报表并重新报送",
    Carrier.PUBLIC: "更正公开页面，注明更正日期",
    Carrier.PAPER: "更正文书，原件收回或加盖作废章",
    Carrier.FILING: "请单位办理印章、账户、章程备案的更正",
}
_NOT_LOOKED_AT = frozenset({"certificate", "issue", "correction", "paper_certificate"})


def open_correction(session: Session, certificate: UUID, texts: Mapping[str, str]) -> Correction:
    """Begin with the wrong certificate: which field, what it should be, why, who approved.

    Everything that carries the wrong value is listed with what to do about it; one that is open
    for the same sheet and field already is returned.
    """
    wrong = the_certificate(session, certificate)
    labels = template_called(session, wrong.template).labels_by_field
    item = texts.get("item", "").strip()
    key = next((key for key, label in labels.items() if item in {key, label}), None)
    if key is None:
        raise Invalid({"item": f"请选择证书上的一项：{'、'.join(labels.values())}"})
    value = wrong.values.get(key, "")
    for one in of(session, Correction, "certificate", certificate):
        if one.item == labels[key] and one.closed_on is None:
            return one
    given = {k: t for k, t in texts.items() if t.strip()}
    assumed = {
        "certificate": wrong.number,
        "body": wrong.organization.name,
        "item": labels[key],
        "wrong": value,
        "opened_on": session.info["today"].isoformat(),
    }
    made = entered(session, Correction, {**given, **assumed})
    if made.right == value:
        raise Invalid({"right": "与证书上的相同，不需要更正"})
    session.add(made)
    session.flush()
    for sort, what in _carriers(session, wrong, key, value):
        session.add(CorrectionItem(correction=made, sort=sort, what=what, offer=_OFFERS[sort]))
    session.flush()
    return made


def items_of(session: Session, correction: UUID) -> Sequence[CorrectionItem]:
    """Return what carries the wrong value."""
    return of(session, CorrectionItem, "correction", correction)


def settle_item(session: Session, item: UUID, note: str) -> CorrectionItem:
    """Say what was done about one thing that carried the wrong value."""
    if not note.strip():
        raise Invalid({"note": "请写明怎样处理的"})
    found = session.get_one(CorrectionItem, item)
    found.done_on, found.note = session.info["today"], note.strip()
    return found


def reissue(session: Session, correction: UUID) -> Issue:
    """Open the set that puts it right; refuse while the register still says the wrong thing."""
    found = _the(session, correction)
    wrong = the_certificate(session, found.certificate.id)
    body = wrong.organization
    for key, label in template_called(session, wrong.template).labels_by_field.items():
        if label == found.item and _register_says(body, key) == found.wrong:
            raise Refused(f"名册里的“{label}”还是“{found.wrong}”，请先在名册更正，再重新发证。")
    because = f"更正{found.item}：{found.wrong} 应为 {found.right}"
    texts = {"organization": body.uscc or body.name, "reason": "更正", "because": because}
    issue = open_issue(session, texts)
    found.reissued = issue.number
    return issue


def close_correction(session: Session, correction: UUID) -> Correction:
    """Close it: the wrong sheets are back or void, and everything listed was dealt with."""
    found = _the(session, correction)
    wrong = the_certificate(session, found.certificate.id)
    problems = {}
    if wrong.status not in _BACK:
        problems["certificate"] = f"有误的证书还没有收回，也没有声明作废（{wrong.status.label}）"
    left = [one.what for one in items_of(session, found.id) if one.done_on is None]
    if left:
        problems["items"] = f"还有没处理的：{'、'.join(left[:3])}"
    refuse(problems)
    found.closed_on = session.info["today"]
    return found


def _the(session: Session, key: UUID) -> Correction:
    found: Correction | None = session.scalar(linked(Correction).where(Correction.id == key))
    if found is None:
        raise Refused("这项更正已不存在。")
    if found.closed_on is not None:
        raise Refused("这项更正已经办结。")
    return found


def _register_says(body: Organization, key: str) -> str:
    known = {field.key for field in fields_of(Organization)}
    return field_of(Organization, key).show(body) if key in known else ""


def _carriers(
    session: Session, wrong: Certificate, key: str, value: str
) -> Iterator[tuple[Carrier, str]]:
    body = wrong.organization
    for one in certificates_of(session, body.id):
        if one.status in OUT and value and one.values.get(key) == value:
            yield Carrier.CERTIFICATE, f"{one.copy.label} {one.blank_serial or one.issued_on}"
    if value and _register_says(body, key) == value:
        yield Carrier.REGISTER, f"名册：{field_of(Organization, key).label}"
    for mapper in sorted(Base.registry.mappers, key=lambda m: m.class_.__name__):
        model: type[Base] = mapper.class_
        if value and model.__tablename__ not in _NOT_LOOKED_AT:
            yield from _beside(session, model, body.id, value)
    yield Carrier.FILING, "印章、银行账户、章程"


def _beside(
    session: Session, model: type[Base], body: UUID, value: str
) -> Iterator[tuple[Carrier, str]]:
    """Yield each record of any noun about the body whose texts hold the wrong value."""
    links = [field.key for field in fields_of(model) if field.target is Organization]
    texts = [field for field in fields_of(model) if field.kind.name in {"text", "long_text"}]
    if not links or not texts:
        return
    sort = next((s for part, s in _SORTS.items() if part in model.__tablename__), Carrier.PAPER)
    for record in of(session, model, links[0], body):
        if hit := [field.label for field in texts if value in field.show(record)]:
            yield sort, f"{model.__label__} {record}：{'、'.join(hit)}"
