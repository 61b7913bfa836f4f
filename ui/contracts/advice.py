"""采购方式提示: which methods an amount asks for, said below the form while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from qyclient.contracts.models import Contract
from qyclient.contracts.rules import ProcurementMethod
from qyclient.contracts.services.watching import advised
from qyclient.records.base import field_of
from qyclient.records.kinds import MONEY
from ui.kit.record_dialog import RecordDialog

_PAUSE_MS = 250
_NOTHING = "填写金额后，这里按本地限额提示采购方式；只是提示，以当年公布的标准为准。"


class Advice(QLabel):
    """Looks again when the amount or the method changes."""

    def __init__(self, dialog: RecordDialog, amount: str, method: str) -> None:
        super().__init__(_NOTHING)
        self.setObjectName("advice")
        self.setWordWrap(True)
        self.setMinimumHeight(56)
        self._dialog, self._keys = dialog, (amount, method)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        dialog.add_section("采购方式提示", self)
        dialog.form.edited.connect(lambda key: self._pause.start() if key in self._keys else None)

    def look(self) -> None:
        """Ask what the amount that stands there calls for."""
        texts = self._dialog.form.texts()
        amount, method = (texts.get(key, "").strip() for key in self._keys)
        try:
            wanted = MONEY.parse(amount) if amount else None
            chosen: ProcurementMethod | None = (
                field_of(Contract, "method").kind.parse(method) if method else None
            )
        except ValueError:
            return
        if wanted is None:
            self.setText(_NOTHING)
        else:
            self._dialog.jobs.read(advised, wanted, chosen, then=self._tell)

    def _tell(self, lines: Sequence[str]) -> None:
        self.setText("\n".join(lines) or _NOTHING)
