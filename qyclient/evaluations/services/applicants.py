"""资格审查: what the register knows of a body that applies for a grade."""

from datetime import date

from sqlalchemy.orm import Session

from qyclient.evaluations.rules.grading import Applicant, obstacles
from qyclient.organizations.models import AnnualReview, CreditListing, Matter, Organization
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.store.listing import of

_CASE = "行政处罚"


def why_not_eligible(session: Session, body: Organization, on: date) -> list[str]:
    """Return why a body may not be graded, by what the register knows of it."""
    return obstacles(applicant_of(session, body), on)


def applicant_of(session: Session, body: Organization) -> Applicant:
    """Return what the register knows of a body: age, grade, years, cases, lists."""
    cases = [
        matter
        for matter in of(session, Matter, "organization", body.id)
        if kinds()[matter.kind].flow.label == _CASE
    ]
    born = body.established_on.earliest if body.established_on is not None else None
    return Applicant(
        registered_on=born,
        grade_to=body.grade_to,
        reviews={
            one.year: one.conclusion for one in of(session, AnnualReview, "organization", body.id)
        },
        punished_on=[one.decided_on for one in cases if one.decided_on is not None],
        open_cases=[one.number for one in cases if not (one.closed_on or one.decided_on)],
        lists=[
            one.on_list.label
            for one in of(session, CreditListing, "organization", body.id)
            if one.until is None
        ],
    )
