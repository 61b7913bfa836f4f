"""The forms of an operator, and of who stands in for him."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.office.models import Operator, Substitution
from qyclient.office.services.staff import add_operator, amend_operator, stand_in
from qyclient.records.base import fields_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_SIZE = (860, 400)


class OperatorDialog(RecordDialog):
    """添加 or 修改 an operator; whether he still works here is a button of the list."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, operator: Any = None) -> None:
        fields = [field for field in fields_of(Operator) if field.key != "is_active"]
        super().__init__(jobs, fields, parent, operator)
        if operator is None:
            self.setWindowTitle("添加经办人")
            self.done_word = "已添加经办人"
        else:
            self.setWindowTitle(f"修改经办人：{operator}")
        self.begin()
        self.resize(*_SIZE)
        self.form.go_to("name")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Add, or amend what changed."""
        if self.record is None:
            return add_operator, (texts,)
        return amend_operator, (self.record.id, self.record.version, texts)


class StandInDialog(RecordDialog):
    """安排代岗: who does whose work, from when to when."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, absent: str) -> None:
        super().__init__(jobs, fields_of(Substitution), parent)
        self.setWindowTitle("安排代岗")
        self.done_word = "已安排代岗"
        self.form.put({"operator": absent})
        self.begin()
        self.resize(*_SIZE)
        self.form.go_to("stand_in" if absent else "operator")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Write it down."""
        return stand_in, (texts,)

    def called(self, record: Any) -> str:
        """Return who stands in for whom."""
        return f"{record.stand_in} 代 {record.operator}"
