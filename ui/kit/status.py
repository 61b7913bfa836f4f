"""The bottom line of the window: what was said, what is going on, how many, and who."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from qyclient.errors import Refused
from ui.kit.elided import ElidedLabel
from ui.kit.jobs import Jobs
from ui.kit.looks import give_role
from ui.kit.waiting import SHOWN_AFTER_MS, WaitBar

_BEFORE_OPERATOR = 4
"""After what is busy, waiting, the counts and the word for a sample."""


class StatusLine(QStatusBar):
    """One sentence on the left; waiting, counts and operator on the right."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = ElidedLabel()
        self.sentence.setAccessibleName("程序的话")
        self.counts = ElidedLabel()
        self.counts.setAccessibleName("显示的记录数")
        self.operator = QToolButton()
        self.operator.setAccessibleName("经办人")
        self.operator.setToolTip("换人经办；暂时离开按 Ctrl+Shift+L 锁定")
        self.sample = QLabel()
        self.sample.setObjectName("sample")
        self.sample.hide()
        self.waiting = WaitBar()
        self._busy = QLabel("正在读取…")
        self._busy.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._busy.show)
        self.addWidget(self.sentence, 1)
        for part in (self._busy, self.waiting, self.counts, self.sample, self.operator):
            self.addPermanentWidget(part)
        jobs.said.connect(self.say)
        jobs.refused.connect(self.refuse)
        jobs.shut.connect(self.refuse)
        jobs.watched.connect(self.waiting.follow)
        jobs.busy.connect(self._tell_busy)

    def add_button(self, text: str) -> QToolButton:
        """Put a button before the operator."""
        button = QToolButton()
        button.setText(text)
        self.insertPermanentWidget(_BEFORE_OPERATOR, button)
        return button

    def say_operator(self, operator: str) -> None:
        """Say who works here."""
        self.operator.setText(f"经办人：{operator}")

    def say_sample(self, word: str) -> None:
        """Say that what is shown is only a sample, if it is."""
        self.sample.setText(word)
        self.sample.setVisible(bool(word))

    def say(self, sentence: str) -> None:
        """Say that something went well, or is under way."""
        self._speak(sentence, "said")

    def refuse(self, no: Refused) -> None:
        """Say why something was not done."""
        self._speak(str(no), "problem")

    def _speak(self, sentence: str, role: str) -> None:
        give_role(self.sentence, role)
        self.sentence.setText(sentence)

    def _tell_busy(self, jobs: int) -> None:
        if not jobs:
            self._soon.stop()
            self._busy.hide()
        elif not self._soon.isActive() and self._busy.isHidden():
            self._soon.start()
