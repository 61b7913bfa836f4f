"""新建 or 修改 what a template is called and based on."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.evaluations.models import IndicatorTemplate
from qyclient.evaluations.services.templates import amend_facts, start
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_NEW = ("code", "name", "purpose", "total", "citation", "remark")


class TemplateDialog(RecordDialog):
    """The indicators themselves are edited in the tree."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, template: Any = None) -> None:
        keys = _NEW if template is None else _NEW[1:]
        fields = [field_of(IndicatorTemplate, key) for key in keys]
        super().__init__(jobs, fields, parent, template)
        self.setWindowTitle(f"修改：{template.number}" if template else "新建指标体系")
        self.done_word = "已修改" if template else "已新建"
        if template is None:
            self.form.put({"purpose": "合同绩效评价", "total": "100"})
        self.resize(820, 480)
        self.begin()
        self.form.go_to(keys[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Start, or amend what changed."""
        if self.record is None:
            return start, (texts,)
        return amend_facts, (self.record.id, self.record.version, texts)
