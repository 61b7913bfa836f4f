"""办理: one step of a matter or of many, with what it asks for and who signed."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.organizations.models import MatterStep
from qyclient.organizations.rules.refusal import grounds
from qyclient.organizations.services.many import advance_many
from qyclient.organizations.services.matters import advance, asked
from qyclient.organizations.services.refusing import found_against
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, TEXT
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.matters.grounds import GroundPicker

_DONE, _SIGNED, _BASIS = "done_on", "signed_on", "basis"
_DAYS = frozenset({_DONE, _SIGNED})
_REFUSE = "refuse"
_SIZE = (820, 560)


class _OneStep(RecordDialog):
    """Asks for what a step needs and nothing else; the day can be that of the paper."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, subject: str, move: Move) -> None:
        super().__init__(jobs, _fields(move), parent)
        self.setWindowTitle(f"{move.label}：{subject}")
        self.done_word = f"已{move.label}"
        self._subject, self._move = subject, move
        today = jobs.today.isoformat()
        self.form.put({_DONE: today, _SIGNED: today, _BASIS: "审批表"})
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(_fields(move)[0].key)

    def called(self, _record: Any) -> str:
        """Return what it was done to."""
        return self._subject


class StepDialog(_OneStep):
    """One step of one matter."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, matter: Any, move: Move) -> None:
        super().__init__(jobs, parent, f"{matter.number} {matter.subject}", move)
        self._matter = matter
        self._offer_grounds()

    def _offer_grounds(self) -> None:
        """Where the step says no, offer the law's grounds and what stands against the name."""
        matter = self._matter
        found = grounds(matter.kind, matter.org_type, self._move.key, self.jobs.today)
        if found:
            self.grounds = GroundPicker(found, self.form)
            self.strips.addWidget(self.grounds)
        if self._move.key == _REFUSE:
            self.jobs.read(found_against, matter.id, then=self.grounds.add)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Do the step on the matter as it was opened."""
        matter = self._matter
        return advance, (matter.id, matter.version, self._move.key, texts)


class ManyStepsDialog(_OneStep):
    """批量办理: the same step of many matters, with the same answers."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, matters: Sequence[Any], move: Move
    ) -> None:
        super().__init__(jobs, parent, f"{len(matters)} 个办件", move)
        self._versions = {matter.id: matter.version for matter in matters}
        self.because = f"批量办理：{move.label}"
        self.long = f"正在办理 {len(matters)} 个办件"

    def call(self, texts: Mapping[str, str]) -> Call:
        """Do the step on all of them as they were selected."""
        return advance_many, (self._versions, self._move.key, texts)


def _fields(move: Move) -> list[Field]:
    return [*map(_field, asked(move)), field_of(MatterStep, _DONE)]


def _field(key: str) -> Field:
    if key in _DAYS:
        return field_of(MatterStep, key)
    answer = ANSWERS[key]
    kind = LONG_TEXT if answer.long else TEXT
    return Field(key, answer.label, kind, required=answer.required, width=40)
