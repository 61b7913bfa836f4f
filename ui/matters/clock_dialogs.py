"""不计时: when a matter's clock stands still, and when it runs again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.errors import Invalid
from qyclient.organizations.models import MatterPause
from qyclient.organizations.services.holding import end_pause, pause
from qyclient.records.base import field_of
from qyclient.records.dates import parse_date
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_SIZE = (760, 400)
_KEYS = ("reason", "since", "until", "notice")
_HELP = {
    "reason": "只有听证、检验、检测、检疫、鉴定和专家评审等所需时间不计入（行政许可法第四十五条）",
    "until": "还没有结束的留空，结束后再填",
    "notice": "所需时间要书面告知申请人，写告知书的文号和日期",
}


class PauseDialog(RecordDialog):
    """Stops the clock."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, matter: Any) -> None:
        fields = [field_of(MatterPause, key) for key in _KEYS]
        told = [replace(field, help=_HELP.get(field.key, field.help)) for field in fields]
        super().__init__(jobs, told, parent)
        self.setWindowTitle(f"不计时：{matter.number} {matter.subject}")
        self.done_word = "已登记不计时"
        self._matter = matter
        self.form.put({"since": jobs.today.isoformat()})
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to("reason")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Stop it."""
        return pause, (self._matter.id, texts)

    def called(self, _record: Any) -> str:
        """Return which matter it was."""
        return str(self._matter)


class ResumeDialog(RecordDialog):
    """Lets the clock run again."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, matter: Any, stop: Any) -> None:
        until = replace(field_of(MatterPause, "until"), required=True)
        super().__init__(jobs, [until], parent)
        self.setWindowTitle(f"{stop.reason.label}结束：{matter.number} {matter.subject}")
        self.done_word = "恢复计时"
        self._matter, self._stop = matter, stop
        self.form.put({"until": jobs.today.isoformat()})
        self.resize(*_SIZE)
        self.begin()

    def call(self, texts: Mapping[str, str]) -> Call:
        """Let it run from the day after."""
        return _resume, (self._stop.id, texts["until"])

    def called(self, _record: Any) -> str:
        """Return which matter it was."""
        return str(self._matter)


def _resume(session: Any, stop: Any, text: str) -> Any:
    try:
        return end_pause(session, stop, parse_date(text))
    except ValueError as problem:
        raise Invalid({"until": str(problem)}) from problem
