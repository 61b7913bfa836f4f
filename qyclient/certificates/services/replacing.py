"""旧证: what a new set replaces, and what becomes of each copy."""

from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.models import Certificate, Issue, OldCopy, PaperCertificate
from qyclient.certificates.rules import OldOutcome
from qyclient.certificates.rules.desk import BECOMES, OUT
from qyclient.certificates.services.making import certificates_of
from qyclient.certificates.services.paper_files import paper_certificates_of
from qyclient.errors import Invalid


def list_old(session: Session, issue: Issue) -> None:
    """List what the body holds already: each copy must come back, or be lost or void."""
    body = issue.organization.id
    for one in certificates_of(session, body):
        if one.status in OUT and one.issue is not issue:
            number = one.blank_serial or f"{one.issued_on} 发证"
            what = f"{one.copy.label} {number}"
            _replaces(session, issue, what, one.copy, certificate_id=one.id)
    for paper in paper_certificates_of(session, body):
        if paper.status in OUT:
            what = f"{paper.copy.label} {paper.number}"
            _replaces(session, issue, what, paper.copy, paper_id=paper.id)


def settle_old(session: Session, old: OldCopy, outcome: OldOutcome, note: str = "") -> None:
    """Say of one old copy that it came back, was lost or is void; the copy itself becomes so."""
    if outcome is OldOutcome.OPEN or outcome is old.outcome:
        return
    if outcome is OldOutcome.LOST and not (note.strip() or old.issue.notice):
        raise Invalid({"olds": f"{old.what}：遗失的应写明登报声明的报刊和日期"})
    old.outcome, old.note = outcome, note.strip() or None
    old.on = session.info["today"]
    status = BECOMES[outcome]
    if old.certificate_id is not None:
        certificate = session.get_one(Certificate, old.certificate_id)
        certificate.status, certificate.status_on = status, old.on
    if old.paper_id is not None:
        session.get_one(PaperCertificate, old.paper_id).status = status


def _replaces(session: Session, issue: Issue, what: str, copy: rules.Copy, **keys: UUID) -> None:
    session.add(OldCopy(issue=issue, what=what, copy=copy, outcome=rules.OldOutcome.OPEN, **keys))
