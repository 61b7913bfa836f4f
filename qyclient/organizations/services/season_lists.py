"""The lists of a season: each number of it with the bodies behind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.annual import terms_of
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.review_lists import ReviewMode, ReviewState
from qyclient.organizations.services.season import CAME, Line, counts_of
from qyclient.store.search import matching


@dataclass(frozen=True, slots=True)
class SeasonList:
    """One list: what it is called, which lines it holds."""

    label: str
    holds: Callable[[Line], bool]


def _in_state(*states: ReviewState) -> Callable[[Line], bool]:
    return lambda line: line.state in states


LISTS: Mapping[str, SeasonList] = {
    "owing": SeasonList("应报", lambda line: line.state is not ReviewState.EXEMPT),
    "due": SeasonList("待报送", _in_state(ReviewState.DUE)),
    "submitted": SeasonList("在主管单位", _in_state(ReviewState.SUBMITTED)),
    "reviewed": SeasonList("主管单位已审", _in_state(ReviewState.SUPERVISOR_REVIEWED)),
    "accepted": SeasonList("已收到", _in_state(ReviewState.ACCEPTED)),
    "returned": SeasonList("退回补正", _in_state(ReviewState.RETURNED)),
    "settled": SeasonList("已办结", _in_state(ReviewState.CONCLUDED, ReviewState.PUBLISHED)),
    "late": SeasonList("逾期", lambda line: line.late),
    "missing": SeasonList("未报", _in_state(ReviewState.OVERDUE, ReviewState.MISSED)),
    "again": SeasonList("连续未报", lambda line: line.missed > 1),
    "spared": SeasonList("不参加", _in_state(ReviewState.EXEMPT)),
}
"""Each list by its key, in the order in which the season's screen offers them."""


def numbers(lines: Sequence[Line]) -> Mapping[str, int]:
    """Return how many lines each list holds, by its key."""
    return {key: sum(map(one.holds, lines)) for key, one in LISTS.items()}


def told(year: int, lines: Sequence[Line], modes: Mapping[str, ReviewMode]) -> str:
    """Return what a season comes to, in one sentence: how many owe and came, until when."""
    found = counts_of(lines)
    terms = terms_of(year, OrgType.SOCIAL_GROUP)
    if terms is None or not modes:
        return f"{year}年度没有年检（年报）规定。"
    rate = f"（{_truncated(found['came'], found['owing'])}%）" if found["owing"] else ""
    sent = f"{terms.supervisor_due} 前报业务主管单位，" if terms.supervisor_due else ""
    return (
        f"{year}年度{terms.mode.label}：应报 {found['owing']}，已到 {found['came']}{rate}，"
        f"逾期 {found['late']}。{sent}{terms.due} 前报登记机关（{terms.citation}）。"
    )


def keys_holding(session: Session, words: str) -> frozenset[UUID]:
    """Return the bodies that hold every word in what they are found by."""
    return frozenset(session.scalars(matching(Organization.__tablename__, words)).all())


def came(lines: Sequence[Line]) -> list[Line]:
    """Return the lines whose report is with the registrar."""
    return [line for line in lines if line.state in CAME]


def _truncated(part: int, whole: int) -> Any:
    """Return a share in percent with one decimal, cut off as the province publishes it."""
    thousandths = part * 1000 // whole
    return f"{thousandths // 10}.{thousandths % 10}"
