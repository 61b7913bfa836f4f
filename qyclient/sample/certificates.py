"""The certificate desk of the sample county: stock and sets in every state."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates.models import Issue
from qyclient.certificates.rules import BlankState, OldOutcome, PaperSize, PrintOutcome
from qyclient.certificates.rules.calibration import Reading
from qyclient.certificates.services import (
    Way,
    add_term,
    answer,
    begin_sheet,
    calibrate,
    give_up,
    hand_over,
    next_blank,
    note_sent,
    old_copies_of,
    open_correction,
    open_issue,
    receive_blanks,
    return_blanks,
    sheets_of,
    write_off,
)
from qyclient.office.services.characters import keep_map
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgStatus, OrgType

_WAY = Way("前台激光打印机", "手动进纸", "2026-02-27 09:30:00")
_RECEIVER = {"receiver": "李晓燕", "receiver_phone": "13926500001", "identity_checked": "是"}


def fill_desk(session: Session, county: Mapping[str, Any], keys: Sequence[UUID]) -> None:
    """Fill the desk: what came and went, and a set in each state."""
    desk = county["desk"]
    for texts in desk["characters"]:
        keep_map(session, texts)
    for term in desk["terms"]:
        add_term(session, term)
    readings = [Reading(*numbers) for numbers in desk["calibrated"]["readings"]]
    calibrate(session, desk["calibrated"]["printer"], PaperSize.A3, readings)
    for texts in desk["received"]:
        receive_blanks(session, texts)
    bodies = _bodies(session, keys)
    reason = desk["spoiled"]
    _handed(session, _printed(session, next(bodies)))
    wrong = _printed(session, next(bodies), spoiled=reason)
    open_correction(session, sheets_of(session, wrong.id)[0].id, desk["correction"])
    _waiting(session, next(bodies))
    _opened(session, next(bodies))
    give_up(session, _opened(session, next(bodies)).id, desk["given_up"])
    _lost(session, next(bodies), desk["notice"])
    for texts in desk["returned"]:
        return_blanks(session, texts)
    missing = next_blank(session, desk["missing"]["stock"])
    write_off(session, missing.id, BlankState.MISSING, desk["missing"]["reason"])


def _bodies(session: Session, keys: Sequence[UUID]) -> Iterator[Organization]:
    """Yield bodies that can be certified, both sorts in turn."""
    every = (session.get_one(Organization, key) for key in keys[20:])
    able = [one for one in every if one.status is OrgStatus.ACTIVE and one.uscc]
    groups = [one for one in able if one.org_type is OrgType.SOCIAL_GROUP]
    units = [one for one in able if one.org_type is OrgType.PRIVATE_NON_ENTERPRISE]
    for pair in zip(units, groups, strict=False):
        yield from pair


def _opened(session: Session, body: Organization, **more: str) -> Issue:
    issue = open_issue(session, {"organization": body.uscc or body.name, **more})
    session.flush()
    return issue


def _printed(session: Session, body: Organization, spoiled: str = "", **more: str) -> Issue:
    issue = _opened(session, body, **more)
    for sheet in sheets_of(session, issue.id):
        if spoiled:
            log = begin_sheet(session, sheet.id, _WAY)
            answer(session, log.id, PrintOutcome.SPOILED, spoiled)
            spoiled = ""
        log = begin_sheet(session, sheet.id, _WAY)
        note_sent(session, log.id)
        answer(session, log.id, PrintOutcome.GOOD)
    session.flush()
    return issue


def _handed(
    session: Session, issue: Issue, outcome: OldOutcome = OldOutcome.COLLECTED, note: str = ""
) -> Issue:
    olds = {old.id: (outcome, note) for old in old_copies_of(session, issue.id)}
    hand_over(session, issue.id, issue.version, _RECEIVER, olds)
    session.flush()
    return issue


def _waiting(session: Session, body: Organization) -> None:
    issue = _opened(session, body, duplicates="2")
    for sheet in sheets_of(session, issue.id)[:2]:
        note_sent(session, begin_sheet(session, sheet.id, _WAY).id)


def _lost(session: Session, body: Organization, notice: str) -> None:
    _handed(session, _printed(session, body))
    issue = _printed(session, body, reason="遗失补发", notice=notice)
    _handed(session, issue, OldOutcome.LOST, notice)
