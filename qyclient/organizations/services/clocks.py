"""办件的期限: until when the next step is due, by the rule of the day it began."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from qyclient.office.rules.clock import Pause, due_on, said_of
from qyclient.office.rules.limits import Limit, limit
from qyclient.office.rules.workdays import Calendar
from qyclient.organizations.models import Document, Matter, MatterPause, MatterStep
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.store.listing import of

CALENDAR = Calendar()
_SERVED = "served:"
"""Begins a limit that runs from the day on which the paper of a move was served."""

_SUBMIT, _EXTENDED = "submit", "decide"


def steps_of(session: Session, matter: Matter) -> Sequence[MatterStep]:
    """Return what was done to a matter, from the first step to the last."""
    return of(session, MatterStep, "matter", matter.id)


def settle_due(session: Session, matter: Matter) -> None:
    """Work out until when the next step must be done."""
    limit_, began = clock_of(session, matter)
    matter.due_on = None
    if limit_ is None or began is None:
        return
    stops = of(session, MatterPause, "matter", matter.id)
    pauses = [Pause(stop.since, stop.until) for stop in stops if stop.since >= began]
    extra = matter.extended_days or 0 if _is_decision(matter) else 0
    matter.due_on = due_on(began, limit_, CALENDAR, pauses, extra)


def clock_of(session: Session, matter: Matter) -> tuple[Limit | None, date | None]:
    """Return the rule that runs now and since when; nothing where none does."""
    kind = kinds()[matter.kind]
    state = kind.flow.states[matter.state]
    if not state.clock:
        return None, None
    began = _began(session, matter, state.since)
    if began is None:
        return None, None
    try:
        return limit(kind.clock(state.clock), began), began
    except KeyError:  # the law of that day knew no such limit
        return None, None


def left(session: Session, matter: Matter) -> str:
    """Return how much time is left, as the desk says it; why none runs otherwise."""
    state = kinds()[matter.kind].flow.states[matter.state]
    if state.final:
        return "已办结"
    stops = of(session, MatterPause, "matter", matter.id)
    if still := next((stop for stop in stops if stop.until is None), None):
        return f"{still.reason.label}，自 {still.since} 起不计时"
    if matter.due_on is None and state.since.startswith(_SERVED):
        return "等待送达，期限从送达之日起算"
    if matter.due_on is None:
        return "等待对方，不计时" if state.waiting else "没有法定期限"
    rule, _began_on = clock_of(session, matter)
    unit = rule.unit if rule else "天"
    said = said_of(matter.due_on, session.info["today"], CALENDAR, unit)
    if missing := CALENDAR.unknown_years(session.info["today"], matter.due_on):
        return f"{said}（{missing[0]}年的放假安排还没有导入，只按周末计算）"
    return said


def _is_decision(matter: Matter) -> bool:
    return kinds()[matter.kind].flow.states[matter.state].clock == _EXTENDED


def _began(session: Session, matter: Matter, move: str) -> date | None:
    if move.startswith(_SERVED):
        return _served(session, matter, move.removeprefix(_SERVED))
    if move == _SUBMIT:
        return matter.filed_on
    if move == "accept":
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
