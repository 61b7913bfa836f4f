"""Two sides of one field become one, or wait for somebody (三方合并).

A path is what one office's field was before and after each change since its last package. The other
side is what stands here. The same change made on both sides is no conflict, and what stands here
because an earlier step of the path was taken already goes on along it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Plain = Any
"""A value as the history writes it: text, number, yes or no, or nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a field: the value it gets, if any, and whether two sides differ."""

    value: Plain = None
    takes: bool = False
    differs: bool = False


@dataclass(slots=True)
class Folded:
    """What some entries of another office did to one record, all together."""

    noun: str
    key: str
    called: str = ""
    created: bool = False
    removed: bool = False
    paths: dict[str, list[Plain]] = field(default_factory=dict)
    unseen: Mapping[str, Any] = field(default_factory=dict)

    def follow(self, line: Mapping[str, Any]) -> None:
        """Take in the next entry of the record."""
        self.called = line["called"]
        self.created |= line["did"] == "created"
        self.removed = line["did"] == "removed"
        self.unseen = line.get("unseen") or self.unseen
        for name, (before, after) in line["changes"].items():
            path = self.paths.setdefault(name, [before])
            if path[-1] != before:
                path.append(before)
            path.append(after)

    @property
    def comes_to_nothing(self) -> bool:
        """Say whether it was made and taken back before anybody saw it."""
        return self.created and self.removed

    def newest(self) -> dict[str, Plain]:
        """Return what each field came to."""
        return {name: path[-1] for name, path in self.paths.items()}


def outcome(here: Plain, path: Sequence[Plain]) -> Outcome:
    """Return what becomes of a field that stands `here` and went along `path` elsewhere."""
    before, after = path[0], path[-1]
    if after in (here, before):
        return Outcome()
    if here in path:
        return Outcome(after, takes=True)
    return Outcome(after, differs=True)
