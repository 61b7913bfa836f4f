"""导入平台表: what each row would note is shown first; what cannot be is handed back with why."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.services.held import held_rows
from qyclient.organizations.services.intake import Outcome
from qyclient.organizations.services.season_intake import read_season, take_in_season
from ui.kit.banner import Banner
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.organizations.dialog_foot import foot
from ui.organizations.intake_outcomes import OUTCOMES, line_of

_SIZE = (960, 600)
_FIRST_HELD = ("held", "new", "changed", "unchanged", "skipped")


class SeasonIntakeDialog(QDialog):
    """Nothing is written before 登记 is pressed; then all that can be is, in one transaction."""

    def __init__(
        self, jobs: Jobs, year: int, paths: Sequence[Path], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"导入平台表：{year}年度年检（年报）")
        self._jobs, self._year = jobs, year
        self._sheets: Sequence[Any] = ()
        self.outcome: Outcome | None = None
        self.banner = Banner(self)
        self.told = QLabel("正在读取…")
        self.told.setWordWrap(True)
        self.lines = LinesTable(("结果", "位置", "名称", "说明"), (80, 160, 280, 360))
        self.lines.setAccessibleName("每一行的结果")
        self.held = QPushButton(icon("save"), "另存待处理行…")
        self.held.setAutoDefault(False)
        self.held.setEnabled(False)
        self.held.clicked.connect(lambda _checked: self._ask_where())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for part in (self.banner, self.told, self.lines):
            column.addWidget(part)
        self.go, row = foot("登记", self.bring_in, self.reject)
        self.go.setEnabled(False)
        row.insertWidget(0, self.held)
        column.addLayout(row)
        self.resize(*_SIZE)
        watch = jobs.watch("正在读取平台表")
        jobs.do(partial(read_season, paths, watch), self._tried, self._refused, watch=watch)

    def bring_in(self) -> None:
        """Write what can be."""
        self.go.setEnabled(False)
        watch = self._jobs.watch("正在登记平台表")
        self._jobs.write(
            take_in_season, self._sheets, self._year, then=self._done, refused=self._refused,
            watch=watch, because=f"{self._year}年度年检（年报）：导入平台表",
        )  # fmt: skip

    def save_held(self, path: Path) -> None:
        """Write the held rows with their reasons, in the layout they came in."""
        if self.outcome is not None:
            write = partial(held_rows, path, self._sheets, self.outcome)
            said = f"待处理行已写入 {path}"
            self._jobs.do(write, lambda _many: self._jobs.said.emit(said), self._refused)

    def _tried(self, sheets: Sequence[Any]) -> None:
        self._sheets = sheets
        watch = self._jobs.watch("正在核对平台表")
        self._jobs.try_out(
            take_in_season, sheets, self._year, then=self._show, refused=self._refused, watch=watch
        )

    def _show(self, outcome: Outcome) -> None:
        self.outcome = outcome
        counts = outcome.counts
        self.told.setText(
            "，".join(f"{OUTCOMES[key]} {many}" for key, many in counts.items()) + "。"
        )
        rows = sorted(outcome.rows, key=lambda row: _FIRST_HELD.index(row.outcome))
        self.lines.lines.show(
            [(OUTCOMES[row.outcome], *line_of(row, several=False)) for row in rows]
        )
        many = counts["new"] + counts["changed"]
        self.go.setText(f"登记 {many} 个单位")
        self.go.setEnabled(many > 0)
        self.held.setEnabled(counts["held"] > 0)

    def _done(self, outcome: Outcome) -> None:
        many = outcome.counts["new"] + outcome.counts["changed"]
        held = outcome.counts["held"]
        self._jobs.said.emit(f"已登记 {many} 个单位，待处理 {held} 行；可用“撤销上一步”整个撤销。")
        self.accept()

    def _refused(self, no: Refused) -> None:
        if isinstance(no, Cancelled):
            self.reject()
            return
        self.banner.say(str(no))
        self.go.setEnabled(self.outcome is not None)

    def _ask_where(self) -> None:
        chooser = QFileDialog(self, "待处理行另存为")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("xlsx")
        chooser.selectFile(f"{self._year}年度年报待处理行.xlsx")
        chooser.fileSelected.connect(lambda name: self.save_held(Path(name)))
        chooser.open()
