"""打印: a sheet is reserved and noted before paper moves, and stands until somebody has looked."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.models import Certificate, PrintLog
from qyclient.certificates.reports import certificate_pdf
from qyclient.certificates.rules import BlankState, CertificateStatus, PrintOutcome
from qyclient.certificates.services.calibrating import correction_for
from qyclient.certificates.services.sets import settle_progress, sheets_of, the_issue
from qyclient.certificates.services.signing import code_on_stock, statement_for
from qyclient.certificates.services.stock import next_blank
from qyclient.certificates.services.templates import template_called
from qyclient.errors import Refused
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
        template,
        found.values,
        rules.PrintMode.OVERPRINT,
        code=code_on_stock(session, found.statement),
    )
    found.pdf_sha256 = hashlib.sha256(found.pdf).hexdigest()
    log = PrintLog(
        certificate=found,
        blank=blank,
        serial=blank.serial,
        what=what,
        run=way.run or now_text(session),
        printer=way.printer,
        tray=way.tray or None,
        begun_at=now_text(session),
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
    code = code_on_stock(session, found.statement)
    return certificate_pdf(template, found.values, rules.PrintMode.OVERPRINT, correction, code)


def note_sent(session: Session, log: UUID) -> PrintLog:
    """Note that the spooler took it, which says nothing of the paper."""
    one = session.get_one(PrintLog, log)
    one.sent_at = one.sent_at or now_text(session)
    return one


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


def now_text(session: Session) -> str:
    """Return the time as the log shows it."""
    text: str = session.info["now"].strftime(PLACE)
    return text
