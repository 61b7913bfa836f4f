"""A form for one verb: its title, its fields, what it calls, and what is said when it is done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.records.field import Field
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_ROOM = (860, 560)


@dataclass(frozen=True, slots=True)
class Form:
    """What a dialog asks for: `put` is what stands in it at first, `told` what is said above it."""

    title: str
    fields: Sequence[Field]
    call: Callable[[Mapping[str, str]], Call]
    done: str = "已保存"
    put: Mapping[str, str] = field(default_factory=dict)
    told: str = ""
    named: str = ""


class VerbDialog(RecordDialog):
    """Stays open until the verb accepts what was typed."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, form: Form) -> None:
        super().__init__(jobs, form.fields, parent)
        self.setWindowTitle(form.title)
        self.done_word = form.done
        self._form = form
        self.form.put(form.put)
        if form.told:
            self.banner.say(form.told, tone="plain")
        self.resize(*_ROOM)
        self.begin()
        self.form.go_to(form.fields[0].key)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Return the verb for these texts."""
        return self._form.call(texts)

    def called(self, record: Any) -> str:
        """Return what the status line calls the record."""
        return self._form.named or str(record)
