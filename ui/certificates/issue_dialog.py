"""开始制证: for which body or matter, why, how many; or mending a set before it is printed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.certificates.models import Issue
from qyclient.certificates.services import mend_issue, open_issue
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_OPENED = (
    "organization",
    "matter",
    "reason",
    "issued_on",
    "duplicates",
    "because",
    "notice",
    "stock_number",
)
_MENDED = ("reason", "issued_on", "duplicates", "because", "notice", "stock_number")
_SIZE = (860, 560)


class IssueDialog(RecordDialog):
    """Opens a set; what it certifies is taken from the register, never typed here."""

    done_word = "已开始制证"

    def __init__(self, jobs: Jobs, parent: QWidget | None, texts: Mapping[str, str]) -> None:
        super().__init__(jobs, [field_of(Issue, key) for key in _OPENED], parent)
        self.setWindowTitle("开始制证")
        usual = {"issued_on": jobs.today.isoformat(), "duplicates": "1"}
        self.form.put(usual | dict(texts))
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to("organization")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Open the set."""
        return open_issue, (texts,)

    def called(self, record: Any) -> str:
        """Return its number and its body."""
        return f"{record.number} {record.organization.name}"


class MendDialog(RecordDialog):
    """轻微更改: takes what the register says now, before the first print."""

    done_word = "已按名册重新制作"

    def __init__(self, jobs: Jobs, parent: QWidget | None, issue: Any) -> None:
        super().__init__(jobs, [field_of(Issue, key) for key in _MENDED], parent)
        self.setWindowTitle(f"打印前修改：{issue.number} {issue.organization.name}")
        self._issue = issue
        self.form.put({key: field_of(Issue, key).show(issue) for key in _MENDED})
        self.banner.say("保存时按名册现在的内容重新制作，改动记入历史。", tone="plain")
        self.resize(*_SIZE)
        self.begin()

    def call(self, texts: Mapping[str, str]) -> Call:
        """Mend the set."""
        return mend_issue, (self._issue.id, texts)

    def called(self, record: Any) -> str:
        """Return its number."""
        return str(record.number)
