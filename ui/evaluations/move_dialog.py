"""办理: one step of a round or a grading, with what it asks for and the day."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.evaluations.models import RoundStep
from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, TEXT
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_DONE = "done_on"


class MoveDialog(RecordDialog):
    """Asks for what the step needs and nothing else."""

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None,
        found: Any,
        move: Move,
        verb: Callable[..., Any],
        title: str,
    ) -> None:
        super().__init__(jobs, _fields(move), parent)
        self.setWindowTitle(f"{move.label}：{title}")
        self._verb, self._title = verb, title
        self.done_word = f"已{move.label}"
        self._round, self._move = found, move
        self.form.put({_DONE: jobs.today.isoformat()})
        self.resize(820, 420)
        self.begin()
        self.form.go_to(_fields(move)[0].key)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Do the step on what was opened."""
        found = self._round
        return self._verb, (found.id, found.version, self._move.key, texts)

    def called(self, _record: Any) -> str:
        """Return which proceeding it was."""
        return self._title


def _fields(move: Move) -> list[Field]:
    return [*map(_field, move.asks), field_of(RoundStep, _DONE)]


def _field(key: str) -> Field:
    answer = ANSWERS[key]
    kind = LONG_TEXT if answer.long else TEXT
    return Field(key, answer.label, kind, required=answer.required, width=40)
