"""The states a record went through: what it was at the end of each day that made it another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from qyclient.records.field import Field
from ui.kit import past


@dataclass(frozen=True, slots=True)
class State:
    """A record at the end of a day, with what was written of it that day."""

    day: date
    record: Any
    told: Sequence[str] = ()

    def shown(self, one: Field) -> str:
        """Return a value as the office reads it, personal data masked."""
        return one.masked(self.record)


def states(said: Sequence[tuple[date, Any]], history: Sequence[Mapping[str, Any]]) -> list[State]:
    """Return the states from the first to the last; `history` has the newest entry first."""
    days = [(entry["at"].replace(tzinfo=UTC).astimezone().date(), entry) for entry in history]
    return [
        State(day, record, [past.title(entry) for written, entry in days if written == day])
        for day, record in said
    ]
