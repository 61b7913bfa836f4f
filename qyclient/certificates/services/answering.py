"""打印好了吗: what somebody who looked at a sheet says of it, and what follows from it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates.models import Certificate, PrintLog
from qyclient.certificates.rules import BlankState, CertificateStatus, IssueState, PrintOutcome
from qyclient.certificates.services.printing import now_text, the_certificate, the_log
from qyclient.certificates.services.sets import DESK, settle_progress, sheets_of, the_issue
from qyclient.errors import Invalid, Refused
from qyclient.organizations.services.matters import advance


def answer(session: Session, log: UUID, outcome: PrintOutcome, reason: str = "") -> PrintLog:
    """Say what became of a sheet (打印好了吗); said twice the same, it is said once.

    Spoiled takes a reason and the sheet out of the book; not printed gives it back to stock.
    """
    one = the_log(session, log)
    if one.outcome is outcome:
        return one
    if one.outcome is not PrintOutcome.AWAITING:
        raise Refused(f"空白证 {one.serial} 已经答过“{one.outcome.label}”，不能再改。")
    if outcome is PrintOutcome.SPOILED and not reason.strip():
        raise Invalid({"reason": "请写明怎么打坏的"})
    found, blank = the_certificate(session, one.certificate.id), one.blank
    one.outcome, one.reason = outcome, reason.strip() or None
    one.answered_at, one.answered_by = now_text(session), session.info["stamp"].operator
    blank.state, blank.moved_on = _BLANKS[outcome], session.info["today"]
    blank.reason = one.reason
    found.status = CertificateStatus.DRAFT
    if outcome is PrintOutcome.GOOD:
        found.status, found.status_on = CertificateStatus.PRINTED, session.info["today"]
    else:
        found.blank_serial = found.statement = None
        if outcome is PrintOutcome.NOT_PRINTED:
            blank.used_for = None
    session.flush()
    _follow(session, found)
    return one


def answer_all(
    session: Session, answers: Sequence[tuple[UUID, PrintOutcome, str]]
) -> list[PrintLog]:
    """Say what became of several sheets, in one go."""
    return [answer(session, log, outcome, reason) for log, outcome, reason in answers]


_BLANKS = {
    PrintOutcome.GOOD: BlankState.USED,
    PrintOutcome.SPOILED: BlankState.SPOILED,
    PrintOutcome.NOT_PRINTED: BlankState.IN_STOCK,
}


def _follow(session: Session, found: Certificate) -> None:
    """Let the set know, and its matter once every sheet is good."""
    if found.issue is None:
        return
    issue = the_issue(session, found.issue.id)
    settle_progress(session, issue)
    matter = issue.matter
    if issue.state is IssueState.PRINTED and matter is not None and matter.state != "PRINTED":
        serials = "、".join(one.blank_serial or "" for one in sheets_of(session, issue.id))
        advance(session, matter.id, matter.version, "print", {"blanks": serials}, at=DESK)
