"""What is being done, how far it is, and 取消: shown once it takes longer than a blink."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.kit.watch import Watch

SHOWN_AFTER_MS = 400


class WaitBar(QWidget):
    """Follows one long job; the newest if there are several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch: Watch | None = None
        self.doing = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(180)
        self.bar.setTextVisible(False)
        self.stop = QPushButton("取消")
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(lambda _checked: self._cancel())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.doing, self.bar, self.stop):
            row.addWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_AFTER_MS)
        self._soon.timeout.connect(self.show)
        self.hide()

    def follow(self, watch: Watch) -> None:
        """Show a job's progress until it ends."""
        self._watch = watch
        self.doing.setText(f"{watch.title}…")
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        watch.moved.connect(self._move)
        watch.ended.connect(self._end)
        self._soon.start()

    def _move(self, done: int, total: int, doing: str) -> None:
        if self._watch is not None:
            part = f" {done}/{total}" if total else ""
            self.doing.setText(f"{self._watch.title}{part}　{doing}".rstrip())
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _cancel(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self.stop.setEnabled(False)
            self.doing.setText("正在取消…")

    def _end(self) -> None:
        self._soon.stop()
        self._watch = None
        self.hide()
