"""轻微更改与取消: a set is mended until its first print, or given up with its number."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates.models import Blank, Certificate, Issue
from qyclient.certificates.rules import BlankState, CertificateStatus, IssueState
from qyclient.certificates.rules.desk import issue_problems
from qyclient.certificates.services.making import snapshot
from qyclient.certificates.services.sets import CLOSED, add_sheets, sheets_of, the_issue
from qyclient.certificates.services.terms import signatory_on
from qyclient.errors import Invalid, Refused, refuse
from qyclient.records.base import fields_of
from qyclient.store.entry import entered
from qyclient.store.listing import linked


def mend_issue(session: Session, issue: UUID, texts: Mapping[str, str]) -> Issue:
    """Take what the register says now, before anything is printed (轻微更改); the history keeps it.

    `texts` may change the number of duplicates, the day, the note and the number on old stock.
    """
    found = the_issue(session, issue)
    sheets = sheets_of(session, issue)
    if found.state is not IssueState.PREPARED or any(
        one.status is not CertificateStatus.DRAFT for one in sheets
    ):
        raise Refused(f"{found.number} 已经打印过，不能再改；印错了请打坏重印，发出去的请办更正。")
    body = found.organization
    typed = {key: text for key, text in texts.items() if key in _MENDED}
    changed = entered(session, Issue, _shown(found) | typed | {"number": f"{found.number}-"})
    refuse(issue_problems(changed.reason, changed.duplicates, changed.because, changed.notice))
    for key in _MENDED:
        setattr(found, key, getattr(changed, key))
    found.signatory = signatory_on(session, found.issued_on)
    for sheet in sheets[1 + found.duplicates :]:
        sheet.status = CertificateStatus.VOID
        sheet.number += "（减少份数）"  # another may be made under its number
    for sheet in sheets[: 1 + found.duplicates]:
        made = snapshot(session, body, sheet.copy, found.issued_on, found.stock_number or "")
        for column, value in made.columns().items():
            setattr(sheet, column, value)
        found.valid_from, found.valid_to = made.issue.valid_from, made.issue.valid_to
    add_sheets(session, found, since=len(sheets))
    session.flush()
    return found


def give_up(session: Session, issue: UUID, reason: str) -> Issue:
    """Give a set up: its number stays with the reason; sheets that were printed are spoiled."""
    if not reason.strip():
        raise Invalid({"reason": "请填写取消的原因"})
    found = the_issue(session, issue)
    if found.state in CLOSED:
        raise Refused(f"{found.number} 的进度是“{found.state.label}”，不能取消。")
    sheets = sheets_of(session, issue)
    if any(one.status is CertificateStatus.AWAITING for one in sheets):
        raise Refused(f"{found.number} 还有待确认的打印，请先回答“打印好了吗”。")
    for sheet in sheets:
        if sheet.status is CertificateStatus.PRINTED:
            _spoil(session, sheet, f"发证 {found.number} 取消：{reason.strip()}")
        sheet.status, sheet.status_on = CertificateStatus.VOID, session.info["today"]
    found.state, found.because = IssueState.GIVEN_UP, reason.strip()
    return found


_MENDED = ("duplicates", "issued_on", "because", "notice", "stock_number", "reason")


def _shown(issue: Issue) -> dict[str, str]:
    return {field.key: field.show(issue) for field in fields_of(Issue)} | {
        "organization": issue.organization.uscc or issue.organization.name,
        "matter": issue.matter.number if issue.matter else "",
    }


def _spoil(session: Session, sheet: Certificate, reason: str) -> None:
    mine = (Blank.serial == sheet.blank_serial) & (Blank.state == BlankState.USED)
    stock = sheet.template.partition("@")[0]
    blank = session.scalar(linked(Blank).where(mine & (Blank.stock == stock)))
    if blank is not None:
        blank.state, blank.reason = BlankState.SPOILED, reason
        blank.moved_on = session.info["today"]
