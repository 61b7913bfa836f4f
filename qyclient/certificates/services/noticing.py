"""领取通知书和领取单: what goes with a set on plain paper, before and at the counter."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates.reports import Notice, notices_pdf, receipt_pdf
from qyclient.certificates.rules.desk import collect_notice, filings_after
from qyclient.certificates.services.handing import before_of
from qyclient.certificates.services.printing import the_certificate
from qyclient.certificates.services.sets import old_copies_of, sheets_of, the_issue
from qyclient.office.services import office_of


def notices_page(session: Session, issues: Sequence[UUID]) -> bytes:
    """Return the notices of these sets, a page each: what is ready, what to bring, what follows."""
    return notices_pdf([_notice(session, key) for key in dict.fromkeys(issues)])


def notices_with(session: Session, sheets: Sequence[UUID]) -> bytes:
    """Return the notices of the sets that these sheets belong to."""
    issues = (the_certificate(session, sheet).issue for sheet in sheets)
    return notices_page(session, [issue.id for issue in issues if issue is not None])


def receipt_page(session: Session, key: UUID) -> bytes:
    """Return the sheet on which a set is signed for, empty where nobody has taken it yet."""
    issue = the_issue(session, key)
    olds = old_copies_of(session, key)
    return receipt_pdf(office_of(session).name, issue, sheets_of(session, key), olds)


def _notice(session: Session, key: UUID) -> Notice:
    issue = the_issue(session, key)
    body, sheets = issue.organization, sheets_of(session, key)
    before = before_of(session, issue)
    copies = f"正本一份、副本{issue.duplicates}份" if issue.duplicates else "正本一份"
    said = {
        "number": issue.number,
        "reason": issue.reason.label,
        "copies": copies,
        "olds": "、".join(old.what for old in old_copies_of(session, key)),
        "filings": "；".join(filings_after(before.values if before else None, sheets[0].values)),
    }
    title, lines = collect_notice(said, body.org_type.value)
    return Notice(title, body.name, lines, office_of(session).name, session.info["today"])
