"""What lies over the whole window while nobody is at the desk: nothing behind it is seen."""

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from shiboken6 import isValid

from ui.kit.empty import Empty


class Cover(Empty):
    """Hides the window's parts and its open dialogs, and brings back what it hid."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__("", window)
        self._window = window
        self._put_away: list[QWidget] = []
        self.setObjectName("cover")
        self.setAutoFillBackground(True)
        self.hide()
        window.installEventFilter(self)

    def lay(self) -> None:
        """Cover the window; what is typed in dialogs stays as it is."""
        dialogs: Any = self._window.findChildren(QDialog)
        open_ = [one for one in dialogs if one.isVisible()]
        self._put_away = [self._window.centralWidget(), self._window.statusBar(), *open_]
        for part in reversed(self._put_away):
            part.hide()
        self._fit()
        self.show()
        self.raise_()
        self.button.setFocus()

    def lift(self) -> None:
        """Show again what was there."""
        self.hide()
        for part in self._put_away:
            if isValid(part):
                part.show()
        self._put_away.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
