"""Who waits for the outcome of a job, and whether they still do."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui.kit.watch import Watch

Then = Callable[[Any], None]
"""Takes the outcome of a job, on the UI thread."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Who hears how a job went."""

    then: Then
    refused: Then
    watch: Watch | None


def alive(end: Then) -> bool:
    """Say whether the widget that waits is still there: people close dialogs meanwhile."""
    while isinstance(end, partial):
        end = end.func
    owner = getattr(end, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
