"""合同的时钟: what must be done by a day, what was missed, and terms that are too long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from qyclient.contracts.rules.states import COMMITTED, RUNNING
from qyclient.contracts.rules.terms import clock, longest, normal_term
from qyclient.office.rules.clock import said_of
from qyclient.office.rules.workdays import Calendar

_NEAR_DAYS = 30
_DAYS = "天"


class Timed(Protocol):
    """What the clocks look at in a contract."""

    status: str
    award_on: date | None
    signed_on: date | None
    start_on: date | None
    end_on: date | None
    term_reason: str | None
    rectify_until: date | None
    is_opening: bool | None


@dataclass(frozen=True, slots=True)
class Warn:
    """What a clock says, and by which law; late if its day has passed or its law is broken."""

    text: str
    late: bool
    citation: str = ""

    @property
    def told(self) -> str:
        """Return it with its law."""
        return f"{self.text}（{self.citation}）" if self.citation else self.text


def warnings(one: Timed, today: date) -> list[Warn]:
    """Return what a contract is late with or will soon be, the most pressing first."""
    found = [*_steps(one, today), *_terms(one, today)]
    return sorted(found, key=lambda warn: not warn.late)


def _steps(one: Timed, today: date) -> Iterator[Warn]:
    calendar = Calendar()
    if one.status == "AWARDED" and one.award_on is not None:
        yield from _by("CONTRACT_SIGN_DAYS", "签订合同", one.award_on, today, calendar)
    if one.status == "SIGNED" and one.signed_on is not None:
        yield from _by("CONTRACT_NOTICE_DAYS", "公告合同", one.signed_on, today, calendar)
        yield from _by("CONTRACT_FILE_DAYS", "合同备案", one.signed_on, today, calendar)
    if one.status == "RECTIFYING" and one.rectify_until is not None:
        said = said_of(one.rectify_until, today, calendar, _DAYS)
        yield Warn(f"整改{said}", one.rectify_until < today)


def _terms(one: Timed, today: date) -> Iterator[Warn]:
    start, end = one.start_on, one.end_on
    if start is not None and end is not None and one.status in COMMITTED:
        on = one.signed_on or start
        if end > longest(start, on).last:
            yield Warn("期限超过三年", True, longest(start, on).told)
        elif end > normal_term(start, on).last and not one.term_reason and one.status in RUNNING:
            yield Warn("期限超过一年，没有写理由", False, normal_term(start, on).told)
    if end is not None and one.status in {"PUBLISHED", "IN_PROGRESS", "MID_EVALUATED"}:
        left = (end - today).days
        if left < 0:
            yield Warn(f"服务期限已满 {-left} 天，待办服务期满", True)
        elif left <= _NEAR_DAYS:
            yield Warn(f"服务期限还剩 {left} 天", False)


def _by(rule: str, what: str, since: date, today: date, calendar: Calendar) -> Iterator[Warn]:
    found = clock(rule, what, since, calendar)
    if found is not None:
        said = said_of(found.due, today, calendar, found.unit)
        yield Warn(f"{what}{said}", found.due < today, found.citation)
