"""文书样式…: the words of every paper, changed here, seen as printed, held against the original."""

from collections.abc import Mapping
from difflib import unified_diff
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Invalid, Refused
from qyclient.organizations.rules.papers import MARKS, papers
from qyclient.organizations.services.texts import back_to_original, own_texts, proof, set_text
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.notices import question
from ui.kit.pdf_preview import PdfPreview

_PAUSE_MS, _SIZE, _NARROW, _MIDDLE = 300, (1340, 800), 210, 500
_HINT = (
    "一行一段：# 标题　= 居中　> 致送对象　- 编号的项　@ 署名和日期　| 甲 | 乙 | 表格的一行。"
    "{代号} 由办件填入，加 ? 的可以空着。双击下面的代号插入。"
)


class TextsDialog(QDialog):
    """What was issued stays as it was: a changed text is used from the next paper on."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("文书样式")
        self.jobs = jobs
        self.banner = Banner()
        self.list, self.marks = QListWidget(), QListWidget()
        self.list.setAccessibleName("文书种类")
        self.marks.setAccessibleName("代号")
        self.box = QPlainTextEdit()
        self.box.setAccessibleName("样式")
        self.preview = PdfPreview(jobs)
        self.preview.save_button.hide()
        self.made: dict[str, QPushButton] = {}
        self._own: Mapping[str, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.draw)
        self._lay_out()
        self.resize(*_SIZE)
        self.list.currentRowChanged.connect(lambda row: self._choose() if row >= 0 else None)
        self.marks.itemDoubleClicked.connect(self._insert)
        self.box.textChanged.connect(self._edited)
        jobs.read(own_texts, then=self._show)

    @property
    def key(self) -> str:
        """Return which paper is looked at."""
        return [*papers()][max(self.list.currentRow(), 0)]

    @property
    def kept(self) -> str:
        """Return the text as it is in use."""
        return self._own.get(self.key) or papers()[self.key].text.strip()

    def draw(self) -> None:
        """Show the text as it would be printed."""
        self.jobs.try_out(
            proof, self.key, self.box.toPlainText(), then=self._drawn, refused=self._refuse
        )

    def save(self) -> None:
        """Use this text from the next paper on."""
        given = (self.key, self.box.toPlainText())
        self.jobs.write(set_text, *given, then=lambda _own: self._saved(), refused=self._refuse)

    def compare(self) -> None:
        """Show what differs from the original."""
        before, now = papers()[self.key].text.splitlines(), self.box.toPlainText().splitlines()
        lines = [*unified_diff(before, now, lineterm="", n=0)][2:]
        told = "\n".join(line for line in lines if not line.startswith("@@"))
        self.banner.say(told or "与原文一字不差。", tone="plain")

    def restore(self) -> None:
        """Take the original again, after asking."""
        asked = question(self, "恢复原来的样式吗？", "恢复", more="本机关改过的文字不再使用。")
        asked.accepted.connect(self.go_back)
        asked.open()

    def go_back(self) -> None:
        """Take the original again."""
        self.jobs.write(
            back_to_original, self.key, then=lambda _own: self._saved(), refused=self._refuse
        )

    def _lay_out(self) -> None:
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        hint.setProperty("role", "hint")
        for mark, label in MARKS.items():
            item = QListWidgetItem(f"{label}　{{{mark}}}", self.marks)
            item.setData(Qt.ItemDataRole.UserRole, mark)
        self.list.setFixedWidth(_NARROW)
        middle = QVBoxLayout()
        middle.addWidget(hint)
        middle.addWidget(self.box, 3)
        middle.addWidget(self.marks, 1)
        middle.addLayout(self._buttons())
        holder = QWidget()
        holder.setLayout(middle)
        holder.setFixedWidth(_MIDDLE)
        row = QHBoxLayout()
        for part in (self.list, holder):
            row.addWidget(part)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addLayout(row, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for key, text in (("compare", "与原文比较"), ("restore", "恢复原文…"), ("save", "保存")):
            button = self.made[key] = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._go, key))
            row.addWidget(button)
        self.made["save"].setProperty("role", "primary")
        return row

    def _go(self, key: str, _checked: bool = False) -> None:
        getattr(self, key)()

    def _show(self, own: Mapping[str, str]) -> None:
        at, self._own = max(self.list.currentRow(), 0), own
        self.list.clear()
        for paper in papers().values():
            QListWidgetItem(f"{paper.label}　已改" if paper.key in own else paper.label, self.list)
        self.list.setCurrentRow(at)

    def _choose(self) -> None:
        self.banner.say("")
        self.box.setPlainText(self.kept)

    def _edited(self) -> None:
        self.made["save"].setEnabled(self.box.toPlainText().strip() != self.kept)
        self.made["restore"].setEnabled(self.key in self._own)
        self._pause.start()

    def _insert(self, item: QListWidgetItem) -> None:
        self.box.insertPlainText(f"{{{item.data(Qt.ItemDataRole.UserRole)}}}")
        self.box.setFocus()

    def _drawn(self, pdf: bytes) -> None:
        self.banner.say("")
        self.preview.show_pdf(pdf)

    def _saved(self) -> None:
        self.jobs.said.emit(f"已保存样式：{papers()[self.key].label}")
        self.jobs.read(own_texts, then=self._show)

    def _refuse(self, no: Refused) -> None:
        said = "；".join(no.problems.values()) if isinstance(no, Invalid) else str(no)
        self.banner.say(said)
        self.preview.clear("样式有误，改好后显示。")
