"""更正（笔误）: putting right what was mistyped, kept apart from a change in law by its reason."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from qyclient.organizations.rules.legal_changes import CORRECTION
from ui.kit.jobs import Jobs
from ui.organizations.form import OrganizationDialog


class CorrectionDialog(OrganizationDialog):
    """Amends a body with a reason that stands in the history."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, record: Any) -> None:
        super().__init__(jobs, parent, record)
        self.setWindowTitle(f"更正（笔误）：{record}")
        self.done_word = "已更正"
        self.reason = QLineEdit()
        self.reason.setAccessibleName("更正原因")
        self.reason.setPlaceholderText("如：录入时住所写错，按纸质申请表更正")
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        label = QLabel("更正原因 *")
        label.setProperty("role", "label")
        label.setBuddy(self.reason)
        line = QHBoxLayout()
        line.setContentsMargins(20, 8, 20, 8)
        for part in (label, self.reason, self.problem):
            line.addWidget(part, 1 if part is self.reason else 0)
        self.strips.addLayout(line)
        self.reason.textChanged.connect(lambda _text: self.problem.setText(""))
        self.reason.setFocus()

    def lines_problem(self) -> str:
        """Ask for the reason."""
        reason = self.reason.text().strip()
        self.because = f"{CORRECTION}{reason}"
        if reason:
            return ""
        self.problem.setText("请写明更正原因")
        self.reason.setFocus()
        return "请写明更正原因。"
