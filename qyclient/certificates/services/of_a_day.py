"""当日证书: the certificate a body had on a day, or a picture of what it would have said."""

from datetime import date
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.models import Certificate
from qyclient.certificates.reports import restored_copy, shipped_template
from qyclient.certificates.services.making import certificates_of, page_of
from qyclient.certificates.services.paper_files import paper_certificates_of
from qyclient.certificates.services.terms import office_on
from qyclient.errors import Refused
from qyclient.office.rules.limits import limit
from qyclient.office.services import area_called, office_of
from qyclient.office.services.characters import proper_characters
from qyclient.organizations.rules.lists import ENDED
from qyclient.organizations.services.by_law import days_of, past_of
from qyclient.organizations.services.register import facts_of

RESTORED = "没有存档的证书。按当日登记内容复原，版式、机关名称和日期按当时的规定，仅供查考。"
KEPT = "当日有效的证书：{} 发证，有效期至 {}，按存档内容显示。"


def certificate_on(
    session: Session, organization: UUID, copy: rules.Copy, day: date
) -> tuple[bytes, str]:
    """Return the page of the certificate of a day, and what it is: kept, or restored (复原)."""
    body, _officers = past_of(session, organization, day)
    if kept := _valid_on(session, organization, copy, day):
        page = page_of(session, kept.id, rules.PrintMode.MARKED_COPY)
        return page, KEPT.format(kept.issued_on, kept.valid_to)
    if body.status in ENDED:
        raise Refused(f"{body.name}在 {day} 的状态是“{body.status.label}”，没有有效的登记证书。")
    issued = _issued_on(session, body, copy, day)
    office = office_of(session)
    template = shipped_template(
        rules.template_id(body.org_type, copy, issued, has_credit_code=bool(body.uscc))
    )
    facts = rules.with_usual(facts_of(body), area_called(session, office.area_code, issued))
    since, until = _validity(body, issued, day)
    issue = rules.Issue(
        issuing_authority=office_on(session, issued),
        issued_on=issued,
        valid_from=since,
        valid_to=until,
        scope_suffix=office.scope_suffix or "",
        province_abbr=office.province,
    )
    values = rules.written_properly(rules.printed_values(facts, issue), proper_characters(session))
    return restored_copy(template, values), RESTORED


def _valid_on(
    session: Session, organization: UUID, copy: rules.Copy, day: date
) -> Certificate | None:
    """Return the newest certificate kept here that was valid on a day."""
    found = [
        one
        for one in certificates_of(session, organization)
        if one.copy is copy
        and one.status is not rules.CertificateStatus.VOID
        and one.issued_on <= day
        and one.valid_from <= day <= one.valid_to
    ]
    return max(found, key=lambda one: (one.issued_on, one.id), default=None)


def _issued_on(session: Session, body: SimpleNamespace, copy: rules.Copy, day: date) -> date:
    """Return when the certificate of a day was issued, as far as it is known.

    By the paper file, by the newest change in law or the founding before it, else the day itself.
    """
    papers = paper_certificates_of(session, body.id)
    known = [one.issued_on for one in papers if one.copy is copy] + [body.established_on]
    days = [one.earliest for one in known if one is not None and one.earliest is not None]
    before = [one for one in (*days, *days_of(session, body.id)) if one <= day]
    return max(before, default=day)


def _validity(body: SimpleNamespace, issued: date, day: date) -> tuple[date, date]:
    """Return the validity the register held, if the day lies in it; else that of the rule."""
    since, until = body.certificate_valid_from, body.certificate_valid_to
    if since is not None and until is not None and since <= day <= until:
        return since, until
    return issued, rules.expiry(issued, int(limit("CERT_VALID_YEARS", issued).value))
