"""办理: one step of a matter, with what it asks for and who signed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.organizations.models import MatterStep
from qyclient.organizations.services.matters import advance, asked
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, TEXT
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_DONE, _SIGNED, _BASIS = "done_on", "signed_on", "basis"
_DAYS = frozenset({_DONE, _SIGNED})
_SIZE = (820, 520)


class StepDialog(RecordDialog):
    """Asks for what the step needs and nothing else; the day can be that of the paper."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, matter: Any, move: Move) -> None:
        super().__init__(jobs, _fields(move), parent)
        self.setWindowTitle(f"{move.label}：{matter.number} {matter.subject}")
        self.done_word = f"已{move.label}"
        self._matter, self._move = matter, move
        today = jobs.today.isoformat()
        self.form.put({_DONE: today, _SIGNED: today, _BASIS: "审批表"})
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(_fields(move)[0].key)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Do the step on the matter as it was opened."""
        matter = self._matter
        return advance, (matter.id, matter.version, self._move.key, texts)

    def called(self, _record: Any) -> str:
        """Return which matter it was."""
        return f"{self._matter.number} {self._matter.subject}"


def _fields(move: Move) -> list[Field]:
    return [*map(_field, asked(move)), field_of(MatterStep, _DONE)]


def _field(key: str) -> Field:
    if key in _DAYS:
        return field_of(MatterStep, key)
    answer = ANSWERS[key]
    kind = LONG_TEXT if answer.long else TEXT
    return Field(key, answer.label, kind, required=answer.required, width=40)
