"""资质目录: who is qualified, by each condition; looked at again when the register changes."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import DirectoryEntry
from qyclient.contracts.rules import DirectoryStatus
from qyclient.contracts.rules.eligibility import Finding, eligible, told_against
from qyclient.contracts.rules.qualification import Qualified, qualification
from qyclient.contracts.services.standing import standing_of
from qyclient.errors import Invalid, Refused
from qyclient.office.rules.clock import due_on
from qyclient.office.rules.limits import limit
from qyclient.office.rules.workdays import Calendar
from qyclient.organizations.models import AnnualReview, CreditListing, Organization
from qyclient.records.base import column_of
from qyclient.records.dates import format_date
from qyclient.store.consequences import consequence
from qyclient.store.entry import amended, entered
from qyclient.store.history import Change
from qyclient.store.listing import linked

_CAUSES = (Organization, CreditListing, AnnualReview)
_STANDING = (DirectoryStatus.PUBLICITY, DirectoryStatus.LISTED)


def apply_for(session: Session, texts: Mapping[str, str]) -> DirectoryEntry:
    """申请列入: look at each condition; what is missing is told, and nothing is listed yet."""
    day = session.info["today"]
    entry = entered(session, DirectoryEntry, {**texts, "status": "已申请"})
    entry.findings = []
    session.add(entry)
    session.flush()
    _look(session, entry, day)
    return entry


def amend_entry(
    session: Session, key: UUID, version: int, texts: Mapping[str, str]
) -> DirectoryEntry:
    """Change what a body said in its application, and look at the conditions again."""
    entry = amended(session, DirectoryEntry, key, version, texts)
    _look(session, entry, session.info["today"])
    return entry


def publicise(session: Session, key: UUID, version: int) -> DirectoryEntry:
    """公示: only who meets every condition is shown to the public."""
    entry = _opened(session, key, version, DirectoryStatus.APPLIED)
    if not _look(session, entry, session.info["today"]):
        raise Refused(f"{entry.organization} 还不符合条件：{entry.reason}。")
    entry.status, entry.publicity_from = DirectoryStatus.PUBLICITY, session.info["today"]
    return entry


def enlist(session: Session, key: UUID, version: int) -> DirectoryEntry:
    """列入, after the days of publicity, for as long as the office's rule says."""
    entry = _opened(session, key, version, DirectoryStatus.PUBLICITY)
    today: date = session.info["today"]
    since = entry.publicity_from or today
    until = due_on(since, limit("DIRECTORY_PUBLICITY_DAYS", since), Calendar())
    if until and today <= until:
        raise Refused(f"公示到 {format_date(until)} 期满，期满没有异议才能列入。")
    if not _look(session, entry, today):
        raise Refused(f"{entry.organization} 已不符合条件：{entry.reason}。")
    entry.status, entry.listed_on = DirectoryStatus.LISTED, today
    entry.valid_to = due_on(today, limit("DIRECTORY_VALID_YEARS", today), Calendar())
    return entry


def remove(session: Session, key: UUID, version: int, reason: str) -> DirectoryEntry:
    """移出, with the reason."""
    if not reason.strip():
        raise Invalid({"reason": "请写明移出理由"})
    entry = _opened(session, key, version)
    entry.status, entry.reason = DirectoryStatus.REMOVED, reason.strip()
    return entry


@consequence
def look_again(session: Session) -> None:
    """Look again at whoever is listed, when the register, credit, a review or the grade changes."""
    keys = _touched(session)
    if not keys:
        return
    query = linked(DirectoryEntry).where(
        column_of(DirectoryEntry, "organization").in_(keys),
        DirectoryEntry.status.in_((*_STANDING, DirectoryStatus.SUSPENDED)),
    )
    today: date = session.info["today"]
    for entry in session.scalars(query):
        fits = _look(session, entry, today)
        if not fits and entry.status in _STANDING:
            entry.status = DirectoryStatus.SUSPENDED
        elif fits and entry.status is DirectoryStatus.SUSPENDED:
            entry.status = DirectoryStatus.LISTED


def conditions_of(session: Session, entry: DirectoryEntry, day: date) -> list[Finding]:
    """Return what each condition says of a body that applied."""
    standing = standing_of(session, entry.organization, day)
    said = Qualified(entry.full_time, entry.has_finance, entry.has_premises)
    return qualification(standing, said)


def _look(session: Session, entry: DirectoryEntry, day: date) -> bool:
    session.flush()
    found = conditions_of(session, entry, day)
    entry.findings = [one.kept() for one in found]
    fits = eligible(found)
    said = "各项条件均符合" if fits else told_against(found)
    entry.reason = f"{format_date(day)}核查：{said}"
    return fits


def _touched(session: Session) -> set[UUID]:
    changes: Mapping[object, Change] = session.info["changes"]
    keys: set[UUID] = set()
    names = {model.__tablename__: model for model in _CAUSES}
    for change in changes.values():
        model = names.get(change.noun)
        if model is Organization:
            keys.add(change.record_id)
        elif model is not None:
            owner = select(column_of(model, "organization")).where(model.id == change.record_id)
            keys |= {*session.scalars(owner)}
    return keys


def _opened(
    session: Session, key: UUID, version: int, wanted: DirectoryStatus | None = None
) -> DirectoryEntry:
    entry = session.scalar(linked(DirectoryEntry).where(DirectoryEntry.id == key))
    if entry is None or entry.version != version:
        raise Refused("这一条刚刚被别人改过，请重新打开再办。")
    if wanted is not None and entry.status is not wanted:
        raise Refused(f"{entry.organization} 现在是“{entry.status.label}”，不能这样办。")
    return entry
