"""How loud the words of matters are."""

from datetime import date, timedelta

from qyclient.organizations.models import Matter
from qyclient.organizations.rules.matter_kinds import kinds

_SOON = timedelta(days=3)
_AGAINST = frozenset({"REFUSED", "NOT_ACCEPTED", "WITHDRAWN", "DROPPED"})


def state_tone(matter: Matter) -> str:
    """Return the tone of where a matter stands."""
    if matter.state in _AGAINST:
        return "bad"
    if matter.closed_on is not None:
        return "quiet"
    return "warn" if kinds()[matter.kind].flow.states[matter.state].waiting else "good"


def urgency(matter: Matter, today: date) -> str:
    """Return the tone of the day it is due: overdue, soon, or nothing."""
    if matter.due_on is None or matter.closed_on is not None:
        return ""
    if matter.due_on < today:
        return "bad"
    return "warn" if matter.due_on <= today + _SOON else ""
