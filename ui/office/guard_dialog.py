"""加密登记簿: who opens it, with which password, and the recovery sheet, printed first."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.keys.words import new_secret
from qyclient.office.services.sign_in import judge
from qyclient.paper.pdf.recovery import recovery_sheets
from qyclient.safekeeping.sealing import Guard
from ui.kit import notices
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview
from ui.office.password_line import PasswordLine, Problem

_SIZE = (720, 640)
_TOLD = (
    "登记簿里有身份证号、电话和银行账号。加密以后，电脑或备份的 U 盘丢了，别人也读不出来；"
    "每次打开程序要输入密码。\n\n"
    "密码忘了，可以用恢复单重新设置。所有人的密码都忘了、恢复单也丢了，登记簿就再也打不开，"
    "谁也没有办法。"
)
_DECLINING = (
    "不加密，谁拿到这台电脑、这个文件夹或 U 盘上的备份，不用密码就能读出全部身份证号、电话和"
    "账号。以后可以在“登记簿”菜单里再加密。"
)


class GuardDialog(QDialog):
    """`guarded` carries who opens the register, and whether what was plain is wiped.

    A new office may decline, after reading what that means: `declined`.
    """

    guarded = Signal(object, bool)
    declined = Signal()

    def __init__(
        self, jobs: Jobs, name: str, today: date, parent: QWidget, *, is_new: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("加密登记簿")
        self._jobs, self._today, self._is_new = jobs, today, is_new
        self._guard: Guard | None = None
        self.name = QLineEdit(name)
        self.name.setAccessibleName("姓名")
        self.first = PasswordLine("password", "密码")
        self.again = PasswordLine("again", "再输一次")
        self.halves = QCheckBox("恢复单分成两半，由两人分别保管")
        self.wipe = QCheckBox("擦除加密前的登记簿和备份（建议）：它们不用密码就能读")
        self.wipe.setChecked(True)
        self.wipe.setVisible(not is_new)
        self.problem = Problem()
        self.onward = _button("下一步：恢复单", "primary")
        self.plain = _button("不加密…")
        self.preview = PdfPreview(jobs)
        self.preview.name = "登记簿恢复单.pdf"
        self.kept = QCheckBox("恢复单已经打印并收好")
        self.enough = _button("加密并建立登记簿" if is_new else "加密", "primary")
        self.pages = QStackedWidget()
        self._lay_out()
        self.resize(*_SIZE)

    def go_on(self) -> None:
        """Show the recovery sheet, if the password may be one."""
        name, password = self.name.text().strip(), self.first.text()
        try:
            self._judge(name, password)
        except Refused as no:
            self.problem.setText(str(no))
            return
        guard = Guard(name, password, new_secret(), 2 if self.halves.isChecked() else 1)
        self._guard = guard
        job = partial(recovery_sheets, guard.sheets, self._today)
        self._jobs.do(job, self.preview.show_pdf)
        self.pages.setCurrentIndex(1)

    def finish(self) -> None:
        """Hand over who opens the register."""
        self.guarded.emit(self._guard, self.wipe.isChecked())
        self.accept()

    def ask_plain(self) -> None:
        """Say what it means not to encrypt, and ask once more."""
        asked = notices.question(
            self, "不加密建立登记簿吗？", "我明白，不加密", "回去加密", _DECLINING
        )
        asked.accepted.connect(self._decline)
        asked.open()

    def _judge(self, name: str, password: str) -> None:
        if not name:
            raise Refused("请写明是谁。")
        if password != self.again.text():
            raise Refused("两次输入的不一样，请重新输入。")
        judge(password, name, self._today)

    def _decline(self) -> None:
        self.declined.emit()
        self.accept()

    def _lay_out(self) -> None:
        self.pages.addWidget(self._asking())
        self.pages.addWidget(self._printing())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.pages)
        self.onward.clicked.connect(lambda _checked: self.go_on())
        self.plain.clicked.connect(lambda _checked: self.ask_plain())
        self.enough.clicked.connect(lambda _checked: self.finish())
        self.kept.toggled.connect(self.enough.setEnabled)
        self.enough.setEnabled(False)
        self.plain.setVisible(self._is_new)

    def _asking(self) -> QWidget:
        told = QLabel(_TOLD)
        told.setWordWrap(True)
        rows = QFormLayout()
        for box in (self.name, self.first, self.again):
            rows.addRow(box.accessibleName(), box)
        page, column = QWidget(), QVBoxLayout()
        column.addWidget(told)
        column.addLayout(rows)
        for part in (self.halves, self.wipe, self.problem):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(_foot(self.plain, self._leave(), self.onward))
        page.setLayout(column)
        return page

    def _printing(self) -> QWidget:
        told = QLabel("请现在打印恢复单：它只显示这一次，程序里不留。打印后锁好，不要存在电脑里。")
        told.setWordWrap(True)
        page, column = QWidget(), QVBoxLayout()
        column.addWidget(told)
        column.addWidget(self.preview, 1)
        column.addWidget(self.kept)
        column.addLayout(_foot(None, self._leave(), self.enough))
        page.setLayout(column)
        return page

    def _leave(self) -> QPushButton:
        leave = _button("取消")
        leave.clicked.connect(lambda _checked: self.reject())
        return leave


def _foot(left: QWidget | None, *right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    if left is not None:
        row.addWidget(left)
    row.addStretch()
    for part in right:
        row.addWidget(part)
    return row


def _button(text: str, role: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    if role:
        button.setProperty("role", role)
    return button
