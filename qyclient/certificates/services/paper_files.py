"""A body with everything that belongs to it, as one form shows it: officers, changes, 历史证书."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates.models import PaperCertificate
from qyclient.organizations.models import FiledPaper, Organization
from qyclient.organizations.rules.legal_changes import FROM_PAPER, REGISTERED, Origin
from qyclient.organizations.services.archive import (
    Rows,
    check_entry,
    enter_from_file,
    keep_rows,
)
from qyclient.organizations.services.changes import change_rows, record_change
from qyclient.organizations.services.grounds import mark
from qyclient.organizations.services.register import amend, officers_of
from qyclient.records.base import field_of
from qyclient.store.rows import Row, as_row, kept_rows, rows_of


class WholeRows(Rows, total=False):
    """What a paper file says beside the registration itself, with the certificates of before."""

    certificates: Sequence[Row]


def enter_whole(session: Session, texts: Mapping[str, str], rows: WholeRows) -> Organization:
    """Enter a body as its paper file says (补录), its certificates too."""
    body = enter_from_file(session, texts, rows)
    _keep_certificates(session, body, rows)
    return body


def amend_whole(
    session: Session,
    key: UUID,
    version: int,
    texts: Mapping[str, str],
    rows: WholeRows,
) -> Organization:
    """Change a body and what belongs to it; rows that are gone are voided, which takes a reason."""
    return _kept(session, amend(session, key, version, texts), rows)


def amend_decided(
    session: Session,
    key: UUID,
    version: int,
    texts: Mapping[str, str],
    rows: WholeRows,
    ground: Mapping[str, str],
) -> Organization:
    """Change a body by a decision on paper (补录): its items become others from that day on.

    `ground` gives the day of effect and the number of the decision, as texts.
    """
    number = ground.get("document_number", "")
    mark(session, f"{FROM_PAPER}{ground['effective_on']} {number}".strip())
    body = session.get_one(Organization, key)
    items = [field_of(Organization, item) for item in REGISTERED if item in texts]
    before = {field.key: field.show(body) for field in items}
    amended = amend_whole(session, key, version, texts, rows)
    for field in items:
        after = field.show(amended)
        if before[field.key] and before[field.key] != after:
            record_change(
                session,
                amended,
                field.key,
                before[field.key],
                after,
                ground["effective_on"],
                document_number=number,
                origin=Origin.ARCHIVE.value,
            )
    return amended


def check_whole(
    session: Session,
    key: UUID,
    version: int,
    agreed: Collection[str],
    mended: Mapping[str, str],
    rows: WholeRows,
) -> Organization:
    """Confirm an entry against the paper (核对), with what belongs to it."""
    return _kept(session, check_entry(session, key, version, agreed, mended), rows)


def whole_rows(session: Session, key: UUID) -> WholeRows:
    """Return what belongs to a body as rows of a form."""
    return {
        "officers": [as_row(one) for one in officers_of(session, key)],
        "changes": change_rows(session, key),
        "papers": [as_row(one) for one in rows_of(session, FiledPaper, "organization", key)],
        "certificates": [as_row(one) for one in paper_certificates_of(session, key)],
    }


def paper_certificates_of(session: Session, organization: UUID) -> Sequence[PaperCertificate]:
    """Return the certificates of a body that were issued before this program."""
    return rows_of(session, PaperCertificate, "organization", organization)


def _kept(session: Session, body: Organization, rows: WholeRows) -> Organization:
    keep_rows(session, body, rows, _reason(session))
    _keep_certificates(session, body, rows)
    return body


def _keep_certificates(session: Session, body: Organization, rows: WholeRows) -> None:
    if "certificates" in rows:
        given = rows["certificates"]
        kept_rows(session, PaperCertificate, {"organization": body}, given, _reason(session))


def _reason(session: Session) -> str:
    """Return why this is done: the same words stand in the history and in what is voided."""
    reason: str = session.info["stamp"].reason
    return reason
