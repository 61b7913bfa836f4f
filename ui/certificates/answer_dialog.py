"""打印好了吗: each sheet nobody has answered for, and what is to be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.certificates.rules import PrintOutcome
from qyclient.certificates.rules.desk import usual_faults
from qyclient.certificates.services import answer_all
from qyclient.errors import Refused
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.save_buttons import SaveButtons

_LATER = "还没看"
_SAID = (PrintOutcome.GOOD, PrintOutcome.SPOILED, PrintOutcome.NOT_PRINTED)
_SIZE = (960, 520)


@dataclass(frozen=True, slots=True)
class _Line:
    log: Any
    outcome: QComboBox
    reason: QComboBox


class AnswerDialog(QDialog):
    """Sheets that are left at 还没看 stay as they are; `again` carries those to print once more."""

    again = Signal(object)

    def __init__(self, jobs: Jobs, logs: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"打印好了吗：{len(logs)} 张待确认")
        self.jobs = jobs
        self.banner = Banner(self)
        self.lines: list[_Line] = []
        self.reprint = QCheckBox("打坏的接着用下一张空白证重印")
        self.reprint.setChecked(True)
        self._buttons = SaveButtons()
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        self._lay_out(logs)
        self.resize(*_SIZE)
        self.banner.say("请看过每一张纸再回答；打印机收下了不等于印好了。", tone="plain")

    def _lay_out(self, logs: Sequence[Any]) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._grid(logs))
        row = QHBoxLayout()
        for outcome in (PrintOutcome.GOOD, PrintOutcome.NOT_PRINTED):
            every = QPushButton(f"全部{outcome.label}")
            every.setAutoDefault(False)
            every.clicked.connect(partial(self._say_every, outcome))
            row.addWidget(every)
        row.addWidget(self.reprint)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(area, 1)
        column.addLayout(row)
        column.addWidget(self._buttons)

    def _say_every(self, outcome: PrintOutcome, _checked: bool = False) -> None:
        self.say_all(outcome)

    def say_all(self, outcome: PrintOutcome) -> None:
        """Say the same of every sheet."""
        for line in self.lines:
            line.outcome.setCurrentText(outcome.label)

    def save(self) -> None:
        """Keep what was said."""
        said = [
            (line.log.id, outcome, line.reason.currentText())
            for line in self.lines
            if (outcome := self._outcome(line)) is not None
        ]
        if not said:
            self.banner.say("还没有回答任何一张；没看过的请先不要关掉这台打印机。")
            return
        self._buttons.wait(True)
        self.jobs.write(answer_all, said, then=self._saved, refused=self._refused)

    def _outcome(self, line: _Line) -> PrintOutcome | None:
        chosen = line.outcome.currentText()
        return next((one for one in _SAID if one.label == chosen), None)

    def _grid(self, logs: Sequence[Any]) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(12)
        for number, text in enumerate(("空白证", "内容", "打印机", "送出", "结果", "原因")):
            head = QLabel(text)
            head.setProperty("role", "hint")
            grid.addWidget(head, 0, number)
        for row, log in enumerate(logs, 1):
            texts = (log.serial, log.what, log.printer, log.sent_at or "没有送出")
            for number, text in enumerate(texts):
                label = QLabel(text)
                label.setWordWrap(number == 1)
                grid.addWidget(label, row, number)
            line = self._line(log)
            grid.addWidget(line.outcome, row, 4)
            grid.addWidget(line.reason, row, 5)
            self.lines.append(line)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(5, 180)
        grid.setRowStretch(len(logs) + 1, 1)
        return body

    def _line(self, log: Any) -> _Line:
        outcome, reason = QComboBox(), QComboBox()
        outcome.addItems([_LATER, *(one.label for one in _SAID)])
        outcome.setAccessibleName(f"{log.serial}：结果")
        reason.setEditable(True)
        reason.addItems(["", *usual_faults()])
        reason.setAccessibleName(f"{log.serial}：原因")
        reason.setEnabled(False)
        outcome.currentTextChanged.connect(partial(self._follow, reason))
        return _Line(log, outcome, reason)

    def _follow(self, reason: QComboBox, text: str) -> None:
        reason.setEnabled(text == PrintOutcome.SPOILED.label)
        if text != PrintOutcome.SPOILED.label:
            reason.setCurrentText("")

    def _saved(self, logs: Sequence[Any]) -> None:
        spoiled = [one for one in logs if one.outcome is PrintOutcome.SPOILED]
        self.jobs.said.emit(f"已确认 {len(logs)} 张，其中打坏 {len(spoiled)} 张")
        self.accept()
        if spoiled and self.reprint.isChecked():
            self.again.emit([one.certificate.id for one in spoiled])

    def _refused(self, no: Refused) -> None:
        self._buttons.wait(False)
        self.banner.say(str(no))
