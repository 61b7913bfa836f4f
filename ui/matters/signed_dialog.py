"""签发件…: the scan of the signed page beside what is read off it, held against the archive."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from qyclient.errors import Refused
from qyclient.organizations.models import Document
from qyclient.organizations.services.attaching import Scan, pdf_of
from qyclient.organizations.services.signing import COMPARED, bind_signed
from qyclient.organizations.services.sorting_scans import Looked, look_at
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview
from ui.kit.record_dialog import Call, RecordDialog
from ui.matters.choosing_files import choose_files

_SIZE, _PAGE_HIGH = (1000, 720), 360
_HINT = "看着签发件照录，与存档不符的会指出来。"


class SignedDialog(RecordDialog):
    """What stands on the signed page is typed as it is read: the program compares."""

    def __init__(self, jobs: Jobs, document: Any, parent: QWidget | None = None) -> None:
        fields = [
            replace(field_of(Document, key), required=True, help=_HINT if n == 0 else "")
            for n, key in enumerate(COMPARED)
            if getattr(document, key) is not None
        ]
        super().__init__(jobs, fields, parent)
        self.setWindowTitle(f"签发件：{document}　{document.subject}")
        self.done_word = "已附签发件"
        self._document = document
        self._scan: Scan | None = None
        self.chosen = QLabel("还没有选扫描件")
        self.preview = PdfPreview(jobs)
        self.preview.save_button.hide()
        self.preview.print_button.hide()
        self.preview.setFixedHeight(_PAGE_HIGH)
        self.add_section("扫描件", self._scan_row())
        self.add_section("所选的页", self.preview)
        self.begin()
        self.resize(*_SIZE)

    def take(self, paths: Sequence[Path]) -> None:
        """Look at the scan that was chosen."""
        watch = self.jobs.watch("正在读取文件")
        self.jobs.do(partial(look_at, paths[:1], watch), self._take, self._say, watch)

    def extra(self) -> object:
        """Return which scan was chosen."""
        return self._scan and self._scan.name

    def lines_problem(self) -> str:
        """Say that the scan is missing."""
        return "" if self._scan else "请先选扫描件。"

    def call(self, texts: Mapping[str, str]) -> Call:
        """Compare, and keep the scan."""
        return bind_signed, (self._document.id, self._scan, texts)

    def called(self, _record: Any) -> str:
        """Return which paper it was."""
        return str(self._document)

    def _scan_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        choose = QPushButton("选扫描件…")
        choose.setAutoDefault(False)
        choose.clicked.connect(
            lambda _checked: choose_files(self.jobs, self, "选签发件的扫描件", self.take)
        )
        row.addWidget(choose)
        row.addWidget(self.chosen, 1)
        return holder

    def _take(self, looked: Sequence[Looked]) -> None:
        [one] = looked
        if one.scan is None:
            self.banner.say(one.why_not)
            return
        self.banner.say("")
        self._scan = one.scan
        self.chosen.setText(one.name)
        self.jobs.do(partial(pdf_of, one.scan), self.preview.show_pdf, self._say)

    def _say(self, no: Refused) -> None:
        self.banner.say(str(no))
