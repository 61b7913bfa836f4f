"""How long work tells where it is, and learns that it should stop."""

from typing import Protocol


class Progress(Protocol):
    """Passed last to long verbs; `step` raises `Cancelled` once cancel was pressed."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Report that `done` of `total` parts are ready; total 0 means unknown."""


class Silent:
    """For commands, tests and work nobody watches."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Report to nobody."""
