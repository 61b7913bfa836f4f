"""移交全部: every open matter of one person to another, in one step."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.office.services.people import operators
from qyclient.organizations.services.holding import burdened, reassign_all
from qyclient.records.choices import listed
from qyclient.records.field import Field
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_FROM, _TO = "of_whom", "responsible"
_SIZE = (620, 320)


def who(session: Any) -> tuple[Sequence[str], Sequence[str]]:
    """Return who answers for open matters, and who works here."""
    return burdened(session), [one.name for one in operators(session)]


class HandOverDialog(RecordDialog):
    """Asks from whom to whom."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, people: tuple[Sequence[str], Sequence[str]]
    ) -> None:
        loaded, here = people
        fields = [_choice(_FROM, "把谁的办件", loaded), _choice(_TO, "交给", here or loaded)]
        super().__init__(jobs, fields, parent)
        self.setWindowTitle("移交一个人的全部办件")
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(_FROM)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Hand all of them over."""
        self.done_word = f"已移交给 {texts[_TO]}"
        return reassign_all, (texts[_FROM], texts[_TO])

    def called(self, record: Any) -> str:
        """Return how many there were."""
        return f"{len(record)} 个办件"


def _choice(key: str, label: str, names: Sequence[str]) -> Field:
    return Field(key, label, listed({name: name for name in names}), required=True)
