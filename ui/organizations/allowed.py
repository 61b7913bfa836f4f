"""What a body's standing allows: greyed in the menus with the reason, asked of one place."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.standing import Permit
from qyclient.organizations.services.standing import allowed_of
from ui.kit.actions import Action
from ui.kit.tab import Visit

_BUTTONS = {"CERTIFY": "certify"}
"""The verbs that have a button of their own in the register."""


def ask_standing(tab: Any) -> None:
    """Grey the buttons that the standing of the selected body does not allow."""
    body = tab.current()
    if body is not None:
        tab.jobs.read(allowed_of, body.id, _BUTTONS, then=partial(_deny, tab, body.id))


def _deny(tab: Any, key: UUID, found: Sequence[Permit]) -> None:
    if tab.current() is not None and tab.current().id == key:
        tab.bar.deny({_BUTTONS[one.key]: one.told for one in found if one.why_not})


def _handle(tab: Any) -> None:
    body = tab.current()
    tab.jobs.read(allowed_of, body.id, [*kinds()], then=partial(_offer, tab, body))


def _offer(tab: Any, body: Any, found: Sequence[Permit]) -> None:
    """Show every sort of matter by its flow; what is not allowed is greyed with the reason."""
    tab.menu = QMenu(tab)
    groups: dict[str, QMenu] = {}
    for one in found:
        flow = kinds()[one.key].flow.label
        if flow not in groups:
            groups[flow] = tab.menu.addMenu(flow)
            groups[flow].setToolTipsVisible(True)
        action = QAction(one.label, groups[flow])
        action.setEnabled(not one.why_not)
        action.setToolTip(one.told or one.label)
        visit = Visit(action=f"open:{one.key}", record=body)
        action.triggered.connect(partial(_go, tab, visit))
        groups[flow].addAction(action)
    tab.menu.popup(QCursor.pos())


def _go(tab: Any, visit: Visit, _checked: bool = False) -> None:
    tab.wants.emit("办件", visit)


HANDLE = Action(
    "handle", "办理…", "step", "F4", _handle, "one", "为选中的社会组织收件；不能办的写明原因"
)
