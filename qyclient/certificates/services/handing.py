"""领证: a set is handed over against each old copy, and the register holds what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.models import Certificate, Issue
from qyclient.certificates.rules import CertificateStatus, IssueState, OldOutcome
from qyclient.certificates.rules.desk import filings_after, loss_notice
from qyclient.certificates.services.making import certificates_of
from qyclient.certificates.services.replacing import settle_old
from qyclient.certificates.services.sets import DESK, old_copies_of, sheets_of, the_issue
from qyclient.errors import Invalid, Overtaken, Refused, refuse
from qyclient.organizations.services.matters import advance
from qyclient.records.base import field_of
from qyclient.records.field import clean

HANDED = ("receiver", "receiver_phone", "identity_checked", "received_on")


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What was handed over, and which filings the body is asked for now."""

    issue: Issue
    filings: Sequence[str]


def hand_over(
    session: Session,
    key: UUID,
    version: int,
    texts: Mapping[str, str],
    olds: Mapping[UUID, tuple[OldOutcome, str]],
) -> HandedOver:
    """Hand a printed set over: to whom, his paper checked, each old copy settled one by one."""
    issue = the_issue(session, key)
    if issue.version != version:
        raise Overtaken(f"{issue.number} 刚刚被别人改过，请重新打开再办。")
    if issue.state is not IssueState.PRINTED:
        raise Refused(f"{issue.number} 的进度是“{issue.state.label}”，全部打印好之后才能发证。")
    _take_receiver(session, issue, texts)
    for old in old_copies_of(session, issue.id):
        outcome, note = olds.get(old.id, (old.outcome, old.note or ""))
        settle_old(session, old, outcome, note)
    _require_settled(session, issue)
    before = before_of(session, issue)
    for sheet in sheets_of(session, issue.id):
        sheet.status, sheet.status_on = CertificateStatus.ISSUED, issue.received_on
    issue.state = IssueState.ISSUED
    body = issue.organization
    body.certificate_valid_from, body.certificate_valid_to = issue.valid_from, issue.valid_to
    session.flush()
    _tell_matter(session, issue)
    now = sheets_of(session, issue.id)[0].values
    return HandedOver(issue, filings_after(before.values if before else None, now))


def notice_for(session: Session, key: UUID) -> str:
    """Return the words for the newspaper about the copies a set replaces."""
    issue = the_issue(session, key)
    body = issue.organization
    copies = {old.copy for old in old_copies_of(session, key)} or set(rules.Copy)
    code = body.uscc or body.legacy_cert_no or ""
    return loss_notice(body.name, code, body.org_type.value, copies)


def before_of(session: Session, issue: Issue) -> Certificate | None:
    """Return the last certificate the body held before this set."""
    found = [
        one
        for one in certificates_of(session, issue.organization.id)
        if one.issue is not issue and one.status is not CertificateStatus.DRAFT
    ]
    return found[-1] if found else None


def _take_receiver(session: Session, issue: Issue, texts: Mapping[str, str]) -> None:
    fields = [field_of(Issue, key) for key in HANDED]
    today = session.info["today"]
    whole = {"received_on": today.isoformat(), **texts}
    values = clean(fields, {field.key: whole.get(field.key, "") for field in fields}, _no_link)
    found: dict[str, str] = {}
    if not values["receiver"]:
        found["receiver"] = "请填写领取人"
    if not values["identity_checked"]:
        found["identity_checked"] = "请核对领取人的身份证件后再发证"
    if values["received_on"] is None or values["received_on"] > today:
        found["received_on"] = "领取日期不能晚于今天"
    elif values["received_on"] < issue.issued_on:
        found["received_on"] = f"领取日期不能早于发证日期（{issue.issued_on}）"
    refuse(found)
    for key, value in values.items():
        setattr(issue, key, value)
    issue.handed_by = session.info["stamp"].operator


def _no_link(_model: type[object], text: str) -> object:
    return text


def _require_settled(session: Session, issue: Issue) -> None:
    left = [old for old in old_copies_of(session, issue.id) if old.outcome is OldOutcome.OPEN]
    if left:
        told = "、".join(old.what for old in left)
        raise Invalid({"olds": f"还有旧证没有收回，也没有说明遗失或作废：{told}"})


def _tell_matter(session: Session, issue: Issue) -> None:
    matter = issue.matter
    if matter is None or matter.state != "PRINTED":
        return
    collected = [f"{old.what}（{old.outcome.label}）" for old in old_copies_of(session, issue.id)]
    said = {
        "receiver": issue.receiver or "",
        "phone": issue.receiver_phone or "",
        "collected": "、".join(collected),
    }
    advance(session, matter.id, matter.version, "issue", said, at=DESK)
