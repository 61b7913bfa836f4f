"""打印: a sheet is reserved and noted before paper moves, and stands until somebody has looked."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.models import Certificate, PrintLog
from qyclient.certificates.reports import certificate_pdf
from qyclient.certificates.rules import BlankState, CertificateStatus, IssueState, PrintOutcome
from qyclient.certificates.services.calibrating import correction_for
from qyclient.certificates.services.sets import DESK, settle_progress, sheets_of, the_issue
from qyclient.certificates.services.signing import statement_for
from qyclient.certificates.services.stock import next_blank
from qyclient.certificates.services.templates import template_called
from qyclient.errors import Invalid, Refused
from qyclient.organizations.services.matters import advance
from qyclient.store.listing import linked, of

PLACE = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class Way:
    """Through which printer and tray paper goes, and the run it belongs to."""

    printer: str
    tray: str = ""
    run: str = ""


def begin_sheet(session: Session, certificate: UUID, way: Way, serial: str = "") -> PrintLog:
    """Reserve the sheet on top, keep the page with its hash, note the try: before paper moves.

    Begun again while nobody has answered, it is the try that is there. `serial` is the sheet that
    lies in the tray, if it is not the lowest in stock.
    """
    found = the_certificate(session, certificate)
    if found.status is CertificateStatus.AWAITING:
        return _awaiting(session, found)
    if found.issue is None or found.status is not CertificateStatus.DRAFT:
        raise Refused(f"这份证书的状态是“{found.status.label}”，不能打印。")
    template = template_called(session, found.template)
    blank = next_blank(session, found.template.partition("@")[0], serial)
    blank.state, blank.moved_on = BlankState.AWAITING, session.info["today"]
    what = f"{found.issue.number} {found.copy.label}{found.copy_number} {found.organization.name}"
    blank.used_for, blank.reason = what, None
    found.blank_serial, found.status = blank.serial, CertificateStatus.AWAITING
    found.statement = statement_for(session, found)
    found.pdf = certificate_pdf(
        template, found.values, rules.PrintMode.OVERPRINT, code=found.statement
    )
    found.pdf_sha256 = hashlib.sha256(found.pdf).hexdigest()
    log = PrintLog(
        certificate=found,
        blank=blank,
        serial=blank.serial,
        what=what,
        run=way.run or _now(session),
        printer=way.printer,
        tray=way.tray or None,
        begun_at=_now(session),
        outcome=PrintOutcome.AWAITING,
        pdf_sha256=found.pdf_sha256,
    )
    session.add(log)
    session.flush()
    settle_progress(session, the_issue(session, found.issue.id))
    return log


def sheet_page(session: Session, log: UUID) -> bytes:
    """Return the page of a try as its printer needs it: shifted by what the tray does wrong."""
    one = the_log(session, log)
    found = the_certificate(session, one.certificate.id)
    template = template_called(session, found.template)
    size = rules.paper_size(template.paper.w)
    correction = correction_for(session, one.printer, one.tray or "", size)
    return certificate_pdf(
        template, found.values, rules.PrintMode.OVERPRINT, correction, found.statement
    )


def note_sent(session: Session, log: UUID) -> PrintLog:
    """Note that the spooler took it, which says nothing of the paper."""
    one = session.get_one(PrintLog, log)
    one.sent_at = one.sent_at or _now(session)
    return one


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
    one.answered_at, one.answered_by = _now(session), session.info["stamp"].operator
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


def awaiting(session: Session, issue: UUID | None = None) -> Sequence[PrintLog]:
    """Return what nobody has answered for, oldest first: paper may lie in a tray."""
    if issue is not None:
        return [one for one in tries_of(session, issue) if one.outcome is PrintOutcome.AWAITING]
    query = linked(PrintLog).where(PrintLog.outcome == PrintOutcome.AWAITING)
    return session.scalars(query.order_by(PrintLog.id)).all()


def tries_of(session: Session, issue: UUID) -> Sequence[PrintLog]:
    """Return every try to print a sheet of a set, oldest first."""
    tries = [
        one
        for sheet in of(session, Certificate, "issue", issue)
        for one in of(session, PrintLog, "certificate", sheet.id)
    ]
    return sorted(tries, key=lambda one: one.id)


def to_print(session: Session, issues: Sequence[UUID]) -> list[UUID]:
    """Return the sheets of these sets that are not printed yet, in the order of the sets."""
    return [
        sheet.id
        for issue in issues
        for sheet in sheets_of(session, issue)
        if sheet.status in {CertificateStatus.DRAFT, CertificateStatus.AWAITING}
    ]


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


def _awaiting(session: Session, found: Certificate) -> PrintLog:
    tries = of(session, PrintLog, "certificate", found.id)
    return next(one for one in tries if one.outcome is PrintOutcome.AWAITING)


def the_log(session: Session, key: UUID) -> PrintLog:
    """Return a try with what its links are called."""
    found: PrintLog | None = session.scalar(linked(PrintLog).where(PrintLog.id == key))
    if found is None:
        raise Refused("这条打印记录已不存在。")
    return found


def the_certificate(session: Session, key: UUID) -> Certificate:
    """Return a certificate with what its links are called."""
    found: Certificate | None = session.scalar(linked(Certificate).where(Certificate.id == key))
    if found is None:
        raise Refused("这份证书已不存在。")
    return found


def _now(session: Session) -> str:
    text: str = session.info["now"].strftime(PLACE)
    return text
