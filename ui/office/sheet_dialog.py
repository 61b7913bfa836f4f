"""新的恢复单: printed again when one was lost, seen by somebody, or its keeper has left."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.keys.words import new_secret
from qyclient.paper.pdf.recovery import recovery_sheets
from qyclient.safekeeping.sealing import Guard, new_sheet
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview
from ui.office.password_line import Problem

_SIZE = (720, 640)
_TOLD = (
    "登记簿已加密。这里可以重新制作恢复单：原来的丢了、被人看过，或保管人离岗时用。"
    "按“启用”以后，原来的恢复单作废。"
)


class SheetDialog(QDialog):
    """`made` is told when only the new sheet opens the register."""

    made = Signal()

    def __init__(self, jobs: Jobs, register: Path, today: date, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("重新制作恢复单")
        self._jobs, self._register, self._today = jobs, register, today
        self._secret = new_secret()
        self.halves = QCheckBox("分成两半，由两人分别保管")
        self.halves.toggled.connect(lambda _on: self._draw())
        self.preview = PdfPreview(jobs)
        self.preview.name = "登记簿恢复单.pdf"
        self.kept = QCheckBox("新的恢复单已经打印并收好")
        self.enough = QPushButton("启用")
        self.enough.setProperty("role", "primary")
        self.enough.setEnabled(False)
        self.kept.toggled.connect(self.enough.setEnabled)
        self.enough.clicked.connect(lambda _checked: self.finish())
        self.problem = Problem()
        self._lay_out()
        self.resize(*_SIZE)
        self._draw()

    def finish(self) -> None:
        """Let only the new sheet open the register."""
        job = partial(new_sheet, self._register, self._secret, self._many)
        self._jobs.do(job, lambda _nothing: self._made(), self._refuse)

    @property
    def _many(self) -> int:
        return 2 if self.halves.isChecked() else 1

    def _lay_out(self) -> None:
        told = QLabel(_TOLD)
        told.setWordWrap(True)
        leave = QPushButton("取消")
        leave.clicked.connect(lambda _checked: self.reject())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(told)
        column.addWidget(self.halves)
        column.addWidget(self.preview, 1)
        column.addWidget(self.kept)
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addStretch()
        for button in (leave, self.enough):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)

    def _draw(self) -> None:
        self.kept.setChecked(False)
        sheets = Guard("", "", self._secret, self._many).sheets
        self._jobs.do(partial(recovery_sheets, sheets, self._today), self.preview.show_pdf)

    def _made(self) -> None:
        self._jobs.said.emit("新的恢复单已启用，原来的作废；备份里的钥匙在下次备份时更新。")
        self.made.emit()
        self.accept()

    def _refuse(self, no: Refused) -> None:
        self.problem.setText(str(no))
