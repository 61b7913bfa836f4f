"""忘记密码: the words of the recovery sheet, typed or read off a scan, and a new password."""

from collections.abc import Sequence
from datetime import date
from functools import partial, reduce
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.keys.slots import by_recovery, read
from qyclient.keys.words import joined, secret_of, words_of
from qyclient.office.services.sign_in import judge
from qyclient.organizations.services.attaching import scan_of
from qyclient.safekeeping.sealing import unlock_by_sheet
from ui.kit.jobs import Jobs
from ui.kit.save_buttons import SaveButtons
from ui.office.password_line import PasswordLine, Problem

_WIDTH, _HIGH = 560, 84
_TOLD = "照着恢复单输入全部的词（空格、序号可有可无），或读入恢复单的扫描件，再设置新密码。"
_HALVES = "恢复单分成了两半：请两人各自输入自己保管的一半。"


class RecoverDialog(QDialog):
    """`recovered` carries the new password, once the key is held."""

    recovered = Signal(str)

    def __init__(self, jobs: Jobs, file: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = read(file)
        self.setWindowTitle("用恢复单打开登记簿")
        self.setMinimumWidth(_WIDTH)
        self._jobs, self._file, self._told, self._today = jobs, file, told, today
        names = ("恢复单",) if told.halves == 1 else ("甲半", "乙半")
        self.words = [_box(name) for name in names]
        self.who = QComboBox()
        self.who.setAccessibleName("经办人")
        self.who.addItems(told.names)
        self.first = PasswordLine("password", "新密码")
        self.again = PasswordLine("again", "再输一次")
        self.problem = Problem()
        self.scan = QPushButton("读入扫描件…")
        self.scan.setAutoDefault(False)
        self.scan.clicked.connect(lambda _checked: self._ask_scan())
        self.buttons = SaveButtons()
        self.buttons.save.setText("打开登记簿")
        self.buttons.accepted.connect(self.give)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.words[0].setFocus()

    def give(self) -> None:
        """Open it and keep the new password, or say what is wrong."""
        try:
            secret = reduce(joined, (secret_of(box.toPlainText()) for box in self.words))
            by_recovery(self._told, secret)
            self._judge()
        except Refused as no:
            self.problem.setText(str(no))
            return
        name, password = self.who.currentText(), self.first.text()
        self.buttons.setEnabled(False)
        job = partial(unlock_by_sheet, self._file, secret, name, password)
        self._jobs.do(job, lambda _nothing: self._recovered(password), self._refuse)

    def read_scan(self, path: Path) -> None:
        """Take the words off a scanned sheet, or off both halves."""
        self._jobs.do(partial(_scanned, path), self._fill, self._refuse)

    def _judge(self) -> None:
        if self.first.text() != self.again.text():
            raise Refused("两次输入的不一样，请重新输入。")
        judge(self.first.text(), self.who.currentText(), self._today)

    def _fill(self, found: Sequence[str]) -> None:
        empty = [box for box in self.words if not box.toPlainText().strip()] or self.words
        for box, words in zip(empty, found, strict=False):
            box.setPlainText(words)
        self.problem.setText("")

    def _recovered(self, password: str) -> None:
        self.recovered.emit(password)
        self.accept()

    def _refuse(self, no: Refused) -> None:
        self.buttons.setEnabled(True)
        self.problem.setText(str(no))

    def _ask_scan(self) -> None:
        asked = QFileDialog(self, "恢复单的扫描件", "", "扫描件 (*.pdf *.png *.jpg *.jpeg)")
        asked.fileSelected.connect(lambda name: self.read_scan(Path(name)))
        asked.open()

    def _lay_out(self) -> None:
        told = QLabel(_TOLD if len(self.words) == 1 else _TOLD + _HALVES)
        told.setWordWrap(True)
        told.setProperty("role", "hint")
        rows = QFormLayout()
        for box in self.words:
            rows.addRow(box.accessibleName(), box)
        rows.addRow("", self.scan)
        rows.addRow("经办人", self.who)
        for line in (self.first, self.again):
            rows.addRow(line.accessibleName(), line)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(told)
        column.addLayout(rows)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)


def _box(name: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setAccessibleName(name)
    box.setPlaceholderText("红山 大河 …")
    box.setTabChangesFocus(True)
    box.setMaximumHeight(_HIGH)
    return box


def _scanned(path: Path) -> list[str]:
    """Return the words of each sheet whose code is on a scan."""
    found = [code for code in scan_of(path).codes if code.startswith("QYK1:")]
    if not found:
        raise Refused(f"“{path.name}”上没有找到恢复单的方码；请输入上面的词。")
    return [" ".join(words_of(secret_of(code))) for code in found]
