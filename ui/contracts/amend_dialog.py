"""补充合同: how far the additions have come towards 10 % is said while one types."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from qyclient.contracts.models import Amendment, Instalment
from qyclient.contracts.services.amending import supplement, told_heat
from qyclient.records.base import field_of
from qyclient.records.kinds import MONEY
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.rows_editor import RowsEditor

_PAUSE_MS = 250
_FIELDS = (
    "kind", "signed_on", "delta", "end_on", "payee", "payee_bank", "payee_account", "content",
    "reason", "document",
)  # fmt: skip
_PARTS = ("amount", "waits_for", "due_on", "line", "year")


class AmendDialog(RecordDialog):
    """A supplement of a contract, with the instalments by which more is paid."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, contract: Any) -> None:
        super().__init__(jobs, [field_of(Amendment, key) for key in _FIELDS], parent)
        self.setWindowTitle(f"补充合同：{contract.contract_no} {contract.title}")
        self.done_word = "已签订补充合同"
        self.contract = contract
        self.parts = RowsEditor([field_of(Instalment, key) for key in _PARTS], self.around, lines=1)
        self.add_section("增加金额的分期", self.parts)
        self.heat = QLabel()
        self.heat.setObjectName("heat")
        self.heat.setWordWrap(True)
        self.heat.setMinimumHeight(48)
        self.add_section("累计增加", self.heat)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.form.edited.connect(lambda _key: self._pause.start())
        self.form.put({"signed_on": jobs.today.isoformat(), "kind": "增减金额"})
        self._look()
        self.begin()
        self.form.go_to("kind")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Sign it."""
        contract = self.contract
        return supplement, (contract.id, contract.version, texts, self.parts.texts())

    def extra(self) -> object:
        """Return the instalments typed so far."""
        return self.parts.texts()

    def lines_problem(self) -> str:
        """Check each instalment."""
        problem = self.parts.problem()
        return f"分期{problem}" if problem else ""

    def called(self, record: Any) -> str:
        """Return which supplement of which contract it is."""
        return f"{self.contract.contract_no} 第 {record.number} 号补充合同"

    def _look(self) -> None:
        typed = self.form.editor("delta").text().strip()
        try:
            more = MONEY.parse(typed) if typed else Decimal(0)
        except ValueError:
            return
        self.jobs.read(told_heat, self.contract.id, more, then=self._tell)

    def _tell(self, lines: Sequence[str]) -> None:
        self.heat.setText("\n".join(lines))
