"""What becomes of a body's certificates when its status changes (条例250 art 33; 251 art 28)."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from qyclient.certificates.models import Certificate
from qyclient.certificates.rules import CertificateStatus
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.store.consequences import consequence
from qyclient.store.history import Change
from qyclient.store.listing import of

_OUT = frozenset({CertificateStatus.PRINTED, CertificateStatus.ISSUED, CertificateStatus.SEALED})
"""A certificate in one of these is in somebody's hands."""

_BECOMES: Mapping[str, CertificateStatus] = {
    OrgStatus.SUSPENDED: CertificateStatus.SEALED,
    OrgStatus.ACTIVE: CertificateStatus.ISSUED,
    OrgStatus.DEREGISTERED: CertificateStatus.COLLECTED,
    OrgStatus.REVOKED: CertificateStatus.VOID,
    OrgStatus.LICENSE_CANCELLED: CertificateStatus.VOID,
}


@consequence
def follow_status(session: Session) -> None:
    """封存、收缴或作废: a suspended body's certificates are sealed, one that ended has none."""
    changes: Mapping[object, Change] = session.info["changes"]
    for change in [*changes.values()]:
        if change.noun != Organization.__tablename__ or change.action != "changed":
            continue
        before, after = change.fields.get("status", (None, None))
        status = _BECOMES.get(str(after)) if before is not None else None
        if status is not None:
            _make(session, change, status)


def _make(session: Session, change: Change, status: CertificateStatus) -> None:
    for certificate in of(session, Certificate, "organization", change.record_id):
        returned = status is CertificateStatus.ISSUED
        if certificate.status in _OUT and (
            not returned or certificate.status is CertificateStatus.SEALED
        ):
            certificate.status = status
