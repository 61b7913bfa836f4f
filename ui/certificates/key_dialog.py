"""验证密钥: made by the office, locked with a password, unlocked while the program runs."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.certificates.services import make_key, unlock_key
from qyclient.errors import Refused
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs

_WIDTH = 520


class KeyDialog(QDialog):
    """Unlocks the key there is, or makes a new one; the password is asked twice for a new one."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, key: Any) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("验证密钥")
        self.setMinimumWidth(_WIDTH)
        self.jobs, self._key = jobs, key
        self.banner = Banner(self)
        self.password, self.again = _secret("密码"), _secret("再输一次")
        self.name = QLineEdit("证书验证密钥")
        self.name.setAccessibleName("名称")
        self.on_stock = QCheckBox("把验证码印在空白证上（不勾选则只存在登记数据里）")
        self.unlock, self.make = QPushButton("解锁"), QPushButton("生成新密钥")
        self.unlock.clicked.connect(lambda _checked: self.do_unlock())
        self.make.clicked.connect(lambda _checked: self.do_make())
        self.unlock.setEnabled(key is not None)
        self._lay_out()

    def do_unlock(self) -> None:
        """Unlock the key that is there."""
        self._write(unlock_key, self.password.text())

    def do_make(self) -> None:
        """Make a new key; the one before signs no more."""
        if self.password.text() != self.again.text():
            self.banner.say("两次输入的密码不一样，请再输一次。")
            return
        on_stock = self.on_stock.isChecked()

        def made(session: Any, name: str, password: str) -> Any:
            return make_key(session, name, password, on_stock=on_stock)

        self._write(made, self.name.text(), self.password.text())

    def _write(self, verb: Any, *given: Any) -> None:
        self.jobs.write(verb, *given, then=self._done, refused=self._refuse)

    def _done(self, key: Any) -> None:
        self.jobs.said.emit(f"验证密钥已解锁：{key.name}，关闭程序后自动锁上")
        self.accept()

    def _refuse(self, no: Refused) -> None:
        self.banner.say(str(no))

    def _lay_out(self) -> None:
        there = "还没有验证密钥。" if self._key is None else f"现用密钥：{self._key.name}"
        told = QLabel(f"{there}私钥只以密码加密保存；忘记密码只能生成新的，旧证书仍可验证。")
        told.setWordWrap(True)
        form = QFormLayout()
        form.addRow("密码", self.password)
        form.addRow("再输一次", self.again)
        form.addRow("新密钥名称", self.name)
        form.addRow("", self.on_stock)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self.unlock, self.make):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(told)
        column.addLayout(form)
        column.addLayout(row)


def _secret(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(name)
    return line
