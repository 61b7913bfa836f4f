"""协调会议: a line for each function that waits, for the keyboard; same opinion for all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from qyclient.contracts.models import Meeting, MeetingOpinion
from qyclient.contracts.services.transferring import hold_meeting
from qyclient.records.base import field_of, fields_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, TEXT
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.rows_editor import RowsEditor

_KEYS = ("item", "opinion", "department_said", "reason", "due")


def _one_line(key: str) -> Field:
    """Return a field of an opinion as one line: there may be 25 of them."""
    field = field_of(MeetingOpinion, key)
    return replace(field, kind=TEXT) if field.kind is LONG_TEXT else field


class MeetingDialog(RecordDialog):
    """Every item that waits stands in it already; a line without an opinion is left out."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, items: Sequence[Any]) -> None:
        super().__init__(jobs, fields_of(Meeting), parent)
        self.setWindowTitle(f"协调会议：{len(items)} 项待协调")
        self.done_word = "已登记会议"
        self.opinions = RowsEditor([_one_line(key) for key in _KEYS], self.around, lines=0)
        self.opinions.put([{"item": item.number} for item in items])
        every = QPushButton("没有填写的都写“同意”")
        every.setObjectName("agree")
        every.setAutoDefault(False)
        every.clicked.connect(lambda _checked: self.agree())
        self.add_section("议题和意见", self.opinions)
        self.add_section("一次填写", every)
        self.form.put({"held_on": jobs.today.isoformat()})
        self.begin()
        self.form.go_to("title")

    def agree(self) -> None:
        """Put 同意 where nothing was chosen."""
        for line in self.opinions.lines:
            if not line["opinion"].text().strip():
                line["opinion"].put("同意")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Keep the meeting."""
        rows = [row for row in self.opinions.texts() if row["opinion"].strip()]
        return hold_meeting, (texts, rows)

    def extra(self) -> object:
        """Return the opinions typed so far."""
        return self.opinions.texts()
