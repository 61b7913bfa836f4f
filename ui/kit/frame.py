"""The row of tabs: each a page that says what it waits for, until its tab is made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QWidget,
)

from qyclient.errors import Refused
from ui.kit.empty import Empty
from ui.kit.icons import icon


class Frame(QTabWidget):
    """Painted at once, before there is anything to show."""

    def __init__(self, titles: Sequence[str], waiting: str) -> None:
        super().__init__()
        self.setDocumentMode(True)
        held = QFrame()
        held.setObjectName("corner")
        self.corner = QHBoxLayout(held)
        self.corner.setContentsMargins(0, 0, 8, 0)
        self.setCornerWidget(held)
        self._titles = list(titles)
        self._waiting = [Empty(waiting) for _title in titles]
        for title, empty in zip(titles, self._waiting, strict=True):
            page = QStackedWidget()
            page.addWidget(empty)
            self.addTab(page, title)

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
        """Return which tab is in front."""
        return self._titles[self.currentIndex()]

    def go_to(self, title: str) -> None:
        """Bring a tab to the front."""
        self.setCurrentIndex(self._titles.index(title))

    def place(self, title: str, tab: QWidget) -> None:
        """Put a tab where its page waited."""
        page = self.widget(self._titles.index(title))
        if isinstance(page, QStackedWidget):
            page.setCurrentIndex(page.addWidget(tab))

    def refuse(self, no: Refused) -> None:
        """Say on every waiting page that there is no register, and why."""
        self.say("登记数据打不开", str(no))

    def say(
        self, heading: str, sentence: str, button: str = "", go: Callable[[], None] | None = None
    ) -> None:
        """Say on every waiting page why there is nothing, and what can be done about it."""
        for empty in self._waiting:
            empty.say(heading, sentence, button, go)
