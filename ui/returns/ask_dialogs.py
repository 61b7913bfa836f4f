"""What is asked around a return: a new one, a step, a figure typed over, until when it is due."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, TEXT
from qyclient.returns.models import Return, ReturnStep, TypedFigure
from qyclient.returns.services import keeping, proceedings
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_DONE = "done_on"


class OpenDialog(RecordDialog):
    """填一张报表: which return, of which period."""

    done_word = "已开始填报"

    def __init__(self, jobs: Jobs, parent: QWidget | None) -> None:
        period = field_of(Return, "period")
        help_ = "如 2026年第3季度、2026年3月、2026年上半年、2026年；留空为最近一个已结束的期"
        asked = Field("period", period.label, TEXT, required=False, width=20, help=help_)
        super().__init__(jobs, [field_of(Return, "kind"), asked], parent)
        self.setWindowTitle("填一张报表")
        self.resize(760, 300)
        self.begin()

    def call(self, texts: Mapping[str, str]) -> Call:
        """Open it."""
        kind = field_of(Return, "kind").kind
        try:
            key = kind.parse(texts["kind"])
        except ValueError:
            key = texts["kind"]
        return keeping.open_return, (key, texts["period"])


class StepDialog(RecordDialog):
    """办理: what a step asks for, and the day."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, found: Any, move: Move) -> None:
        fields = [*map(_asked, move.asks), field_of(ReturnStep, _DONE)]
        super().__init__(jobs, fields, parent)
        self.setWindowTitle(f"{move.label}：{found.title}")
        self.done_word = f"已{move.label}"
        self._found, self._move = found, move
        self.form.put({_DONE: jobs.today.isoformat()})
        self.resize(760, 340)
        self.begin()
        self.form.go_to(fields[0].key)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Do the step on what was opened."""
        found = self._found
        return proceedings.advance, (found.id, found.version, self._move.key, texts)


class FigureDialog(RecordDialog):
    """改填: another figure than was counted, and where it comes from."""

    done_word = "已改填"

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, found: Any, cell: tuple[str, str], title: str
    ) -> None:
        amount, because = (field_of(TypedFigure, key) for key in ("amount", "because"))
        help_ = "留空为不再改填，仍按登记簿计"
        shown = Field("amount", amount.label, TEXT, required=False, width=16, help=help_)
        super().__init__(jobs, [shown, because], parent)
        self.setWindowTitle(f"改填：{title}")
        self._found, self._cell = found, cell
        self.resize(760, 360)
        self.begin()

    def call(self, texts: Mapping[str, str]) -> Call:
        """Keep the figure."""
        place = "|".join(self._cell)
        return keeping.type_over, (self._found.id, place, texts["amount"], texts["because"])


class DueDialog(RecordDialog):
    """报送期限: as the city's notice says."""

    done_word = "已定期限"

    def __init__(self, jobs: Jobs, parent: QWidget | None, found: Any) -> None:
        super().__init__(jobs, [field_of(Return, "due_on")], parent)
        self.setWindowTitle(f"报送期限：{found.title}")
        self._found = found
        self.form.put({"due_on": found.due_on.isoformat() if found.due_on else ""})
        self.resize(620, 260)
        self.begin()

    def call(self, texts: Mapping[str, str]) -> Call:
        """Keep the day."""
        return keeping.set_due, (self._found.id, self._found.version, texts["due_on"])


def _asked(key: str) -> Field:
    answer = ANSWERS[key]
    kind = LONG_TEXT if answer.long else TEXT
    return Field(key, answer.label, kind, required=answer.required, width=40)
