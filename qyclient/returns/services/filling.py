"""Filling a return: out of the register while it is open, else as it was frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.returns.models import Return, ReturnStep
from qyclient.returns.rules.checks import Finding, findings
from qyclient.returns.rules.figures import Filled, fill
from qyclient.returns.rules.layouts import Layout
from qyclient.returns.rules.snapshot import Difference, differences, thawed
from qyclient.returns.rules.states import GONE, OPEN
from qyclient.returns.services.lookup import (
    explained,
    explanations,
    last_cells,
    layout_of,
    period_of,
    place_of,
    steps_of,
    the_return,
    typed_amounts,
    typed_in,
)
from qyclient.returns.services.sources import SOURCES


@dataclass(frozen=True, slots=True)
class Checked:
    """One cross-check of a return, and how a failed one was explained."""

    finding: Finding
    explained: str

    @property
    def open(self) -> bool:
        """Say whether it failed and nobody said why."""
        return not self.finding.holds and not self.explained

    @property
    def word(self) -> str:
        """Return how it came out."""
        if self.finding.holds:
            return "相符"
        return "不符，已说明" if self.explained else "不符"


@dataclass(frozen=True, slots=True)
class Whole:
    """A return with everything that is shown of it."""

    found: Return
    layout: Layout
    filled: Filled
    checked: Sequence[Checked]
    steps: Sequence[ReturnStep]
    differences: Sequence[Difference]

    @property
    def failed(self) -> list[Checked]:
        """Return the cross-checks that failed, the open ones first."""
        wrong = [one for one in self.checked if not one.finding.holds]
        return sorted(wrong, key=lambda one: not one.open)


def whole(session: Session, key: UUID) -> Whole:
    """Return a return filled in and held against its cross-checks, and against what was sent."""
    found = the_return(session, key)
    filled = filled_now(session, found) if found.state in OPEN else kept(found)
    later: Sequence[Difference] = ()
    if found.state in GONE:
        later = differences(filled, filled_now(session, found))
    elif found.kept is not None and found.state in OPEN:
        later = differences(kept(found), filled)
    checked = checks_of(session, found, filled)
    return Whole(found, layout_of(found), filled, checked, steps_of(session, key), later)


def filled_now(session: Session, found: Return) -> Filled:
    """Return a return as the register fills it today."""
    layout = layout_of(found)
    lines = SOURCES[layout.source](session, period_of(found))
    why = {place_of(one.place): one.because for one in typed_in(session, found)}
    return fill(layout, lines, last_cells(session, found), typed_amounts(session, found), why)


def kept(found: Return) -> Filled:
    """Return a return as it was frozen."""
    frozen: Mapping[str, object] = found.kept or {}
    return thawed(layout_of(found), frozen)


def checks_of(session: Session, found: Return, filled: Filled) -> list[Checked]:
    """Return every cross-check of a return with how the failed ones were explained."""
    said = explanations(session, found)
    held = findings(filled, last_cells(session, found))
    return [Checked(one, "" if one.holds else explained(one, said)) for one in held]
