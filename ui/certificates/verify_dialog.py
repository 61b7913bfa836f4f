"""验证证书: a picture, a scanner that types, or pasted text, held against the office's key."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.certificates.rules.proof import NOT_A_LICENCE
from qyclient.certificates.services import Verdict, check_file, check_text
from qyclient.errors import Refused
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable

_SIZE = (760, 640)
_HIGH = 96
_TOLD = "用扫码枪扫证书上的码（光标放在下面的框里），或粘贴文字，或选一张照片、PDF。"


class VerifyDialog(QDialog):
    """Shows every certified field, so that the paper can be compared line by line."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("验证证书")
        self.jobs = jobs
        self.banner = Banner(self)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("验证码文字")
        self.text.setFixedHeight(_HIGH)
        self.table = LinesTable(("项目", "验证码上的内容"), (180, 480))
        self.table.setAccessibleName("证书内容")
        self._lay_out()
        self.resize(*_SIZE)
        self.text.setFocus()

    def _lay_out(self) -> None:
        check, choose = QPushButton("验证"), QPushButton("选照片或 PDF…")
        check.setObjectName("check")
        check.setProperty("role", "primary")
        check.clicked.connect(lambda _checked: self.check())
        choose.clicked.connect(lambda _checked: self._choose())
        row = QHBoxLayout()
        for button in (check, choose):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(QLabel(_TOLD))
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        note = QLabel(NOT_A_LICENCE)
        note.setProperty("role", "hint")
        column.addWidget(note)

    def check(self) -> None:
        """Check what was typed, scanned or pasted."""
        given = self.text.toPlainText()
        self.jobs.read(check_text, given, then=self.show_verdict, refused=self._refuse)

    def check_file(self, path: Path) -> None:
        """Check a picture or a PDF."""
        self.jobs.read(check_file, path, then=self.show_verdict, refused=self._refuse)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say what was found."""
        self.banner.say(verdict.sentence, tone="plain" if verdict.good else "bad")
        self.table.lines.show([[label, text] for label, text in verdict.fields])

    def _choose(self) -> None:
        dialog = QFileDialog(self, "选证书的照片或 PDF")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("图片和 PDF (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.pdf)")
        dialog.fileSelected.connect(lambda name: self.check_file(Path(name)))
        dialog.open()

    def _refuse(self, no: Refused) -> None:
        self.banner.say(str(no))
        self.table.lines.show([])
