"""Who waits for the outcome of a job, and whether they still do."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

Then = Callable[[Any], None]
"""Takes the outcome of a job, on the UI thread."""


def alive(end: Then) -> bool:
    """Say whether the widget that waits is still there: people close dialogs meanwhile."""
    while isinstance(end, partial):
        end = end.func
    owner = getattr(end, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
