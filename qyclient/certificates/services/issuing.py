"""发证: a set is opened under its number, mended before it is printed, or given up."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.models import Issue
from qyclient.certificates.rules import IssueState
from qyclient.certificates.rules.desk import OUT, issue_problems, usual_reason
from qyclient.certificates.services.making import certificates_of
from qyclient.certificates.services.replacing import list_old
from qyclient.certificates.services.sets import CLOSED, DESK, add_sheets
from qyclient.certificates.services.terms import signatory_on
from qyclient.errors import Invalid, Refused, refuse
from qyclient.organizations.models import Matter, Organization
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.matters import allowed, the_matter
from qyclient.organizations.services.register import the
from qyclient.store.entry import entered
from qyclient.store.listing import of


def open_issue(session: Session, texts: Mapping[str, str]) -> Issue:
    """Open a set for a body or an approved matter: number, sheets, what it replaces.

    Opened again for the same matter, or for the same body and reason on the same day, it is the
    set that is there: nobody is certified twice by pressing twice.
    """
    matter = the_matter(session, texts["matter"]) if texts.get("matter", "").strip() else None
    body = _body(session, matter, texts.get("organization", ""))
    issue = _entered(session, matter, body, texts)
    refuse(issue_problems(issue.reason, issue.duplicates, issue.because, issue.notice))
    if there := _there(session, issue):
        return there
    if matter is not None:
        _require_ready(session, matter)
    session.add(issue)
    session.flush()
    add_sheets(session, issue)
    list_old(session, issue)
    session.flush()
    return issue


def usual_texts(session: Session, matter: Matter) -> dict[str, str]:
    """Return what a set for a matter usually says, as texts of its form."""
    body = "" if matter.organization is None else matter.organization.name
    day = matter.decided_on or session.info["today"]
    return {
        "matter": matter.number,
        "organization": body,
        "reason": usual_reason(matter.kind).label,
        "issued_on": day.isoformat(),
        "duplicates": "1",
    }


def _body(session: Session, matter: Matter | None, called: str) -> Organization:
    if matter is not None:
        if matter.organization is None:
            raise Refused(f"办件 {matter.number} 还没有登记成社会组织，请先办到“填入赋码”。")
        return matter.organization
    if not called.strip():
        raise Invalid({"organization": "请填写持证单位或办件编号"})
    try:
        return the(session, called)
    except Refused as no:
        raise Invalid({"organization": str(no)}) from no


def _entered(
    session: Session, matter: Matter | None, body: Organization, texts: Mapping[str, str]
) -> Issue:
    today = session.info["today"]
    given = {key: text for key, text in texts.items() if text.strip()}
    had = any(one.status in OUT for one in certificates_of(session, body.id))
    reason = rules.IssueReason.CHANGE if had else rules.IssueReason.FIRST_ISSUE
    day = given.get("issued_on", today.isoformat())
    assumed = {
        "number": _next_number(session, today.year),
        "reason": reason.label,
        "state": IssueState.PREPARED.label,
        "duplicates": "1",
        "issued_on": day,
        "valid_from": day,
        "valid_to": day,
    }
    issue = entered(
        session,
        Issue,
        {**assumed, **given, "organization": body.uscc or body.name, "matter": ""},
    )
    if issue.issued_on > today:
        raise Invalid({"issued_on": "发证日期不能晚于今天"})
    issue.organization, issue.matter = body, matter
    issue.signatory = issue.signatory or signatory_on(session, issue.issued_on)
    return issue


def _there(session: Session, issue: Issue) -> Issue | None:
    with session.no_autoflush:
        every = of(session, Issue, "organization", issue.organization.id)
    for one in every:
        if one.state is IssueState.GIVEN_UP or one is issue:
            continue
        if issue.matter is not None and one.matter is issue.matter:
            return one
        same = (one.reason, one.issued_on) == (issue.reason, issue.issued_on)
        if issue.matter is None and one.matter is None and same and one.state not in CLOSED:
            return one
    return None


def _require_ready(session: Session, matter: Matter) -> None:
    """Refuse a matter that is not at the step of making certificates."""
    moves = {verb.move.key: verb for verb in allowed(session, matter, at=DESK)}
    if "print" not in moves:
        state = kinds()[matter.kind].flow.states[matter.state].label
        raise Refused(f"办件 {matter.number} 现在是“{state}”，还不能制证；批准并赋码之后才能制证。")
    if why := moves["print"].why_not:
        raise Refused(f"{why}。")


def _next_number(session: Session, year: int) -> str:
    """Return the next number of a year: writers wait for each other, and none is taken out."""
    last = session.scalar(select(func.max(Issue.number)).where(Issue.number.startswith(f"{year}-")))
    return f"{year}-{int(last[5:]) + 1 if last else 1:05d}"
