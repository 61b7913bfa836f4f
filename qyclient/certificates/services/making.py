"""Making 登记证书: a certificate is a snapshot, data and page kept as they were."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from qyclient.certificates import rules
from qyclient.certificates.models import Certificate
from qyclient.certificates.reports import certificate_pdf
from qyclient.certificates.services.templates import current_template, template_called
from qyclient.certificates.services.terms import office_on
from qyclient.errors import Refused, refuse
from qyclient.office.rules.limits import limit
from qyclient.office.services import area_called, office_of
from qyclient.office.services.characters import proper_characters
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import facts_of
from qyclient.organizations.services.standing import require
from qyclient.paper.pdf.overprint import Template
from qyclient.store.listing import of


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one copy certifies, on which template, and the page that shows it."""

    template: Template
    values: Mapping[str, str]
    issue: rules.Issue
    pdf: bytes

    @property
    def fingerprint(self) -> str:
        """Return the digest of what is certified and where it stands."""
        told = [self.template.id, dict(self.values)]
        return _sha256(json.dumps(told, ensure_ascii=False, sort_keys=True))

    def columns(self) -> dict[str, object]:
        """Return what a certificate keeps of it."""
        return {
            "issued_on": self.issue.issued_on,
            "valid_from": self.issue.valid_from,
            "valid_to": self.issue.valid_to,
            "template": self.template.id,
            "values_sha256": self.fingerprint,
            "pdf_sha256": hashlib.sha256(self.pdf).hexdigest(),
            "values": dict(self.values),
            "pdf": self.pdf,
        }


def snapshot(
    session: Session, body: Organization, copy: rules.Copy, issued_on: date, stock_number: str = ""
) -> Snapshot:
    """Return what a copy would certify of a body on a day of issue; refuse what cannot be one."""
    require(session, body, "CERTIFY")
    stock = rules.template_id(body.org_type, copy, issued_on, has_credit_code=bool(body.uscc))
    template = current_template(session, stock)
    issue = _issue(session, body, issued_on)
    area = area_called(session, office_of(session).area_code, issued_on)
    facts = rules.with_usual(facts_of(body), area)
    if stock_number:
        facts["legacy_cert_no"] = stock_number
    values = rules.written_properly(rules.printed_values(facts, issue), proper_characters(session))
    labels = template.labels_by_field
    refuse(rules.problems(values, labels, issued_on, issue.valid_from, issue.valid_to))
    pdf = certificate_pdf(template, values, rules.PrintMode.OVERPRINT)
    return Snapshot(template, values, issue, pdf)


def prepare(session: Session, organization: UUID, copy: rules.Copy, issued_on: date) -> Certificate:
    """Return the certificate of a body as of a day of issue, made and kept if it is new.

    The same values for the same copy are the same certificate: asking twice makes one.
    """
    body = session.get_one(Organization, organization)
    made = snapshot(session, body, copy, issued_on)
    before = [c for c in certificates_of(session, organization) if c.copy is copy]
    for certificate in before:
        if certificate.values_sha256 == made.fingerprint:
            return certificate
    certificate = Certificate(
        organization=body,
        number=f"未发证 {body.uscc or body.name} {issued_on} {copy.label}",
        copy=copy,
        reason=rules.IssueReason.CHANGE if before else rules.IssueReason.FIRST_ISSUE,
        status=rules.CertificateStatus.DRAFT,
        **made.columns(),
    )
    session.add(certificate)
    return certificate


def page_of(session: Session, certificate: UUID, mode: rules.PrintMode) -> bytes:
    """Return a certificate's page: for the stock as it was kept, or as the marked copy."""
    query = (
        select(Certificate).where(Certificate.id == certificate).options(undefer(Certificate.pdf))
    )
    kept = session.scalars(query).one()
    if hashlib.sha256(kept.pdf).hexdigest() != kept.pdf_sha256:
        raise Refused("这份证书的存档文件与登记的指纹不符，可能被改动过，请从备份恢复。")
    if mode is rules.PrintMode.OVERPRINT:
        return kept.pdf
    values: Mapping[str, str] = kept.values
    return certificate_pdf(template_called(session, kept.template), values, mode)


def certificates_of(session: Session, organization: UUID) -> Sequence[Certificate]:
    """Return every certificate made for a body, oldest first."""
    return of(session, Certificate, "organization", organization)


def _issue(session: Session, body: Organization, issued_on: date) -> rules.Issue:
    """Take the validity the register holds; if it has run out, count the years of the rule."""
    office = office_of(session)
    years = int(limit("CERT_VALID_YEARS", issued_on).value)
    since, until = body.certificate_valid_from, body.certificate_valid_to
    if since is None or until is None or until <= issued_on:
        since, until = issued_on, rules.expiry(issued_on, years)
    return rules.Issue(
        issuing_authority=office_on(session, issued_on),
        issued_on=issued_on,
        valid_from=since,
        valid_to=until,
        scope_suffix=office.scope_suffix or "",
        province_abbr=office.province,
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
