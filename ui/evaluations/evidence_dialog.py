"""佐证材料…: photographs and papers of a round, seen beside their list; files may be dropped."""

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
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.evaluations.services.evidence import (
    drop_evidence,
    evidence_of,
    file_seen,
    keep_evidence,
)
from qyclient.organizations.services.attaching import scan_of
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.pdf_preview import PdfPreview
from ui.kit.text_dialog import TextDialog

_HEADS, _WIDTHS = ("说明", "证明的指标", "文件", "附入"), (170, 150, 120)
_WHOLE = "整轮"
_SIDE = 600


class EvidenceDialog(QDialog):
    """What is said of a file is typed first; then it is chosen, or dropped here."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, found: Any, nodes: Sequence[Any]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(f"佐证材料：{found.number} {found.subject}")
        self._jobs, self._round = jobs, found
        self.kept: Sequence[Any] = ()
        self.banner = Banner(self)
        self.caption, self.of = QLineEdit(), QComboBox()
        self.caption.setAccessibleName("说明")
        self.caption.setPlaceholderText("照片印在评价报告里的文字，如 太和镇站点小组活动现场")
        self.of.setAccessibleName("证明的指标")
        self.of.addItems([_WHOLE, *(f"{node.number}　{node.name}" for node in nodes)])
        self.table = LinesTable(_HEADS, _WIDTHS)
        self.table.setAccessibleName("佐证材料")
        self.preview = PdfPreview(jobs)
        self.preview.save_button.hide()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._look())
        self.resize(1280, 720)
        self.read()

    def read(self) -> None:
        """Read the list again."""
        self._jobs.read(evidence_of, self._round.id, then=self._show)

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files and keep them with what is said of them."""
        said = self.caption.text().strip()
        if not said:
            self.banner.say("请先填写说明，再选文件。")
            self.caption.setFocus()
            return
        for path in paths:
            self._jobs.do(partial(scan_of, path), self._keep, self._refused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files in."""
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _lay_out(self) -> None:
        hint = QLabel("照片（JPEG、PNG）印进评价报告；PDF 等原样保存。也可以把文件拖到这里。")
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        side = QVBoxLayout()
        for label, editor in (("说明", self.caption), ("证明的指标", self.of)):
            row = QHBoxLayout()
            row.addWidget(QLabel(label))
            row.addWidget(editor, 1)
            side.addLayout(row)
        side.addLayout(self._buttons())
        side.addWidget(hint)
        side.addWidget(self.table, 1)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(_SIDE)
        whole = QHBoxLayout()
        whole.addWidget(holder)
        whole.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addLayout(whole, 1)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        for text, go in (("选文件…", self._ask), ("作废…", self._ask_why), ("关闭", self.reject)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, go=go: go())
            buttons.addWidget(button)
        buttons.addStretch()
        return buttons

    def _ask(self) -> None:
        dialog = QFileDialog(self, "选择佐证材料")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.open()

    def _keep(self, scan: Any) -> None:
        of = self.of.currentText() if self.of.currentIndex() else ""
        texts = {"caption": self.caption.text(), "indicator": of}
        args = (self._round.id, scan, texts)
        self._jobs.write(keep_evidence, *args, then=self._kept, refused=self._refused)

    def _kept(self, one: Any) -> None:
        self.banner.say("")
        self.caption.clear()
        self._jobs.said.emit(f"已附入：{one.caption}（{one.name}）")
        self.read()

    def _show(self, kept: Sequence[Any]) -> None:
        self.kept = kept
        rows = [[one.caption, str(one.indicator or _WHOLE), one.name, one.added_by] for one in kept]
        self.table.lines.show(rows)
        if kept:
            self.table.selectRow(len(kept) - 1)
            self._look()

    def _current(self) -> Any:
        at = self.table.currentIndex().row()
        return self.kept[at] if 0 <= at < len(self.kept) else None

    def _look(self) -> None:
        one = self._current()
        if one is not None:
            show = self.preview.show_pdf
            self._jobs.read(file_seen, one.id, then=show, refused=self._refused)

    def _ask_why(self) -> None:
        one = self._current()
        if one is None:
            self.banner.say("请先在表中选择一份材料。")
            return
        dialog = TextDialog(f"作废：{one.caption}", "", "作废原因", "作废", self)

        def go(because: str) -> None:
            def done(_one: object) -> None:
                dialog.accept()
                self.read()

            self._jobs.write(drop_evidence, one.id, because, then=done, refused=dialog.refuse)

        dialog.given.connect(go)
        dialog.open()

    def _refused(self, no: Refused) -> None:
        self.banner.say(str(no))
