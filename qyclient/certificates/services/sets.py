"""发证的读取: a set, its sheets, what it replaces, and how far it is."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.models import Certificate, Issue, OldCopy
from qyclient.certificates.rules import CertificateStatus, IssueState
from qyclient.certificates.rules.desk import progress
from qyclient.certificates.services.making import snapshot
from qyclient.errors import Refused
from qyclient.store.listing import linked, of

DESK = "发证"
"""Where the steps 制证 and 发证 of a matter are done."""

CLOSED = frozenset({IssueState.ISSUED, IssueState.GIVEN_UP})
"""A set in one of these is done with."""


def the_issue(session: Session, key: UUID) -> Issue:
    """Return a set with what its links are called."""
    found: Issue | None = session.scalar(linked(Issue).where(Issue.id == key))
    if found is None:
        raise Refused("这次发证的记录已不存在。")
    return found


def sheets_of(session: Session, issue: UUID) -> Sequence[Certificate]:
    """Return the sheets of a set that stand: 正本 first, then each 副本."""
    every = of(session, Certificate, "issue", issue)
    return [one for one in every if one.status is not CertificateStatus.VOID]


def old_copies_of(session: Session, issue: UUID) -> Sequence[OldCopy]:
    """Return what a set replaces."""
    return of(session, OldCopy, "issue", issue)


def settle_progress(session: Session, issue: Issue) -> None:
    """Say how far a set is, by its sheets."""
    issue.state = progress(one.status for one in sheets_of(session, issue.id))


def add_sheets(session: Session, issue: Issue, since: int = 0) -> None:
    """Add the sheets of a set from the one of a number on, each as the register is now."""
    copies = [rules.Copy.ORIGINAL, *[rules.Copy.DUPLICATE] * issue.duplicates]
    for number, copy in enumerate(copies):
        if number < since:
            continue
        number_ = issue.stock_number or ""
        made = snapshot(session, issue.organization, copy, issue.issued_on, number_)
        issue.valid_from, issue.valid_to = made.issue.valid_from, made.issue.valid_to
        sheet = Certificate(
            organization=issue.organization,
            issue=issue,
            number=f"{issue.number} {copy.label}{number or ''}",
            copy=copy,
            copy_number=max(1, number),
            reason=issue.reason,
            status=CertificateStatus.DRAFT,
            **made.columns(),
        )
        session.add(sheet)
        session.flush()  # each before the next: keys are in the order of the set
