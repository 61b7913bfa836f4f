"""窗口资料…: the list of what to bring, and the blank form, for who stands at the counter."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.organizations.reports import document_word
from qyclient.organizations.rules.blank_forms import blank_form
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.documents import Made
from qyclient.organizations.services.window_kit import checklist_for
from qyclient.paper.atomic import write_bytes
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview
from ui.matters.open_dialog import asked_fields

_SIZE = (1000, 780)


class KitDialog(QDialog):
    """Nothing is kept of it: it is handed out."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("窗口资料")
        self.jobs = jobs
        self.banner = Banner()
        self.kinds, self.sorts = QComboBox(), QComboBox()
        self.kinds.setAccessibleName("事项")
        self.sorts.setAccessibleName("社会组织种类")
        for kind in kinds().values():
            if kind.documents:
                self.kinds.addItem(kind.label, kind.key)
        self.form = QPushButton("空白申请表（Word）…")
        self.form.setAutoDefault(False)
        self.preview = PdfPreview(jobs)
        self._lay_out()
        self.resize(*_SIZE)
        self.kinds.currentIndexChanged.connect(lambda _row: self._choose())
        self.sorts.currentIndexChanged.connect(lambda _row: self.draw())
        self.form.clicked.connect(lambda _checked: self._ask_where())
        self._choose()

    def draw(self) -> None:
        """Show what to bring."""
        key, sort = self.kinds.currentData(), self.sorts.currentData()
        if sort:
            self.preview.name = f"{self.kinds.currentText()}一次性告知单.pdf"
            self.jobs.try_out(checklist_for, key, sort, then=self._show, refused=self._refuse)

    def save_form(self, path: Path) -> None:
        """Write the blank form to a file."""
        kind = kinds()[self.kinds.currentData()]
        heading = self.jobs.heading_of(self.jobs.workspace)
        words = blank_form(kind.label, asked_fields(kind), heading.office)
        self.jobs.do(partial(_written, path, words), self.jobs.said.emit, self._refuse)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for part in (QLabel("事项"), self.kinds, QLabel("种类"), self.sorts, self.form):
            row.addWidget(part)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addLayout(row)
        column.addWidget(self.preview, 1)

    def _choose(self) -> None:
        """Offer the sorts of body that a matter has documents for."""
        kind = kinds()[self.kinds.currentData()]
        able = [sort for sort in OrgType if any(sort.value in d.types for d in kind.documents)]
        self.sorts.blockSignals(True)
        self.sorts.clear()
        for sort in able:
            self.sorts.addItem(sort.label, sort.value)
        self.sorts.blockSignals(False)
        self.draw()

    def _show(self, made: Made) -> None:
        self.banner.say("")
        self.preview.show_pdf(made.pdf)

    def _refuse(self, no: Refused) -> None:
        self.banner.say(f"{no}（“登记簿 → 本机关…”里填写）" if "请填写" in str(no) else str(no))
        self.preview.clear("现在不能制作，原因见上方。")

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, "存空白申请表")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(f"{self.kinds.currentText()}申请表.docx")
        dialog.fileSelected.connect(lambda name: self.save_form(Path(name)))
        dialog.open()


def _written(path: Path, words: str) -> str:
    write_bytes(path, document_word(words))
    return f"已保存 {path}"
