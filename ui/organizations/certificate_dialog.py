"""打印证书: which copy, in which way, of which day; shown exactly as it will be printed."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
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

from qyclient.certificates.models import Certificate
from qyclient.certificates.rules import Copy, PrintMode
from qyclient.certificates.services import page_of, prepare
from qyclient.errors import Refused
from qyclient.records.base import field_of
from qyclient.records.choices import Choice
from ui.kit.banner import Banner
from ui.kit.editor import Surroundings
from ui.kit.editors import DateEditor
from ui.kit.facts import heading
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview

_PAUSE_MS = 200
_TOLD = {
    PrintMode.OVERPRINT: "印到空白证上的样子，这里只看：打印要用“登记证书—发证”，空白证才有账。",
    PrintMode.MARKED_COPY: "带标签和水印，用于存档和核对，不是证书。",
}


def drawn(session: Any, body: UUID, copy: Copy, issued_on: date, mode: PrintMode) -> bytes:
    """Prepare a certificate and return its page in one go."""
    certificate = prepare(session, body, copy, issued_on)
    session.flush()
    return page_of(session, certificate.id, mode)


class CertificateDialog(QDialog):
    """What is looked at is not kept; saving or printing keeps the certificate in the register."""

    def __init__(self, jobs: Jobs, body: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"打印登记证书：{body.name}")
        self.jobs, self.body = jobs, body
        self.banner = Banner()
        self.copies, self.modes = QButtonGroup(self), QButtonGroup(self)
        self.day = DateEditor(field_of(Certificate, "issued_on"), Surroundings(jobs.today))
        self.day.put("今天")
        self.day.write_out()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "hint")
        self.preview = PdfPreview(jobs)
        self.preview.settle = self._settle
        self.preview.shown.connect(self._bar_stock)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.draw)
        self._build()
        self.resize(1080, 720)
        self.draw()

    @property
    def chosen(self) -> tuple[Copy, PrintMode]:
        """Return which copy, and how it is printed."""
        return list(Copy)[self.copies.checkedId()], list(PrintMode)[self.modes.checkedId()]

    def draw(self) -> None:
        """Show what would be printed."""
        copy, mode = self.chosen
        self.told.setText(_TOLD[mode])
        self.preview.name = f"{self.body.name}登记证书（{copy.label}）{mode.label[:2]}.pdf"
        day = self._issued_on()
        if day is None:
            self._refuse(Refused("发证日期看不懂，应如 20260301、3.1 或 今天。"))
            return
        self.jobs.try_out(
            drawn, self.body.id, copy, day, mode, then=self._show, refused=self._refuse
        )

    def _build(self) -> None:
        holder = QWidget()
        holder.setLayout(self._side())
        holder.setFixedWidth(264)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 12)
        row.setSpacing(12)
        row.addWidget(holder)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addLayout(row, 1)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(4)
        self._add_choices(side, "正副本", self.copies, Copy)
        self._add_choices(side, "打印方式", self.modes, PrintMode)
        side.addWidget(self.told)
        side.addWidget(heading("发证日期"))
        side.addWidget(self.day)
        self.day.edited.connect(self._pause.start)
        side.addStretch()
        leave = QPushButton("关闭")
        leave.setAutoDefault(False)
        leave.clicked.connect(lambda _checked: self.reject())
        side.addWidget(leave)
        return side

    def _add_choices(
        self, side: QVBoxLayout, title: str, group: QButtonGroup, choices: type[Choice]
    ) -> None:
        side.addWidget(heading(title))
        for number, choice in enumerate(choices):
            radio = QRadioButton(choice.label)
            radio.setChecked(number == 0)
            group.addButton(radio, number)
            side.addWidget(radio)
        group.idToggled.connect(lambda _id, on: self._pause.start() if on else None)

    def _issued_on(self) -> date | None:
        try:
            day: date = field_of(Certificate, "issued_on").kind.parse(self.day.text())
        except ValueError:
            return None
        return day

    def _show(self, pdf: bytes) -> None:
        self.banner.say("")
        self.preview.show_pdf(pdf)

    def _bar_stock(self) -> None:
        """Let nothing go onto stock from here: each blank sheet is accounted for at its desk."""
        if self.chosen[1] is PrintMode.OVERPRINT:
            for button in (self.preview.print_button, self.preview.save_button):
                button.setEnabled(False)
                button.setToolTip("请在“登记证书—发证”里打印，空白证才有账")

    def _refuse(self, no: Refused) -> None:
        self.banner.say(str(no))
        self.preview.clear("现在不能制作证书，原因见上方。")

    def _settle(self, hand: Callable[[bytes], None]) -> None:
        """Keep the certificate, then hand on what is printed or saved."""
        copy, mode = self.chosen
        day = self._issued_on()
        if day is not None:
            self.jobs.write(drawn, self.body.id, copy, day, mode, then=hand, refused=self._refuse)
