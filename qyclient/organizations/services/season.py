"""年检（年报）季: every body of a year at once, how far each has come, and who is late."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, inspect, select
from sqlalchemy.orm import Session

from qyclient.organizations.models import AnnualReview, Organization
from qyclient.organizations.rules.annual import counts, misses, not_owed, terms_of
from qyclient.organizations.rules.lists import OrgType, SupervisionMode
from qyclient.organizations.rules.review_lists import ReviewConclusion, ReviewMode, ReviewState
from qyclient.organizations.rules.review_states import is_late, state_of
from qyclient.organizations.services.lives import Lives
from qyclient.store.listing import standing

_OWNER = inspect(AnnualReview).columns["organization_id"]
_BODY = (
    Organization.id,
    Organization.name,
    Organization.uscc,
    Organization.org_type,
    Organization.status,
    Organization.established_on,
    Organization.entered_by,
    Organization.business_supervisor,
    Organization.supervision_mode,
    Organization.contact,
    Organization.phone,
    Organization.town,
    Organization.residence,
    Organization.mailing_address,
    Organization.postcode,
)
_REVIEW = (
    AnnualReview.id.label("review"),
    AnnualReview.conclusion,
    AnnualReview.sent_on,
    AnnualReview.supervisor_on,
    AnnualReview.received_on,
    AnnualReview.returned_on,
    AnnualReview.returned_because,
    AnnualReview.concluded_on,
    AnnualReview.published_on,
    AnnualReview.remark,
)
_UNSUPERVISED = ("", "直接登记", "无")
MISSING = frozenset({ReviewState.OVERDUE, ReviewState.MISSED})
"""The report of a year in one of these is not here, and its last day is over."""


@dataclass(slots=True)
class Line:
    """One body in a season: `row` holds its facts and what its record of the year says.

    `why` says why it owes nothing; `missed` counts the years in a row, this one among them;
    `before_us` that the year was owed before this program began, and nothing is known of it.
    """

    row: Any
    state: ReviewState
    why: str
    late: bool
    missed: int = 0
    before_us: bool = False

    @property
    def key(self) -> UUID:
        """Return the body's key."""
        key: UUID = self.row.id
        return key

    @property
    def supervised(self) -> bool:
        """Say whether a supervisor reviews it first: not of what registers directly."""
        return supervised(self.row)


def supervised(body: Any) -> bool:
    """Say whether a business supervisor reviews a body's report first (条例250 art 25)."""
    free = body.supervision_mode in {SupervisionMode.DIRECT, SupervisionMode.DECOUPLED}
    return not free and (body.business_supervisor or "").strip() not in _UNSUPERVISED


def season(session: Session, year: int, only: Sequence[UUID] | None = None) -> list[Line]:
    """Return who owes a year and who is spared with why, by name; `only` narrows it to bodies."""
    today, lives = session.info["today"], Lives(session)
    mine = and_(Organization.id == _OWNER, AnnualReview.year == year)
    query = select(*_BODY, *_REVIEW).outerjoin(AnnualReview, mine).where(standing(Organization))
    if only is not None:
        query = query.where(Organization.id.in_(only))
    lines: list[Line] = []
    for row in session.execute(query.order_by(Organization.name)):
        terms, review = terms_of(year, row.org_type), row if row.review else None
        life = lives.of(row)
        why = "" if review else not_owed(terms, life)
        if terms is None or why:
            lines.append(Line(row, ReviewState.EXEMPT, why or not_owed(terms, life), late=False))
            continue
        state = state_of(terms, review, today)
        if review is None and state in MISSING and not counts(terms, life):
            said = "本程序启用前的年度，没有记录"
            lines.append(Line(row, ReviewState.EXEMPT, said, late=False, before_us=True))
            continue
        lines.append(Line(row, state, row.remark or "", is_late(terms, review, state, today)))
    _count_misses(session, year, lines, lives)
    return lines


def owing(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of bodies that owe the year."""
    return [line for line in lines if line.state is not ReviewState.EXEMPT]


def counts_of(lines: Sequence[Line]) -> Mapping[str, int]:
    """Return how many there are of each state, how many owe, came, and are late."""
    states = Counter(line.state.value for line in lines)
    owed = owing(lines)
    return {
        **{state.value: states[state.value] for state in ReviewState},
        "owing": len(owed),
        "late": sum(line.late for line in owed),
        "came": sum(line.state in CAME for line in owed),
        "again": sum(line.missed > 1 for line in owed),
    }


CAME = frozenset({ReviewState.ACCEPTED, ReviewState.CONCLUDED, ReviewState.PUBLISHED})
"""The report of a year in one of these is with the registrar."""


def mode_of(year: int) -> Mapping[str, ReviewMode]:
    """Return how a year is reviewed, by the code of each sort of body."""
    found = {sort.value: terms_of(year, sort) for sort in OrgType}
    return {sort: terms.mode for sort, terms in found.items() if terms is not None}


def _count_misses(session: Session, year: int, lines: Sequence[Line], lives: Lives) -> None:
    missing = [line for line in lines if line.state in MISSING]
    if not missing:
        return
    done, noted = _last_done(session, year), _noted(session, year)
    for line in missing:
        life, key = lives.of(line.row), line.key
        found = noted.get(key, ())
        line.missed = misses(year, line.row.org_type, life, done.get(key), found)


def _last_done(session: Session, year: int) -> Mapping[UUID, int]:
    """Return the newest year before one in which each body took part or was spared."""
    took_part = AnnualReview.conclusion.is_(None) & AnnualReview.received_on.is_not(None)
    said = AnnualReview.conclusion != ReviewConclusion.NOT_TAKEN_PART
    before = select(_OWNER, func.max(AnnualReview.year)).where(AnnualReview.year < year)
    rows = session.execute(before.where(took_part | said).group_by(_OWNER))
    return {row[0]: row[1] for row in rows}


def _noted(session: Session, year: int) -> Mapping[UUID, set[int]]:
    """Return the years before one that were noted as missed."""
    found: dict[UUID, set[int]] = defaultdict(set)
    missed = AnnualReview.conclusion == ReviewConclusion.NOT_TAKEN_PART
    query = select(_OWNER, AnnualReview.year).where(AnnualReview.year < year, missed)
    for key, earlier in session.execute(query):
        found[key].add(earlier)
    return found
