"""送达…: how a paper was sent, and what became of it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.organizations.models import Delivery
from qyclient.organizations.services.serving import amend_delivery, deliver
from qyclient.records.base import fields_of
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_APART = frozenset({"document", "served_on"})
_SIZE = (880, 600)


class DeliveryDialog(RecordDialog):
    """A new try, or the outcome of the one that is under way."""

    def __init__(
        self, jobs: Jobs, document: Any, under_way: Any, parent: QWidget | None = None
    ) -> None:
        fields = [field for field in fields_of(Delivery) if field.key not in _APART]
        super().__init__(jobs, fields, parent, under_way)
        self._document = document
        self.setWindowTitle(
            f"{'送达结果' if under_way else '送达'}：{document}　{document.addressee}"
        )
        self.done_word = "已登记送达"
        if under_way is None:
            sent = {"sent_on": jobs.today.isoformat(), "handed_by": jobs.workspace.operator}
            self.form.put(sent)
        self.begin()
        self.resize(*_SIZE)
        self.form.go_to("received_on" if under_way else "way")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Note the try, or its outcome."""
        if self.record is None:
            return deliver, (self._document.id, texts)
        return amend_delivery, (self.record.id, self.record.version, texts)

    def called(self, record: Any) -> str:
        """Return which paper it was, and since when it counts as served."""
        when = f"，{record.served_on} 送达" if record.served_on else ""
        return f"{self._document}{when}"
