"""附件…: what was scanned for a matter, seen beside the list; files are chosen or dropped here."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
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
from qyclient.organizations.models import Attachment, MatterPaper
from qyclient.organizations.rules.attachments import Use
from qyclient.organizations.services.attaching import (
    attach,
    attachments_of,
    detach,
    file_of,
    page_of_attachment,
)
from qyclient.organizations.services.holding import papers_of
from qyclient.organizations.services.sorting_scans import Looked, look_at
from qyclient.paper.atomic import write_bytes
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview
from ui.kit.text_dialog import TextDialog
from ui.matters.attachment_list import AttachmentList
from ui.matters.choosing_files import choose_files

_SIDE, _SIZE = 560, (1340, 780)
_HINT = "把扫描件拖到这里，或按“选文件…”。文件原样整份保存，不改不压。"
_OTHERS = (Use.APPROVAL, Use.RECEIPT, Use.OTHER)


class AttachmentsDialog(QDialog):
    """Each file is kept whole; what it is for is chosen before it is taken in."""

    def __init__(self, jobs: Jobs, matter: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(f"附件：{matter.number} {matter.subject}")
        self.jobs, self.matter = jobs, matter
        self.banner = Banner()
        self.goes_to = QComboBox()
        self.goes_to.setAccessibleName("附入的文件是")
        self.lines = AttachmentList()
        self.preview = PdfPreview(jobs)
        self.preview.save_button.hide()
        self.made: dict[str, QPushButton] = {}
        self._lay_out()
        self.resize(*_SIZE)
        self.lines.looked.connect(self._choose)
        jobs.read(papers_of, matter.id, then=self._offer)
        self.read()

    def read(self) -> None:
        """Read the list again."""
        self.jobs.read(attachments_of, self.matter.id, then=self.lines.show_all)

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files and keep them."""
        watch = self.jobs.watch("正在读取文件")
        self.jobs.do(partial(look_at, paths, watch), self._take, self._refuse, watch)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files in."""
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _lay_out(self) -> None:
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        hint.setProperty("role", "hint")
        side = QVBoxLayout()
        row = QHBoxLayout()
        row.addWidget(QLabel("附入的文件是"))
        row.addWidget(self.goes_to, 1)
        side.addLayout(row)
        side.addLayout(self._buttons())
        side.addWidget(hint)
        side.addWidget(self.lines, 1)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(_SIDE)
        whole = QHBoxLayout()
        whole.addWidget(holder)
        whole.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.banner)
        column.addLayout(whole, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for key, text, go in (
            ("add", "选文件…", self._add),
            ("save", "另存原件…", self._ask_where),
            ("detach", "作废…", self._ask_why),
        ):
            button = self.made[key] = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, go=go: go())
            row.addWidget(button)
        row.addStretch()
        return row

    def _offer(self, pieces: Sequence[MatterPaper]) -> None:
        for piece in pieces:
            self.goes_to.addItem(f"材料：{piece.label}", (Use.MATERIAL, piece.id))
        for use in _OTHERS:
            self.goes_to.addItem(use.label, (use, None))

    def _add(self) -> None:
        choose_files(self.jobs, self, "附入扫描件", self.take)

    def _take(self, looked: Sequence[Looked]) -> None:
        wrong = [one.why_not for one in looked if one.scan is None]
        self.banner.say("；".join(wrong))
        use, piece = self.goes_to.currentData() or (Use.OTHER, None)
        for one in looked:
            if one.scan is not None:
                given = (self.matter.id, one.scan, use, piece)
                self.jobs.write(attach, *given, then=self._attached, refused=self._refuse)

    def _attached(self, attachment: Attachment) -> None:
        self.jobs.said.emit(f"已附入：{attachment.name}")
        self.read()

    def _choose(self) -> None:
        one = self.lines.chosen
        for key in ("save", "detach"):
            self.made[key].setEnabled(one is not None)
        self.preview.clear("正在打开…" if one else "还没有附件。")
        if one is not None:
            self.jobs.read(
                page_of_attachment, one.id, then=self.preview.show_pdf, refused=self._no_page
            )

    def _no_page(self, no: Refused) -> None:
        self.preview.clear(str(no))

    def _ask_where(self) -> None:
        one = self.lines.chosen
        if one is None:
            return
        dialog = QFileDialog(self, "另存原件")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(one.name)
        dialog.fileSelected.connect(lambda name: self.save_to(one, Path(name)))
        dialog.open()

    def save_to(self, attachment: Attachment, path: Path) -> None:
        """Write an attachment as it was taken in."""
        workspace = self.jobs.workspace
        job = partial(_written, workspace, attachment.id, path)
        self.jobs.do(job, self.jobs.said.emit, self._refuse)

    def _ask_why(self) -> None:
        one = self.lines.chosen
        if one is not None:
            dialog = TextDialog("作废附件", f"“{one.name}”不属于这个办件。", "原因", "作废", self)
            dialog.given.connect(partial(self._detach, dialog, one))
            dialog.open()

    def _detach(self, dialog: TextDialog, one: Attachment, because: str) -> None:
        def done(_attachment: object) -> None:
            dialog.accept()
            self.read()

        self.jobs.write(detach, one.id, because, then=done, refused=dialog.refuse)

    def _refuse(self, no: Refused) -> None:
        self.banner.say(str(no))


def _written(workspace: Any, key: Any, path: Path) -> str:
    write_bytes(path, workspace.read(file_of, key))
    return f"已保存 {path}"
