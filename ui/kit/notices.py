"""The one way to speak to the user beyond the status line: a refusal, a question, an apology."""

import sys
import traceback

from PySide6.QtCore import QSysInfo, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,  # noqa: TID251 - this is the one place
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

Role = QMessageBox.ButtonRole


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle("提示")
    box.setText(text)
    box.setInformativeText(more)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box


def question(
    parent: QWidget | None, text: str, yes: str, no: str = "取消", more: str = ""
) -> QMessageBox:
    """Return a question that is not asked yet; Enter and Esc are the careful answer, `no`."""
    box = _box(parent, QMessageBox.Icon.Question, text, more)
    box.addButton(yes, Role.AcceptRole)
    careful = box.addButton(no, Role.RejectRole)
    box.setDefaultButton(careful)
    box.setEscapeButton(careful)
    return box


def refusal(parent: QWidget | None, no: Exception) -> QMessageBox:
    """Show why something cannot be done; the sentence says what to do."""
    box = _box(parent, QMessageBox.Icon.Warning, str(no), "")
    box.setWindowTitle("没有完成")
    box.addButton("知道了", Role.AcceptRole)
    box.open()
    return box


def told(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    """Tell something that is to be read, and perhaps copied."""
    box = _box(parent, QMessageBox.Icon.Information, text, "")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.addButton("知道了", Role.AcceptRole)
    box.open()
    return box


class CrashDialog(QDialog):
    """Says sorry once, with what a developer needs, ready to be copied."""

    def __init__(self, bug: BaseException, log: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序出错")
        said = QLabel(
            "程序出错了，刚才的操作没有保存，其他数据不受影响。\n"
            f"请把下面的内容复制给维护人员；日志在：{log}"
        )
        said.setWordWrap(True)
        self.details = QPlainTextEdit(_report(bug))
        self.details.setReadOnly(True)
        buttons = QDialogButtonBox()
        copy = QPushButton("复制")
        copy.clicked.connect(self.copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("继续工作", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        for part in (said, self.details, buttons):
            layout.addWidget(part)
        self.resize(720, 420)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def _report(bug: BaseException) -> str:
    where = f"{QSysInfo.prettyProductName()} · Python {sys.version.split()[0]}"
    return f"{where}\n\n{''.join(traceback.format_exception(bug))}"
