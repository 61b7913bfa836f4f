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

    def __init__(
        self, fields: Sequence[Field], parent: QWidget | None = None, deed: str = "导出"
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{deed}：个人信息")
        self._deed = deed
        labels = "、".join(field.label for field in fields)
        told = QLabel(f"要{deed}的列里有个人信息：{labels}。")
        told.setWordWrap(True)
        self.masked = QRadioButton(f"打码{deed}（隐去中间几位）")
        self.full = QRadioButton(f"完整{deed}，写明用途；谁、何时、为何{deed}会留下记录")
        self.masked.setChecked(True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(f"完整{deed}的用途")
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
            self.problem.setText(f"完整{self._deed}请写明用途。")
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
