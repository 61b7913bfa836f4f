"""待办 of standing: reports of the year, terms of office, certificates, credit lists."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from qyclient.office.rules.roles import Role
from qyclient.office.rules.todo import AHEAD, Todo
from qyclient.office.services.todo import dues_of
from qyclient.organizations.models import CreditListing, Organization
from qyclient.organizations.rules.annual import terms_of
from qyclient.organizations.rules.credit import turning_day
from qyclient.organizations.rules.lists import ENDED, CreditList
from qyclient.organizations.rules.reminders import DueSort, round_now
from qyclient.organizations.rules.review_lists import ReviewState
from qyclient.organizations.services.credit import standing_listings
from qyclient.organizations.services.expiries import Due, dues
from qyclient.organizations.services.season import MISSING, season

_AWAITED = MISSING | {
    ReviewState.DUE,
    ReviewState.SUBMITTED,
    ReviewState.SUPERVISOR_REVIEWED,
    ReviewState.RETURNED,
}
"""The report of a year in one of these is with the body or its supervisor."""


@dues_of("年报")
def reports(session: Session) -> Iterator[Todo]:
    """Yield the reports of the last year: those that are here wait for us, the others we await."""
    today: date = session.info["today"]
    year = today.year - 1
    told = {state: f"{year}年度年报：{state.label}" for state in ReviewState}
    for line in season(session, year):
        state = line.state
        if state is ReviewState.ACCEPTED:
            yield Todo(
                "年报", f"{told[state]}，待审查", line.row.name, Organization, line.key,
                role=Role.EXAMINER,
            )  # fmt: skip
        elif state in _AWAITED:
            terms = terms_of(year, line.row.org_type)
            due_on = terms.due if terms else None
            name = line.row.name
            yield Todo("年报", told[state], name, Organization, line.key, due_on, theirs=True)


@dues_of("换届")
def elections(session: Session) -> Iterator[Todo]:
    """Yield the terms of office that end, with what is to be done about it."""
    return _runs_out(session, DueSort.ELECTION)


@dues_of("证书到期")
def certificates(session: Session) -> Iterator[Todo]:
    """Yield the certificates that run out, with what is to be done about it."""
    return _runs_out(session, DueSort.CERTIFICATE)


@dues_of("信用名单")
def listings(session: Session) -> Iterator[Todo]:
    """Yield who must go on to the worse list, and who may leave it; a body that ended does not."""
    today: date = session.info["today"]
    for listing in standing_listings(session):
        day = turning_day(listing.on_list, listing.since)
        body = listing.organization
        if day is None or day > today + AHEAD or body.status in ENDED:
            continue
        worse = listing.on_list is CreditList.ABNORMAL
        what = "列入异常名录满两年，转入严重失信名单" if worse else "列入严重失信名单期满，可以移出"
        theirs = not worse or day > today  # the body may act until then, and asks for its removal
        due_on = day if worse or day > today else None  # that it may be lifted is never late
        yield Todo(
            "信用名单", what, body.name, CreditListing, listing.id, due_on, theirs,
            role=Role.EXAMINER,
        )  # fmt: skip


def _runs_out(session: Session, sort: DueSort) -> Iterator[Todo]:
    for due in dues(session, sort):
        if round_now(due.due_on, due.today) is not None:
            yield _told(due)


def _told(due: Due) -> Todo:
    """Return it as ours while its letter is not written, as the body's own afterwards."""
    late = "已过期" if due.left < 0 else "将到期"
    said = f"{due.sort.label.removesuffix('到期')}{late}"
    what = f"{said}，待提醒（{due.round.label}）" if due.round else f"{said}，已提醒"
    return Todo(
        due.sort.label, what, due.row.name, Organization, due.key, due.due_on,
        theirs=due.round is None, role=Role.INTAKE, reminds=True,
    )  # fmt: skip
