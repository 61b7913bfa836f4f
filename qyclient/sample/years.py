"""Who leads the bodies of the sample county, when some of them ended, how their years went."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from qyclient.organizations.models import AnnualReview, LegalChange, Officer
from qyclient.organizations.rules import lists
from qyclient.organizations.rules.annual import Life, not_owed, terms_of
from qyclient.organizations.rules.legal_changes import Origin
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.organizations.rules.review_lists import ReviewConclusion, ReviewMode
from qyclient.records.base import fields_of
from qyclient.records.dates import PartialDate

_PAST = (2016, 2017, 2022, 2023, 2024)
UNDER_WAY = 2025
"""The year whose season is in full swing."""
_POSTS = (lists.Post.CHAIR, lists.Post.VICE_CHAIR, lists.Post.SECRETARY_GENERAL)
_CONCLUSIONS = (
    ReviewConclusion.QUALIFIED,
    ReviewConclusion.BASICALLY_QUALIFIED,
    ReviewConclusion.UNQUALIFIED,
)
_REASONS = ("财务报表不完整", "未按期换届", "住所变更后未办理变更登记")
_EMPTY = {f.key: None for f in fields_of(AnnualReview) if f.target is None}
_STAGES = ("", "sent", "reviewed", "received", "returned", "published")
_LAZY, _NO_TERM, _NO_END = 0.07, 0.2, 0.3
_JANUARY = date(2026, 1, 5)


def officers(key: Any, row: Mapping[str, Any], chance: Random) -> Iterator[dict[str, Any]]:
    """Return who leads a body, for a term of which some are over and some are not known."""
    if row["org_type"] is not lists.OrgType.COMMUNITY_FILED and row["legal_rep"]:
        term = _term(chance)
        yield _officer(key, row["legal_rep"], _POSTS[0], term)
        if row["contact"]:
            yield _officer(key, row["contact"], _POSTS[2], term)


def _term(chance: Random) -> Mapping[str, PartialDate | None]:
    start = date(chance.randint(2020, 2025), chance.randint(1, 12), chance.randint(1, 28))
    end = start.replace(year=start.year + 5) - timedelta(days=1)
    known = chance.random()
    return {
        "term_start": PartialDate(start.isoformat()) if known > _NO_TERM else None,
        "term_end": PartialDate(end.isoformat()) if known > _NO_END else None,
    }


def _officer(
    key: Any, name: str, post: lists.Post, term: Mapping[str, PartialDate | None]
) -> dict[str, Any]:
    empty = {field.key: None for field in fields_of(Officer) if field.target is None}
    return {**empty, **term, "organization_id": key, "name": name, "post": post}


def endings(key: Any, row: Mapping[str, Any], chance: Random) -> Iterator[dict[str, Any]]:
    """Return when a body left the register, where its founding is known: of some nobody knows."""
    founded = row["established_on"]
    if row["status"] not in lists.ENDED or not founded or founded.exact is None:
        return
    first = max(founded.exact.year + 1, 2018)
    if first > 2025 or chance.random() < 0.3:  # noqa: PLR2004 - some ends are not in the file
        return
    empty = {f.key: None for f in fields_of(LegalChange) if f.target is None}
    day = date(chance.randint(first, 2025), chance.randint(1, 12), chance.randint(1, 28))
    yield {
        **empty,
        "organization_id": key,
        "item": "status",
        "before": OrgStatus.ACTIVE.value,
        "after": row["status"].value,
        "effective_on": PartialDate(day.isoformat()),
        "source": "样例",
        "origin": Origin.ARCHIVE,
    }


def reviews(
    key: Any, row: Mapping[str, Any], ended: list[dict[str, Any]], chance: Random
) -> Iterator[dict[str, Any]]:
    """Return how the years of a body were reviewed, and how far the last one has come."""
    changes = [(one["effective_on"].earliest, OrgStatus.ACTIVE) for one in ended]
    life = Life(row["status"], row["established_on"], changes)
    lazy_from = chance.choice((2023, 2024)) if chance.random() < _LAZY else UNDER_WAY + 1
    for year in (*_PAST, UNDER_WAY):
        terms = terms_of(year, row["org_type"])
        if terms is None or not_owed(terms, life):
            continue
        if year == UNDER_WAY:
            found = {} if year >= lazy_from else _under_way(row, chance)
        elif year >= lazy_from:
            found = {"conclusion": ReviewConclusion.NOT_TAKEN_PART}
        else:
            found = _past(year, terms.mode, chance)
        if found:
            yield {**_EMPTY, **found, "organization_id": key, "year": year}


def _past(year: int, mode: ReviewMode, chance: Random) -> dict[str, Any]:
    sent = date(year + 1, 1, 10) + timedelta(days=chance.randrange(80))
    came = sent + timedelta(days=chance.randint(5, 50))
    days = {"sent_on": sent, "supervisor_on": came, "received_on": came}
    if mode is ReviewMode.INSPECTION:
        said = chance.choices(_CONCLUSIONS, (85, 10, 5))[0]
        why = None if said is _CONCLUSIONS[0] else chance.choice(_REASONS)
        done = came + timedelta(days=chance.randint(5, 40))
        return {**days, "conclusion": said, "concluded_on": done, "remark": why}
    if chance.random() < 0.03:  # noqa: PLR2004 - a year missed now and then
        return {"conclusion": ReviewConclusion.NOT_TAKEN_PART}
    done = came + timedelta(days=chance.randint(3, 30))
    return {**days, "conclusion": ReviewConclusion.REPORTED, "published_on": done}


def _under_way(row: Mapping[str, Any], chance: Random) -> dict[str, Any]:
    stage = _STAGES.index(chance.choices(_STAGES, (44, 14, 10, 12, 6, 14))[0])
    if stage == 0:
        return {}
    days = [_JANUARY + timedelta(days=chance.randrange(20))]
    for _ in range(3):
        days.append(days[-1] + timedelta(days=chance.randint(2, 9)))
    direct = row["business_supervisor"] == "直接登记"
    found: dict[str, Any] = {"sent_on": days[0]}
    if stage > 1 and not direct:
        found["supervisor_on"] = days[1]
    if _STAGES[stage] in {"received", "published"}:
        found["received_on"] = days[2]
    if _STAGES[stage] == "returned":
        found |= {"returned_on": days[2], "returned_because": "财务会计报告缺现金流量表"}
    if _STAGES[stage] == "published":
        found |= {"published_on": days[3], "conclusion": ReviewConclusion.REPORTED}
    return found
