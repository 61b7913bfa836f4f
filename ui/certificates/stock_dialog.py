"""空白证收入和退回: a range by its first and last serial, with its paper."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.certificates.models import StockEntry
from qyclient.certificates.services import receive_blanks, return_blanks
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_KEYS = ("stock", "first_serial", "last_serial", "on", "source", "document")
_SIZE = (800, 460)


class StockDialog(RecordDialog):
    """Takes sheets in, or gives them back."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, *, back: bool = False) -> None:
        super().__init__(jobs, [field_of(StockEntry, key) for key in _KEYS], parent)
        self._back = back
        self.done_word = "已退回" if back else "已收入"
        self.setWindowTitle("空白证退回" if back else "空白证收入")
        self.form.put({"on": jobs.today.isoformat()})
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(_KEYS[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Enter the range."""
        return (return_blanks if self._back else receive_blanks), (texts,)

    def called(self, record: Any) -> str:
        """Return which sheets they were."""
        return f"{record.first_serial} 至 {record.last_serial}，{record.sheets} 张"
