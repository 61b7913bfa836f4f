"""How far a year that is owed has come, read from its days (DOMAIN A4)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from qyclient.organizations.rules.annual import Terms
from qyclient.organizations.rules.review_lists import ReviewConclusion, ReviewState


def state_of(terms: Terms, review: Any, today: date) -> ReviewState:
    """Return how far a year that is owed has come; `review` is its record, or None."""
    if review is not None and (known := _recorded(review)) is not None:
        return known
    if today <= terms.last_day:
        return ReviewState.NOT_DUE
    if today <= terms.due:
        return ReviewState.DUE
    return ReviewState.OVERDUE if today <= terms.closed else ReviewState.MISSED


def is_late(terms: Terms, review: Any, state: ReviewState, today: date) -> bool:
    """Say whether a year's report was or is late: not with the registrar by the last day."""
    if state in _EXCUSED or (state in _SETTLED and review.received_on is None):
        return False
    if state is ReviewState.MISSED:
        return True
    came = review.received_on if review is not None and state is not ReviewState.RETURNED else None
    return bool((came or today) > terms.due)


_BY_CONCLUSION: Mapping[ReviewConclusion, ReviewState] = {
    ReviewConclusion.QUALIFIED: ReviewState.CONCLUDED,
    ReviewConclusion.BASICALLY_QUALIFIED: ReviewState.CONCLUDED,
    ReviewConclusion.UNQUALIFIED: ReviewState.CONCLUDED,
    ReviewConclusion.REPORTED: ReviewState.PUBLISHED,
    ReviewConclusion.NOT_TAKEN_PART: ReviewState.MISSED,
    ReviewConclusion.EXEMPT: ReviewState.EXEMPT,
}
_BY_DAY = (
    ("published_on", ReviewState.PUBLISHED),
    ("returned_on", ReviewState.RETURNED),
    ("received_on", ReviewState.ACCEPTED),
    ("supervisor_on", ReviewState.SUPERVISOR_REVIEWED),
    ("sent_on", ReviewState.SUBMITTED),
)
_SETTLED = frozenset({ReviewState.CONCLUDED, ReviewState.PUBLISHED})
_EXCUSED = frozenset({ReviewState.NOT_DUE, ReviewState.EXEMPT})


def _recorded(review: Any) -> ReviewState | None:
    """Return the state that a record says, from what is final back to what came first."""
    if review.conclusion is not None:
        return _BY_CONCLUSION[review.conclusion]
    return next((state for day, state in _BY_DAY if getattr(review, day)), None)
