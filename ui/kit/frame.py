"""The row of tabs, and in a tab the switch of its rooms: each waits until it is made."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from ui.kit.empty import Empty
from ui.kit.icons import icon


class Frame(QTabWidget):
    """Painted at once, before there is anything to show.

    `groups` are the tabs with the titles of their rooms; a tab of one room shows no switch.
    `moved` is told when another room is in front; `painted` once, after the first paint: what
    loads before would hold it up.
    """

    moved = Signal()
    painted = Signal()

    def __init__(self, groups: Mapping[str, Iterable[str]], waiting: str) -> None:
        super().__init__()
        self.setDocumentMode(True)
        held = QFrame()
        held.setObjectName("corner")
        self.corner = QHBoxLayout(held)
        self.corner.setContentsMargins(0, 0, 8, 0)
        self.setCornerWidget(held)
        self._groups = [_Group(title, rooms, waiting) for title, rooms in groups.items()]
        for group in self._groups:
            self.addTab(group, group.title)
            group.moved.connect(self.moved)
        self._empty = self._groups[1:]
        self._groups[0].furnish()
        held.setMinimumHeight(self.tabBar().sizeHint().height())
        self.currentChanged.connect(lambda _number: self.moved.emit())
        self._is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint, when it is over."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        self._furnish()
        self.painted.emit()

    def _furnish(self) -> None:
        while self._empty:
            self._empty.pop().furnish()

    def add_menu(self, text: str, menu: QMenu) -> None:
        """Put a menu of the window at the right end of the row."""
        button = QToolButton()
        button.setObjectName("menu")
        button.setText(text)
        button.setIcon(icon("folder"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self.corner.addWidget(button)

    @property
    def title(self) -> str:
        """Return which room is in front."""
        return self._groups[self.currentIndex()].room

    def go_to(self, title: str) -> None:
        """Bring a room to the front; the title of a tab means its first room."""
        self._furnish()
        number, group = next(
            (n, g) for n, g in enumerate(self._groups) if title in {g.title, *g.rooms}
        )
        group.go_to(title if title in group.rooms else group.rooms[0])
        self.setCurrentIndex(number)

    def place(self, title: str, tab: QWidget) -> None:
        """Put a tab where its room waited."""
        self._furnish()
        next(group for group in self._groups if title in group.rooms).place(title, tab)

    def refuse(self, no: Refused) -> None:
        """Say in every waiting room that there is no register, and why."""
        self.say("登记数据打不开", str(no))

    def say(
        self, heading: str, sentence: str, button: str = "", go: Callable[[], None] | None = None
    ) -> None:
        """Say in every waiting room why there is nothing, and what can be done about it."""
        for group in self._groups:
            group.waiting.say(heading, sentence, button, go)


class _Group(QWidget):
    """One tab: the switch of its rooms above the one in front, which waits until it is placed.

    Furnished when there is time for it: only the tab in front has to be there at the first paint.
    """

    moved = Signal()

    def __init__(self, title: str, rooms: Iterable[str], waiting: str) -> None:
        super().__init__()
        self.title, self.rooms = title, list(rooms)
        self.waiting = Empty(waiting)
        self._switch, self._stack = QTabBar(), QStackedWidget()
        self._placed = dict[str, QWidget]()

    def furnish(self) -> None:
        """Put everything into its place."""
        self._switch.setObjectName("rooms")
        self._switch.setAccessibleName(f"{self.title}的分栏")
        self._switch.setExpanding(False)
        self._switch.setDrawBase(False)
        self._switch.setVisible(len(self.rooms) > 1)
        for room in self.rooms:
            self._switch.addTab(room)
        self._stack.addWidget(self.waiting)
        self._switch.currentChanged.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._switch)
        column.addWidget(self._stack, 1)

    @property
    def room(self) -> str:
        """Return which of its rooms is in front."""
        return self.rooms[self._switch.currentIndex()]

    def go_to(self, room: str) -> None:
        """Bring one of its rooms to the front."""
        self._switch.setCurrentIndex(self.rooms.index(room))

    def place(self, room: str, tab: QWidget) -> None:
        """Put a tab where its room waited."""
        self._placed[room] = tab
        self._stack.addWidget(tab)
        self._bring()

    def _bring(self) -> None:
        self._stack.setCurrentWidget(self._placed.get(self.room, self.waiting))

    def _show(self, _number: int) -> None:
        self._bring()
        self.moved.emit()
