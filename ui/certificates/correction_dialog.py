"""更正: which field of the wrong certificate, what it should be, why, and who approved."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.certificates.models import Correction
from qyclient.certificates.services import open_correction
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_KEYS = ("item", "right", "cause", "approver", "note")
_SIZE = (820, 520)


class CorrectionOfSheetDialog(RecordDialog):
    """Begins a correction; what carries the wrong value is found by the program."""

    done_word = "已立项更正"

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, certificate: Any, labels: Mapping[str, str]
    ) -> None:
        super().__init__(jobs, [field_of(Correction, key) for key in _KEYS], parent)
        self.setWindowTitle(f"更正：{certificate.organization.name} {certificate.copy.label}")
        self._certificate = certificate
        told = "、".join(labels.values())
        self.banner.say(f"“有误的项目”写证书上的一项：{told}", tone="plain")
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(_KEYS[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Open the correction."""
        return open_correction, (self._certificate.id, texts)

    def called(self, record: Any) -> str:
        """Return whose certificate and which field."""
        return f"{record.body} {record.item}"
