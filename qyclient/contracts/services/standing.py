"""What is known of a contractor on a day: the one place that asks the register for the gate."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import OutsideContractor, OutsideProof
from qyclient.contracts.rules.standing import Listing, Proof, Standing
from qyclient.errors import Refused
from qyclient.office.services import office_of
from qyclient.organizations.models import AnnualReview, CreditListing, Matter, Organization
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.review_lists import ReviewConclusion
from qyclient.organizations.services.by_law import body_on
from qyclient.records.base import column_of
from qyclient.records.dates import format_date
from qyclient.store.listing import of

_PASSED = frozenset(ReviewConclusion) - {
    ReviewConclusion.UNQUALIFIED,
    ReviewConclusion.NOT_TAKEN_PART,
}
_CASE = "行政处罚"
_YEARS_CLEAN = 3


def standing_of(session: Session, party: Organization | OutsideContractor, day: date) -> Standing:
    """Return what the register, or a contractor's papers, say of it on a day."""
    if isinstance(party, OutsideContractor):
        return _outside(session, party, day)
    body = body_on(session, party.id, day)
    if body is None:
        raise Refused(f"{party} 在 {format_date(day)} 尚未成立。")
    return Standing(
        name=body.name,
        on=day,
        ours=body.registration_authority in (None, office_of(session).name),
        active=body.status is OrgStatus.ACTIVE,
        status=body.status.label,
        listings=_listings(session, party.id, day),
        review=_review(session, party.id, day),
        founded=body.established_on.earliest if body.established_on else None,
        certificate_until=body.certificate_valid_to,
        grade=body.org_grade.label if body.org_grade and _graded(body, day) else "",
        scope=body.business_scope or "",
        violations=_violations(session, party.id, day),
    )


def _listings(session: Session, key: UUID, day: date) -> tuple[Listing, ...]:
    return tuple(
        Listing(one.on_list.value, one.since, one.ground, one.source)
        for one in of(session, CreditListing, "organization", key)
        if one.since <= day and (one.until is None or one.until > day)
    )


def _review(session: Session, key: UUID, day: date) -> tuple[int, str, bool] | None:
    """Return the newest review of a year that was over: its year, its words, whether it passed."""
    past = [
        (one.year, one.conclusion)
        for one in of(session, AnnualReview, "organization", key)
        if one.year < day.year and one.conclusion is not None
    ]
    if not past:
        return None
    year, conclusion = max(past)
    return year, conclusion.label, conclusion in _PASSED


def _violations(session: Session, key: UUID, day: date) -> tuple[str, ...]:
    """Return the penalties that were decided in the three years before a day."""
    since = date(day.year - _YEARS_CLEAN, day.month, min(day.day, 28))
    cases = [kind.key for kind in kinds().values() if kind.flow.label == _CASE]
    decided = (Matter.decided_on > since) & (Matter.decided_on <= day)
    query = select(Matter).where(
        column_of(Matter, "organization") == key, Matter.kind.in_(cases), decided
    )
    return tuple(
        f"{format_date(matter.decided_on)}作出行政处罚决定（办件 {matter.number}）"
        for matter in session.scalars(query)
        if matter.decided_on is not None and matter.state != "DROPPED"
    )


def _graded(body: object, day: date) -> bool:
    since, until = getattr(body, "grade_from", None), getattr(body, "grade_to", None)
    return (since is None or since <= day) and (until is None or until >= day)


def _outside(session: Session, party: OutsideContractor, day: date) -> Standing:
    proofs = of(session, OutsideProof, "contractor", party.id)
    shown = (Proof(p.kind, p.document, p.dated_on, p.valid_until) for p in proofs)
    return Standing(name=party.name, on=day, outside=party.kind, ours=False, proofs=tuple(shown))
