"""The states a record went through: its values at the end of each day on which it changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date
from typing import Any

from qyclient.records.field import Field


@dataclass(frozen=True, slots=True)
class State:
    """A record at the end of a day, in plain values, with the entries of that day."""

    day: date
    values: Mapping[str, Any]
    entries: list[Mapping[str, Any]] = field(default_factory=list)

    def shown(self, one: Field) -> str:
        """Return a value as the office reads it, personal data masked."""
        plain = self.values.get(one.key)
        if plain is None:
            return ""
        try:
            text = one.kind.format(one.kind.parse(str(plain)))
        except ValueError:
            text = str(plain)
        return one.kind.mask(text) if one.kind.mask else text


def states(
    record: Any, fields: Sequence[Field], history: Sequence[Mapping[str, Any]]
) -> list[State]:
    """Return the states from the first to the last; `history` has the newest entry first."""
    values = {one.key: one.plain(getattr(record, one.key)) for one in fields if not one.target}
    found: list[State] = []
    for entry in history:
        day = entry["at"].replace(tzinfo=UTC).astimezone().date()
        if not found or found[-1].day != day:
            found.append(State(day, dict(values)))
        found[-1].entries.append(entry)
        for key, (before, _after) in entry["changes"].items():
            if key in values:
                values[key] = before
    return found[::-1]
