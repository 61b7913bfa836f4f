"""What a long job tells the window, and how the window tells it to stop."""

from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, Signal

from qyclient.errors import Cancelled

_BETWEEN_S = 0.05
"""No eye follows more than twenty figures a second."""


class Watch(QObject):
    """The `Progress` of one long job: `step` is called by the worker, the signal is for the window.

    `moved` carries how many parts are done, of how many (0: not known), and what is being done.
    """

    moved = Signal(int, int, str)
    ended = Signal()

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._stop = Event()
        self._told = 0.0

    @property
    def stopping(self) -> bool:
        """Say whether cancel was pressed."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Report, or raise Cancelled once cancel was pressed."""
        if self._stop.is_set():
            raise Cancelled(f"{self.title}已取消，没有保存。")
        now = monotonic()
        if now - self._told >= _BETWEEN_S or done == total:
            self._told = now
            self.moved.emit(done, total, doing)
