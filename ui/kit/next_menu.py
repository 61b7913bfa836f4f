"""The menu of what can be done next to a proceeding."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget


class Offered(Protocol):
    """One move of a proceeding: possible now if nothing is said against it."""

    @property
    def move(self) -> Any:
        """Return what would be done; it has a label."""

    @property
    def why_not(self) -> str:
        """Return what stands against it."""


def next_menu(verbs: Sequence[Offered], parent: QWidget, chosen: Callable[[Any], object]) -> QMenu:
    """Show what can be done next at the pointer; what cannot is greyed with its reason."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for verb in verbs:
        action = QAction(verb.move.label, menu)
        action.setEnabled(not verb.why_not)
        action.setToolTip(verb.why_not or verb.move.label)
        action.triggered.connect(partial(_chosen, chosen, verb.move))
        menu.addAction(action)
    menu.popup(QCursor.pos())
    return menu


def _chosen(chosen: Callable[[Any], object], move: Any, _checked: bool = False) -> None:
    chosen(move)
