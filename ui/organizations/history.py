"""历史 of a body: what the register said in law on a day, and the certificate of that day."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.certificates.rules import Copy
from qyclient.certificates.services import certificate_on
from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.services.by_law import said_through
from qyclient.records.base import fields_of
from qyclient.records.dates import format_date
from ui.kit.banner import Banner
from ui.kit.history_dialog import HistoryDialog
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview

_SIZE = (960, 720)


class BodyHistoryDialog(HistoryDialog):
    """Counts changes in law from their day, whenever they were typed."""

    def __init__(self, jobs: Jobs, body: Any, parent: QWidget | None = None) -> None:
        super().__init__(jobs, body, fields_of(Organization), said_through, parent)
        self.certificate = QPushButton("当日证书…")
        self.certificate.setAutoDefault(False)
        self.certificate.setToolTip("看所选这一天的登记证书")
        self.certificate.clicked.connect(lambda _checked: self.open_certificate())
        self.foot.insertWidget(0, self.certificate)

    def open_certificate(self) -> None:
        """Show the certificate of the day that is chosen."""
        if self.chosen is not None:
            DayCertificateDialog(self.jobs, self.record, self.chosen.day, self).open()


class DayCertificateDialog(QDialog):
    """当日证书: kept as it was issued, or restored and marked so."""

    def __init__(self, jobs: Jobs, body: Any, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"当日证书：{body}，{format_date(day)}")
        self._jobs, self._body, self._day = jobs, body, day
        self.banner = Banner()
        self.told = QLabel("正在读取…")
        self.told.setWordWrap(True)
        self.told.setProperty("role", "hint")
        self.preview = PdfPreview(jobs)
        self.copies = QButtonGroup(self)
        row = QHBoxLayout()
        for number, copy in enumerate(Copy):
            radio = QRadioButton(copy.label)
            radio.setChecked(number == 0)
            self.copies.addButton(radio, number)
            row.addWidget(radio)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(self.banner)
        column.addLayout(row)
        column.addWidget(self.preview, 1)
        self.copies.idToggled.connect(lambda _id, on: self.draw() if on else None)
        self.resize(*_SIZE)
        self.draw()

    def draw(self) -> None:
        """Read the chosen copy."""
        copy = list(Copy)[self.copies.checkedId()]
        self.preview.name = f"{self._body}{self._day}登记证书（{copy.label}）.pdf"
        asked = (certificate_on, self._body.id, copy, self._day)
        self._jobs.read(*asked, then=self._show, refused=self._refuse)

    def _show(self, found: tuple[bytes, str]) -> None:
        pdf, told = found
        self.banner.say("")
        self.told.setText(told)
        self.preview.show_pdf(pdf)

    def _refuse(self, no: Refused) -> None:
        self.told.setText("")
        self.banner.say(str(no))
        self.preview.clear("这一天没有证书可看，原因见上方。")
