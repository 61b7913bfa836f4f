"""What an office laid down itself, beside what is shipped: rules of its own, and its work days.

A rule is asked for from deep inside pure functions, by its name and a day; so whoever opens a
session says once how to read what the office laid down, and it is read when first asked for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class LaidDown:
    """Rows of rules as the shipped ones are written, the newest first; days that are told."""

    rules: Sequence[Mapping[str, Any]] = ()
    days: Mapping[date, bool] = field(default_factory=dict)


class _Once:
    """Reads it when it is first asked for, and again after something of it was changed."""

    def __init__(self, read: Callable[[], LaidDown]) -> None:
        self._read = read
        self._found: LaidDown | None = None

    def found(self) -> LaidDown:
        if self._found is None:
            self._found = self._read()
        return self._found

    def forget(self) -> None:
        self._found = None


_HERE: ContextVar[_Once] = ContextVar("laid_down", default=_Once(LaidDown))  # noqa: B039 - empty


@contextmanager
def laid_down_by(read: Callable[[], LaidDown]) -> Iterator[None]:
    """Let what is asked for inside take what an office laid down."""
    token = _HERE.set(_Once(read))
    try:
        yield
    finally:
        _HERE.reset(token)


def laid_down() -> LaidDown:
    """Return what the office laid down whose register is open here; nothing outside of one."""
    return _HERE.get().found()


def forget() -> None:
    """Read it again when it is next asked for: something of it was just changed."""
    _HERE.get().forget()
