"""Noticing that nobody has touched the keyboard or the mouse for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_MS_A_MINUTE = 60_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """`passed` is told once the minutes have gone by without a touch of any of our windows.

    It listens to windows, not to all their parts: a handful of events instead of all of them.
    """

    passed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.passed)
        self._listening = False

    def watch(self, minutes: int) -> None:
        """Begin to count anew, or stop: no minutes, no watch."""
        if not minutes:
            self.timer.stop()
            return
        if not self._listening:
            self._listening = True
            application = QGuiApplication.instance()
            if isinstance(application, QGuiApplication):
                application.focusWindowChanged.connect(self._listen)
            self._listen(QGuiApplication.focusWindow())
        self.timer.start(minutes * _MS_A_MINUTE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count anew from each touch."""
        if event.type() in _TOUCHES and self.timer.isActive():
            self.timer.start()
        return super().eventFilter(watched, event)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
