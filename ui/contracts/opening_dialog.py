"""导入合同台账: what each row would be is shown first; what cannot be is handed back with why."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.contracts.services.contract_sheets import read_contracts
from qyclient.contracts.services.opening import take_in_contracts
from qyclient.errors import Refused
from qyclient.organizations.services.held import held_rows
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.report_dialog import ReportDialog

_SIZE = (980, 600)
_WORDS = {"held": "待处理", "new": "登记", "skipped": "略过"}
_ORDER = [*_WORDS]


class OpeningDialog(QDialog):
    """Nothing is written before 登记 is pressed; then all that can be is, in one transaction."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, paths: Sequence[Path]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("导入合同台账（期初）")
        self._jobs = jobs
        self._sheets: Any = None
        self.outcome: Any = None
        self.banner = Banner(self)
        self.told = QLabel("正在读取…")
        self.told.setWordWrap(True)
        self.lines = LinesTable(("结果", "位置", "内容", "说明"), (80, 150, 260, 420))
        self.lines.setAccessibleName("每一行的结果")
        self.go, self.held, close = (QPushButton(t) for t in ("登记", "另存待处理行…", "取消"))
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(lambda _checked: self.bring_in())
        self.held.clicked.connect(lambda _checked: self._ask_where())
        close.clicked.connect(lambda _checked: self.reject())
        self._lay_out(close)
        self.resize(*_SIZE)
        watch = jobs.watch("正在读取合同台账")
        jobs.do(partial(read_contracts, paths, watch), self._tried, self._refuse, watch=watch)

    def bring_in(self) -> None:
        """Write what can be."""
        self.go.setEnabled(False)
        watch = self._jobs.watch("正在登记合同台账")
        self._jobs.write(
            take_in_contracts, self._sheets, then=self._done, refused=self._refuse,
            watch=watch, because="期初：导入合同台账",
        )  # fmt: skip

    def save_held(self, path: Path) -> None:
        """Write the held rows with their reasons, in the layout they came in."""
        write = partial(held_rows, path, self._sheets.all, self.outcome)
        said = f"待处理行已写入 {path}"
        self._jobs.do(write, lambda _many: self._jobs.said.emit(said), self._refuse)

    def _lay_out(self, close: QPushButton) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.held)
        foot.addStretch()
        foot.addWidget(self.go)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for part in (self.banner, self.told, self.lines):
            column.addWidget(part)
        column.addLayout(foot)
        for button in (self.go, self.held, close):
            button.setAutoDefault(False)
        self.go.setEnabled(False)
        self.held.setEnabled(False)

    def _tried(self, sheets: Any) -> None:
        self._sheets = sheets
        watch = self._jobs.watch("正在核对合同台账")
        self._jobs.try_out(
            take_in_contracts, sheets, then=self._show, refused=self._refuse, watch=watch
        )

    def _show(self, outcome: Any) -> None:
        self.outcome = outcome
        counts = outcome.counts
        self.told.setText("，".join(f"{_WORDS[key]} {counts[key]} 行" for key in _WORDS) + "。")
        rows = sorted(outcome.rows, key=lambda row: _ORDER.index(row.outcome))
        self.lines.lines.show([_line(row) for row in rows])
        self.go.setEnabled(counts["new"] > 0)
        self.held.setEnabled(counts["held"] > 0)

    def _done(self, outcome: Any) -> None:
        counts = outcome.counts
        self._jobs.said.emit(
            f"已登记 {counts['new']} 行，待处理 {counts['held']} 行；可用“撤销上一步”整个撤销。"
        )
        self.accept()

    def _refuse(self, no: Refused) -> None:
        self.banner.say(str(no))

    def _ask_where(self) -> None:
        dialog = ReportDialog(self._jobs, "合同台账_待处理", ".xlsx", self)
        dialog.fileSelected.connect(lambda name: self.save_held(Path(name)))
        dialog.open()


def choose_ledgers(tab: Any) -> None:
    """Ask for the ledgers that a tab is to bring in."""
    dialog = QFileDialog(tab, "选择合同台账")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter("表格 (*.xlsx *.xls *.csv)")
    dialog.filesSelected.connect(lambda names: tab.bring([*map(Path, names)]))
    dialog.open()


def _line(row: Any) -> tuple[str, ...]:
    place = f"{row.sheet} {row.cell or f'第 {row.row} 行'}"
    return _WORDS[row.outcome], place, row.name, "；".join(row.reasons)
