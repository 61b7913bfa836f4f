"""Asking whether personal data is to leave the program masked or in full, and why in full."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.records.field import Field


class ExportChoice(QDialog):
    """`chosen` carries the reason for the full text, or nothing for the masked one."""

    chosen = Signal(str)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("导出所见：个人信息")
        labels = "、".join(field.label for field in fields)
        told = QLabel(f"显示的列里有个人信息：{labels}。")
        told.setWordWrap(True)
        self.masked = QRadioButton("打码导出（隐去中间几位）")
        self.full = QRadioButton("完整导出，写明用途；谁、何时、为何导出会留下记录")
        self.masked.setChecked(True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("完整导出的用途")
        self.reason.setPlaceholderText("用途，如：报市民政局年度核查")
        self.reason.setEnabled(False)
        self.full.toggled.connect(self.reason.setEnabled)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for part in (told, self.masked, self.full, self.reason, self.problem, self._buttons()):
            column.addWidget(part)
        self.setMinimumWidth(460)

    def choose(self) -> None:
        """Go on, or ask for the reason."""
        reason = self.reason.text().strip() if self.full.isChecked() else ""
        if self.full.isChecked() and not reason:
            self.problem.setText("完整导出请写明用途。")
            self.reason.setFocus()
            return
        self.accept()
        self.chosen.emit(reason)

    def _buttons(self) -> QDialogButtonBox:
        go, leave = QPushButton("下一步"), QPushButton("取消")
        go.setProperty("role", "primary")
        go.setDefault(True)
        go.clicked.connect(lambda _checked: self.choose())
        leave.clicked.connect(lambda _checked: self.reject())
        buttons = QDialogButtonBox()
        for button in (go, leave):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons
