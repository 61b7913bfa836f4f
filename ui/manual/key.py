"""F1: in whatever window one is, the page about what has the cursor."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.manual.pages import FIRST, page_for

_TAUGHT = "knows F1"


class HelpKey(QObject):
    """Gives each window the key when it first comes to the front: dialogs too, however made."""

    def __init__(
        self, app: QApplication, make_manual: Callable[[str, QWidget | None], QWidget]
    ) -> None:
        super().__init__(app)
        self._make_manual = make_manual
        app.focusWindowChanged.connect(lambda _window: self._teach(QApplication.activeWindow()))

    def _teach(self, window: QWidget | None) -> None:
        if window is None or window.property(_TAUGHT):
            return
        window.setProperty(_TAUGHT, True)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window)
        shortcut.activated.connect(self.show_help)

    def show_help(self) -> None:
        """Open the manual at the page for where the cursor is."""
        here: QWidget | None = QApplication.focusWidget()
        window: QWidget | None = QApplication.activeWindow()
        manual = self._make_manual(page_at(window if here is None else here), window)
        manual.setProperty(_TAUGHT, True)
        manual.show()


def page_at(widget: QWidget | None) -> str:
    """Return the page about what holds a widget: the nearest that one is meant for."""
    while widget is not None:
        if page := page_for(type(widget).__module__):
            return page
        widget = widget.parentWidget()
    return FIRST
