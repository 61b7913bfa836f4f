"""来访来电: a note written while somebody asks, beside what may be told of the body."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from qyclient.organizations.models import Contact
from qyclient.organizations.services.notes import note_contact, what_may_be_told
from qyclient.records.base import fields_of
from ui.kit.facts import value
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_NOT_ASKED = frozenset({"organization", "kept_on"})
_ACROSS = 2
_SIZE = (820, 620)


class ContactDialog(RecordDialog):
    """Small, and not in the way: the register can be looked at meanwhile."""

    def __init__(self, jobs: Jobs, body: Any, parent: QWidget | None) -> None:
        super().__init__(jobs, [f for f in fields_of(Contact) if f.key not in _NOT_ASKED], parent)
        self.setWindowTitle(f"来访来电：{body}")
        self.done_word = "已记录来访来电"
        self._body = body
        self.told = QFrame()
        self.told.setAccessibleName("可以告知的内容")
        self._grid = QGridLayout(self.told)
        self._grid.setContentsMargins(20, 8, 20, 0)
        self.strips.addWidget(self.told)
        self.form.put({"way": "来电", "on": "今天"})
        self.form.editor("on").put(self.form.editor("on").text())
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to("person")
        jobs.read(what_may_be_told, body.id, then=self._tell)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Keep the note of this body."""
        body = self._body
        code = body.uscc or body.legacy_cert_no or body.name
        return note_contact, ({**texts, "organization": code},)

    def called(self, record: Any) -> str:
        """Return what it was about."""
        return str(record.about)

    def _tell(self, told: Mapping[str, str]) -> None:
        head = QLabel("可以告知（登记公示的内容）；其余不要在电话里说。")
        head.setProperty("role", "hint")
        self._grid.addWidget(head, 0, 0, 1, 2 * _ACROSS)
        for number, (label, text) in enumerate(told.items()):
            name = QLabel(label)
            name.setProperty("role", "label")
            shown = value(text)
            shown.setAccessibleName(label)
            row, column = 1 + number // _ACROSS, 2 * (number % _ACROSS)
            self._grid.addWidget(name, row, column)
            self._grid.addWidget(shown, row, column + 1)
            self._grid.setColumnStretch(column + 1, 1)
