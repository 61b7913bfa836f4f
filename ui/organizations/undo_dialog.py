"""撤销上一步: what one did last, and that it is taken back."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.services.mending import last_deeds, undo_last
from qyclient.records.base import fields_of
from ui.kit import past
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.organizations.dialog_foot import foot

_SHOWN = 500
_SIZE = (820, 460)


class UndoDialog(QDialog):
    """Lists every record the last deed touched, then takes all of it back or none."""

    def __init__(self, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("撤销上一步")
        self._jobs = jobs
        self.told = QLabel("正在读取…")
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        for label in (self.told, self.problem):
            label.setWordWrap(True)
        self.lines = LinesTable(("记录", "做了什么", "撤销后"), (260, 120, 300))
        self.lines.setAccessibleName("将要撤销的内容")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for part in (self.told, self.lines, self.problem):
            column.addWidget(part)
        self.go, row = foot("撤销", self.undo, self.reject)
        self.go.setEnabled(False)
        column.addLayout(row)
        self.resize(*_SIZE)
        jobs.read(last_deeds, then=self._show)

    def undo(self) -> None:
        """Take it back."""
        self.go.setEnabled(False)
        self._jobs.write(undo_last, then=self._done, refused=self._refused)

    def _show(self, entries: Sequence[Mapping[str, Any]]) -> None:
        if not entries:
            self.told.setText("没有可以撤销的操作。")
            return
        self.told.setText(
            f"{past.title(entries[0])}，共 {len(entries)} 条记录。撤销后变动记录仍在。"
        )
        self.lines.lines.show([_line(entry) for entry in entries[:_SHOWN]])
        self.go.setEnabled(True)

    def _done(self, many: int) -> None:
        self._jobs.said.emit(f"已撤销上一步：{many} 条记录。")
        self.accept()

    def _refused(self, no: Refused) -> None:
        self.problem.setText(str(no))


def _line(entry: Mapping[str, Any]) -> tuple[str, str, str]:
    record = f"{entry['label']}　{entry['record']}"
    if entry["action"] == "created":
        return record, "登记", "删去这条记录"
    fields = fields_of(Organization) if entry["noun"] == Organization.__tablename__ else ()
    back = {**entry, "changes": {k: [b, a] for k, (a, b) in entry["changes"].items()}}
    return record, "修改", "；".join(past.changes(back, fields)) or "恢复原来的内容"
