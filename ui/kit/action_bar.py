"""The actions of a tab, one under the other on its left."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.kit.actions import Action
from ui.kit.icons import icon

_WIDTH = 148


class ActionBar(QFrame):
    """A button for each action; what is not allowed is greyed with the reason in the tip."""

    def __init__(self, owner: QWidget, offers: Sequence[Action], noun: str) -> None:
        super().__init__(owner)
        self.setObjectName("actions")
        self.setFixedWidth(_WIDTH)
        self._noun = noun
        self._offers = {offer.key: offer for offer in offers}
        self._buttons = 0
        self.made: dict[str, QAction] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(4)
        for offer in offers:
            self.made[offer.key] = self._make(owner, offer)
        if folded := [self.made[offer.key] for offer in offers if offer.folded]:
            self.more = QMenu(owner)
            self.more.setToolTipsVisible(True)
            self.more.addActions(folded)
            self.add_menu("更多", "more", self.more)
        self._column.addStretch()
        self.allow([])

    def add_menu(self, text: str, picture: str, menu: QMenu) -> QToolButton:
        """Add a button that opens a menu, under the others."""
        button = self._button()
        button.setText(text)
        button.setIcon(icon(picture))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._column.insertWidget(self._buttons, button)
        self._buttons += 1
        return button

    def allow(self, chosen: list[Any]) -> None:
        """Grey what cannot be done to the selected records, and say why."""
        for key, action in self.made.items():
            offer = self._offers[key]
            why = offer.why_not(chosen, self._noun)
            action.setEnabled(not why)
            keys = f"（{offer.shortcut}）" if offer.shortcut else ""
            action.setToolTip(why or f"{offer.tip or offer.text}{keys}")

    def deny(self, reasons: Mapping[str, str]) -> None:
        """Grey actions that the register, asked in the meantime, does not allow, and say why."""
        for key, why in reasons.items():
            self.made[key].setEnabled(False)
            self.made[key].setToolTip(why)

    def _make(self, owner: QWidget, offer: Action) -> QAction:
        action = QAction(icon(offer.icon or ("" if offer.folded else "dot")), offer.text, owner)
        action.setObjectName(offer.key)
        action.setShortcut(QKeySequence(offer.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(partial(_run, offer, owner))
        owner.addAction(action)
        if not offer.folded:
            button = self._button()
            button.setDefaultAction(action)
            self._column.addWidget(button)
            self._buttons += 1
        return action

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(18, 18))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


def _run(offer: Action, owner: QWidget, _checked: bool = False) -> None:
    offer.run(owner)
