"""办件的期限: until when the next step is due, by the rule of the day it began."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from qyclient.office.models import OwnDay, OwnRule
from qyclient.office.rules.clock import Pause, due_on, said_of
from qyclient.office.rules.limits import Limit, limit
from qyclient.office.rules.workdays import Calendar
from qyclient.office.rules.workflow import State
from qyclient.organizations.models import Document, Matter, MatterPause, MatterStep
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.records.dates import format_date
from qyclient.store.consequences import consequence
from qyclient.store.listing import linked, of

CALENDAR = Calendar()
_SERVED = "served:"
"""Begins a limit that runs from the day on which the paper of a move was served."""

_DECIDE, _SUBMIT, _ACCEPT = "decide", "submit", "accept"


def steps_of(session: Session, matter: Matter) -> Sequence[MatterStep]:
    """Return what was done to a matter, from the first step to the last."""
    return of(session, MatterStep, "matter", matter.id)


def state_of(matter: Matter) -> State:
    """Return where a matter stands, as its flow declares it."""
    return kinds()[matter.kind].flow.states[matter.state]


def settle_due(session: Session, matter: Matter) -> None:
    """Work out until when the next step must be done."""
    limit_, began = clock_of(session, matter)
    matter.due_on = None
    if limit_ is None or began is None:
        return
    decides = state_of(matter).clock == _DECIDE
    stops = of(session, MatterPause, "matter", matter.id) if decides else ()
    pauses = [Pause(stop.since, stop.until) for stop in stops]
    extra = matter.extended_days or 0 if decides else 0
    matter.due_on = due_on(began, limit_, CALENDAR, pauses, extra)


def clock_of(session: Session, matter: Matter) -> tuple[Limit | None, date | None]:
    """Return the rule that runs now and since when; nothing where none does."""
    kind, state = kinds()[matter.kind], state_of(matter)
    if not state.clock:
        return None, None
    began = _began(session, matter, state.since)
    if began is None:
        return None, None
    return _held(kind.clock(state.clock), began, matter), began


def settle_all(session: Session) -> None:
    """Work out anew until when each open matter is due."""
    for matter in session.scalars(linked(Matter).where(Matter.closed_on.is_(None))).all():
        settle_due(session, matter)


@consequence
def follow_the_law(session: Session) -> None:
    """Let open matters keep the limits and work days the office has just laid down."""
    if {OwnRule.__tablename__, OwnDay.__tablename__} & session.info["touched"]:
        settle_all(session)


def extension_of(session: Session, matter: Matter) -> Limit | None:
    """Return by how much the head of the office may extend the limit that runs now; None if none.

    Founding has a limit of its own in the regulations, which know no extension.
    """
    if state_of(matter).clock != _DECIDE:
        return None
    rule, began = clock_of(session, matter)
    return _held(f"EXTEND_{rule.rule}", began, matter) if rule and began else None


def lapsed(matter: Matter, on: date) -> bool:
    """Say whether nobody spoke in time, so that silence did the step (行政许可法第三十二条)."""
    return bool(state_of(matter).lapse and matter.due_on and on > matter.due_on)


def left(session: Session, matter: Matter) -> str:
    """Return how much time is left, as the desk says it; why none runs otherwise."""
    state = state_of(matter)
    if state.final:
        return "已办结"
    if still := running_pause(session, matter):
        return f"{still.reason.label}，自 {still.since} 起不计时"
    if matter.due_on is None and state.since.startswith(_SERVED):
        return "等待送达，期限从送达之日起算"
    if matter.due_on is None:
        return "等待对方，不计时" if state.waiting else "没有法定期限"
    today = session.info["today"]
    rule, began = clock_of(session, matter)
    said = said_of(matter.due_on, today, CALENDAR, rule.unit if rule else "天")
    if lapsed(matter, today) and began:
        said = f"{said}；逾期未告知，依法自 {began} 起视为受理{_then_due(matter, began)}"
    if missing := CALENDAR.unknown_years(today, matter.due_on):
        return f"{said}（{missing[0]}年的放假安排还没有导入，只按周末计算）"
    return said


def running_pause(session: Session, matter: Matter) -> MatterPause | None:
    """Return why a matter's clock stands still now; None if it does not."""
    stops = of(session, MatterPause, "matter", matter.id)
    return next((stop for stop in stops if stop.until is None), None)


def _then_due(matter: Matter, accepted: date) -> str:
    """Return until when a matter must be decided that silence accepted."""
    rule = _held(kinds()[matter.kind].decide, accepted, matter)
    day = due_on(accepted, rule, CALENDAR) if rule else None
    return f"，{format_date(day)}前作出决定" if day else ""


def _held(rule: str, on: date, matter: Matter) -> Limit | None:
    try:
        return limit(rule, on, matter.org_type.value if matter.org_type else "")
    except KeyError:  # the law of that day knew no such limit
        return None


def _began(session: Session, matter: Matter, move: str) -> date | None:
    if move.startswith(_SERVED):
        return _served(session, matter, move.removeprefix(_SERVED))
    if move == _SUBMIT:
        return matter.filed_on
    if move == _ACCEPT:
        return matter.accepted_on
    done = [step for step in steps_of(session, matter) if step.move == move]
    return (done[-1].signed_on or done[-1].done_on) if done else None


def _served(session: Session, matter: Matter, move: str) -> date | None:
    """Return when the paper of a move was served, None while it was not.

    An office that writes its papers elsewhere has none here: then the day of the step counts.
    """
    paper = kinds()[matter.kind].flow.move(move).paper
    found = [
        one
        for one in of(session, Document, "matter", matter.id)
        if one.paper == paper and one.cancelled_because is None
    ]
    return found[-1].served_on if found else _began(session, matter, move)
