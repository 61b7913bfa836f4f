"""签发人和机关名称: who is written down by now, and who signs from a day on."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.certificates.models import SignatureTerm
from qyclient.certificates.services import add_term
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.record_dialog import Call, RecordDialog

_KEYS = ("signatory", "office_name", "since", "until", "source")
_WIDTHS = (90, 210, 130, 130, 200)
_SIZE = (860, 620)
_HIGH = 200


class TermDialog(RecordDialog):
    """Adds a term; whoever signed until then ends on the day before."""

    done_word = "已登记任期"

    def __init__(self, jobs: Jobs, parent: QWidget | None, known: Sequence[Any]) -> None:
        fields = [field_of(SignatureTerm, key) for key in _KEYS]
        super().__init__(jobs, fields, parent)
        self.setWindowTitle("签发人和机关名称")
        told = "重印和复原从前的证书时，按发证那天的任期取签发人和机关全称。"
        self.banner.say(told, tone="plain")
        self.known = LinesTable([field.label for field in fields], _WIDTHS)
        self.known.setAccessibleName("已登记的任期")
        self.known.setMinimumHeight(_HIGH)
        self.known.lines.show([[field.show(one) for field in fields] for one in known])
        self.add_section("已登记的任期", self.known)
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(_KEYS[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Keep the term."""
        return add_term, (texts,)

    def called(self, record: Any) -> str:
        """Return who or what it names, and since when."""
        return f"{record.signatory or record.office_name}，从 {record.since}"
