"""与财务对账: finance's list is read and held against ours; nothing is changed by it."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.contracts.reports.reconciled import HEADS, TITLE, Reconciled, write_reconciled
from qyclient.contracts.services.reconciling import read_payments, reconcile
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.report_dialog import ReportDialog

_SIZE = (1040, 560)
_WIDTHS = (100, 130, 230, 230, 300)


class ReconcileDialog(QDialog):
    """Shows what differs: sums, days, payees, what only one side has."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, path: Path) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"与财务对账：{path.name}")
        self._jobs = jobs
        self.found: Reconciled | None = None
        self.banner = Banner(self)
        self.told = QLabel("正在读取…")
        self.told.setWordWrap(True)
        self.lines = LinesTable(HEADS, _WIDTHS)
        self.lines.setAccessibleName("对账差异")
        self.save, close = QPushButton("另存为…"), QPushButton("关闭")
        self.save.setEnabled(False)
        self.save.clicked.connect(lambda _checked: self._ask_where())
        close.clicked.connect(lambda _checked: self.accept())
        foot = QHBoxLayout()
        foot.addStretch()
        for button in (self.save, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for part in (self.banner, self.told, self.lines):
            column.addWidget(part)
        column.addLayout(foot)
        self.resize(*_SIZE)
        watch = jobs.watch(f"正在读 {path.name}")
        jobs.do(partial(read_payments, path, watch), self._compare, self._refuse, watch=watch)

    def write(self, path: Path) -> None:
        """Write the differences."""
        jobs, found = self._jobs, self.found

        def job() -> str:
            if found is not None:
                write_reconciled(path, found, jobs.heading_of(jobs.workspace))
            return f"“{TITLE}”已写入 {path}"

        jobs.do(job, jobs.said.emit)

    def _compare(self, entries: Any) -> None:
        self._jobs.read(reconcile, entries, then=self._show, refused=self._refuse)

    def _show(self, found: Reconciled) -> None:
        self.found = found
        many = len(found.lines)
        said = f"一致 {found.same} 笔，有差异 {many} 笔。" if many else f"{found.same} 笔全部一致。"
        self.told.setText(said)
        self.lines.lines.show([line.cells() for line in found.lines])
        self.save.setEnabled(bool(many))

    def _refuse(self, no: Any) -> None:
        self.told.setText("")
        self.banner.say(str(no))

    def _ask_where(self) -> None:
        dialog = ReportDialog(self._jobs, TITLE, ".xlsx", self)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()
