"""办理: steps of a matter, or one of many matters, with what they ask for and who signed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.organizations.models import MatterStep
from qyclient.organizations.rules.refusal import grounds
from qyclient.organizations.services.many import advance_many
from qyclient.organizations.services.matters import advance_through, asked
from qyclient.organizations.services.refusing import found_against
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, TEXT
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.matters.grounds import GroundPicker

_DONE, _SIGNER, _SIGNED, _BASIS = "done_on", "signer", "signed_on", "basis"
_DAYS = frozenset({_DONE, _SIGNED})
_REFUSE = "refuse"
_SIZE = (820, 560)
Signers = Mapping[str, Sequence[str]]
"""Who of the operators may sign, by the key of the move."""


class _Steps(RecordDialog):
    """Asks for what steps need and nothing else; the day can be that of the paper."""

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None,
        subject: str,
        moves: Sequence[Move],
        signers: Signers,
    ) -> None:
        able = signers.get(moves[-1].key, ())
        fields = _fields(moves, able)
        super().__init__(jobs, fields, parent)
        label = in_one_go(moves)
        self.setWindowTitle(f"{label}：{subject}")
        self.done_word = f"已{label}"
        self._subject, self._moves = subject, moves
        today = jobs.today.isoformat()
        self.form.put({_DONE: today, _SIGNED: today, _BASIS: "审批表"})
        if len(able) == 1:
            self.form.put({_SIGNER: able[0]})
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(fields[0].key)

    def called(self, _record: Any) -> str:
        """Return what it was done to."""
        return self._subject


class StepDialog(_Steps):
    """One step of one matter, or several in one go."""

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None,
        matter: Any,
        moves: Sequence[Move],
        signers: Signers,
    ) -> None:
        super().__init__(jobs, parent, f"{matter.number} {matter.subject}", moves, signers)
        self._matter = matter
        self._offer_grounds()

    def _offer_grounds(self) -> None:
        """Where the step says no, offer the law's grounds and what stands against the name."""
        matter, move = self._matter, self._moves[-1]
        found = grounds(matter.kind, matter.org_type, move.key, self.jobs.today)
        if found:
            self.grounds = GroundPicker(found, self.form)
            self.strips.addWidget(self.grounds)
        if move.key == _REFUSE:
            self.jobs.read(found_against, matter.id, then=self.grounds.add)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Do the steps on the matter as it was opened."""
        matter = self._matter
        return advance_through, (matter.id, matter.version, [m.key for m in self._moves], texts)


class ManyStepsDialog(_Steps):
    """批量办理: the same step of many matters, with the same answers."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, matters: Sequence[Any], move: Move
    ) -> None:
        super().__init__(jobs, parent, f"{len(matters)} 个办件", [move], {})
        self._versions = {matter.id: matter.version for matter in matters}
        self.because = f"批量办理：{move.label}"
        self.long = f"正在办理 {len(matters)} 个办件"

    def call(self, texts: Mapping[str, str]) -> Call:
        """Do the step on all of them as they were selected."""
        return advance_many, (self._versions, self._moves[0].key, texts)


def in_one_go(moves: Sequence[Move]) -> str:
    """Return what some steps are called together."""
    return "、".join(move.label for move in moves)


def _fields(moves: Sequence[Move], able: Sequence[str]) -> list[Field]:
    keys = dict.fromkeys(key for move in moves for key in asked(move))
    return [*(_field(key, able) for key in keys), field_of(MatterStep, _DONE)]


def _field(key: str, able: Sequence[str]) -> Field:
    if key in _DAYS:
        return field_of(MatterStep, key)
    answer = ANSWERS[key]
    kind = LONG_TEXT if answer.long else TEXT
    found = Field(key, answer.label, kind, required=answer.required, width=40)
    if key == _SIGNER and able:
        return replace(found, help=f"写在纸上签字的人；经办人中可以签批的：{'、'.join(able)}")
    return found
