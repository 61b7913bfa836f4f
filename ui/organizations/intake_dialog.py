"""导入台账: choose files, see what would happen row by row, then let it happen, or take it back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.services.held import held_rows
from qyclient.organizations.services.intake import Outcome, last_intake, take_in, undo_intake
from qyclient.organizations.services.ledgers import Ledger, read_ledgers
from ui.kit import notices
from ui.kit.jobs import Jobs
from ui.kit.watch import Watch
from ui.organizations.intake_parts import OUTCOMES, IntakeParts

_PAUSE_MS = 600
_HIDDEN = 3


class IntakeDialog(QDialog):
    """Nothing is written until 导入 is pressed; what was written can be taken back as a whole."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("导入台账")
        self.jobs = jobs
        self.parts = IntakeParts(self)
        self.ledgers: Sequence[Ledger] = ()
        self.outcome: Outcome | None = None
        self._last: Any = None
        self._done = False
        self._watch: Watch | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._try)
        parts = self.parts
        parts.choose.clicked.connect(lambda _checked: self._choose())
        parts.reason.textChanged.connect(lambda _text: self._pause.start())
        parts.go.clicked.connect(lambda _checked: self.bring_in())
        parts.held.clicked.connect(lambda _checked: self._ask_where())
        parts.undo.clicked.connect(lambda _checked: self._ask_undo())
        parts.leave.clicked.connect(lambda _checked: self.reject())
        self.resize(1040, 680)
        self.jobs.read(last_intake, then=self._know_last)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and show what would happen."""
        self.parts.files.setText("、".join(path.name for path in paths))
        self._done = False
        self._watch = self._follow("正在读取台账")
        read = partial(read_ledgers, paths, self._watch)
        self.jobs.do(read, self._take_ledgers, self._refuse, self._watch)

    def bring_in(self) -> None:
        """Write what was shown."""
        self._watch = self._follow("正在导入")
        reason = self.parts.reason.text().strip()
        self.jobs.write(
            take_in,
            self.ledgers,
            reason,
            then=self._brought_in,
            refused=self._refuse,
            watch=self._watch,
        )

    def save_held(self, path: Path) -> None:
        """Write the held rows to a file, each with its reason."""
        if self.outcome is not None:
            write = partial(held_rows, path, self.ledgers, self.outcome)
            self.jobs.do(
                write, lambda n: self.parts.banner.say(f"{n} 行已写入 {path}", tone="plain")
            )

    def reject(self) -> None:
        """Leave; what is under way is cancelled."""
        if self._watch is not None:
            self._watch.cancel()
        super().reject()

    def _choose(self) -> None:
        dialog = QFileDialog(self, "选择台账")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter("Excel 工作簿 (*.xlsx *.xls)")
        dialog.filesSelected.connect(lambda names: self.take_files([Path(name) for name in names]))
        dialog.open()

    def _follow(self, title: str) -> Watch:
        watch = self.jobs.watch(title)
        self.parts.waiting.follow(watch)
        self.parts.banner.say("")
        self.parts.lock(True)
        return watch

    def _take_ledgers(self, ledgers: Sequence[Ledger]) -> None:
        self.ledgers = ledgers
        self._try()

    def _try(self) -> None:
        if self._done or not self.parts.files.text():
            return
        self._watch = self._follow("正在核对")
        reason = self.parts.reason.text().strip()
        self.jobs.try_out(
            take_in,
            self.ledgers,
            reason,
            then=self._preview,
            refused=self._refuse,
            watch=self._watch,
        )

    def _preview(self, outcome: Outcome) -> None:
        self._show(outcome)
        counts = outcome.counts
        writes = counts["new"] + counts["changed"]
        self.parts.go.setEnabled(bool(writes))
        self.parts.go.setText(f"导入 {writes} 行" if writes else "没有可导入的行")
        unread = dict.fromkeys(name for ledger in self.ledgers for name in ledger.unmatched)
        said = f"{len(self.ledgers)} 个工作表认作台账。这是预览，还没有写入。"
        if unread:
            said += f"　没有用到的列：{'、'.join(unread)}。"
        self.parts.banner.say(said, tone="plain")

    def _brought_in(self, outcome: Outcome) -> None:
        self._show(outcome)
        self._done = True
        counts = outcome.counts
        said = "，".join(f"{label} {counts[key]}" for key, label in OUTCOMES.items())
        self.parts.banner.say(f"已导入：{said}。", tone="plain")
        self.jobs.said.emit(f"已导入：{said}。")
        self.parts.go.setEnabled(False)
        self.jobs.read(last_intake, then=self._know_last)

    def _show(self, outcome: Outcome) -> None:
        self._watch, self.outcome = None, outcome
        self.parts.lock(False)
        self.parts.show_rows(outcome.rows, outcome.counts)

    def _refuse(self, no: Refused) -> None:
        self._watch = None
        self.parts.lock(False)
        self.parts.go.setEnabled(False)
        self.parts.banner.say(str(no), tone="plain" if isinstance(no, Cancelled) else "bad")

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, "另存待处理行")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter("Excel 工作簿 (*.xlsx)")
        dialog.selectFile("待处理行.xlsx")
        dialog.fileSelected.connect(lambda name: self.save_held(Path(name)))
        dialog.open()

    def _know_last(self, intake: Any) -> None:
        self._last = intake
        self.parts.undo.setEnabled(intake is not None)
        tip = (
            "还没有可以撤销的导入"
            if intake is None
            else f"{intake.imported_on} 导入的 {intake.files}"
        )
        self.parts.undo.setToolTip(tip)

    def _ask_undo(self) -> None:
        last = self._last
        asked = notices.question(
            self,
            f"撤销 {last.imported_on} 的导入？",
            "撤销导入",
            "不撤销",
            f"{last.files}：新增 {last.new} 行、变更 {last.changed} 行都会退回到导入以前。",
        )
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(self.undo)
        asked.open()

    def undo(self) -> None:
        """Take the last import back."""
        self.jobs.write(undo_intake, self._last.id, then=self._undone, refused=self._refuse)

    def _undone(self, touched: int) -> None:
        self.parts.banner.say(f"已撤销导入，{touched} 条记录退回到导入以前。", tone="plain")
        self._done = False
        self.parts.go.setEnabled(False)
        self.jobs.read(last_intake, then=self._know_last)
