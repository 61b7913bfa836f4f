"""打开登记簿: the password of an encrypted register, asked for while the program loads."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.keys.slots import read
from qyclient.office.services.sign_in import renew_password
from qyclient.safekeeping.sealing import unlock
from ui.kit.jobs import Jobs
from ui.kit.save_buttons import SaveButtons
from ui.office.password_line import PasswordLine, Problem
from ui.office.recover_dialog import RecoverDialog

_WIDTH = 460


class UnlockDialog(QDialog):
    """`opened` is told when the key is held; stays until the register is open."""

    opened = Signal()

    def __init__(self, jobs: Jobs, file: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("登记簿已加密")
        self.setMinimumWidth(_WIDTH)
        self._jobs, self._file, self._today = jobs, file, today
        self._renewed = ""
        told = read(file)
        self.who = QComboBox()
        self.who.setAccessibleName("经办人")
        self.who.addItems(told.names)
        self.password = PasswordLine("password", "密码")
        self.password.returnPressed.connect(self.give)
        self.problem = Problem()
        self.forgotten = QPushButton("忘记密码…")
        self.forgotten.setProperty("role", "link")
        self.forgotten.setAutoDefault(False)
        self.forgotten.setVisible(bool(told.recovery))
        self.forgotten.clicked.connect(lambda _checked: self.ask_sheet())
        self.buttons = SaveButtons()
        self.buttons.save.setText("打开")
        self.buttons.accepted.connect(self.give)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.password.setFocus()

    def give(self) -> None:
        """Try the password; the key is worked out in a worker."""
        if not self.password.text():
            self.refuse(Refused("请输入密码。"))
            return
        self._wait("正在打开…")
        job = partial(unlock, self._file, self.who.currentText(), self.password.text())
        self._jobs.do(job, lambda _nothing: self.opened.emit(), self.refuse)

    def ask_sheet(self) -> None:
        """Open it by the recovery sheet instead."""
        asked = RecoverDialog(self._jobs, self._file, self._today, self)
        asked.recovered.connect(self._recovered)
        asked.open()

    def refuse(self, no: Refused) -> None:
        """Say why it is not open; let it be tried again."""
        self._wait("")
        self.problem.setText(str(no))
        self.password.setFocus()
        self.password.selectAll()

    def _recovered(self, password: str) -> None:
        self._wait("正在用恢复单打开…")
        self._renewed = password
        self.opened.emit()

    def accept(self) -> None:
        """Keep in the open register that a new password was set by the sheet."""
        if self._renewed:
            self._jobs.write(renew_password, self._renewed)
        super().accept()

    def _wait(self, said: str) -> None:
        self.buttons.setEnabled(not said)
        self.forgotten.setEnabled(not said)
        self.problem.setText(said)

    def _lay_out(self) -> None:
        told = QLabel(f"“{self._file.parent}”里的登记数据已加密。")
        told.setWordWrap(True)
        rows = QFormLayout()
        rows.addRow("经办人", self.who)
        rows.addRow("密码", self.password)
        foot = QHBoxLayout()
        foot.addWidget(self.forgotten)
        foot.addStretch()
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(told)
        column.addLayout(rows)
        column.addWidget(self.problem)
        column.addLayout(foot)
        for part in (told, self.problem):
            part.setAlignment(Qt.AlignmentFlag.AlignLeft)
