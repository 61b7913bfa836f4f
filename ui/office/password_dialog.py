"""Giving an operator a password, typed twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.office.models import Operator
from qyclient.office.services.sign_in import set_password
from ui.kit.jobs import Jobs
from ui.kit.save_buttons import SaveButtons
from ui.office.password_line import PasswordLine, Problem

_WIDTH = 460
_TOLD = (
    "从此换人、打开程序和窗口锁定以后都要输入。忘记密码时，由系统管理在这里重新设置。"
    "登记簿已加密的，用它也能打开登记簿；没有加密的，它只防别人用您的名字办事。"
)


class PasswordDialog(QDialog):
    """`kept` is told when it is set; stays open until it is."""

    kept = Signal()

    def __init__(self, jobs: Jobs, operator: Operator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"设置密码：{operator}")
        self.setMinimumWidth(_WIDTH)
        self._jobs, self._operator = jobs, operator
        self.first = PasswordLine("password", "新密码")
        self.again = PasswordLine("again", "再输一次")
        self.problem = Problem()
        self.buttons = SaveButtons()
        self.buttons.save.setText("设置密码")
        self.buttons.accepted.connect(self.give)
        self.buttons.rejected.connect(self.reject)
        self.again.returnPressed.connect(self.give)
        self._lay_out()
        self.first.setFocus()

    def give(self) -> None:
        """Set it, if both are the same."""
        if not self.first.text():
            self._refuse(Refused("请输入新密码。"))
        elif self.first.text() != self.again.text():
            self._refuse(Refused("两次输入的不一样，请重新输入。"))
        else:
            given = (self._operator.id, self.first.text())
            self.buttons.setEnabled(False)
            self._jobs.write(set_password, *given, then=self._done, refused=self._refuse)

    def _done(self, operator: Operator) -> None:
        self._jobs.said.emit(f"已设置密码：{operator}")
        self.kept.emit()
        self.accept()

    def _refuse(self, no: Refused) -> None:
        self.buttons.setEnabled(True)
        self.problem.setText(str(no))
        self.first.setFocus()
        self.first.selectAll()

    def _lay_out(self) -> None:
        told = QLabel(_TOLD)
        told.setWordWrap(True)
        told.setProperty("role", "hint")
        rows = QFormLayout()
        for box in (self.first, self.again):
            rows.addRow(box.accessibleName(), box)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(told)
        column.addLayout(rows)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
