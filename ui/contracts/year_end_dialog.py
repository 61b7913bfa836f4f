"""年末待办: the instalments of a budget year that still have to be evaluated and paid."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.contracts.reports.planned import write_planned
from qyclient.contracts.services.planned import left_of_year
from qyclient.records.dates import format_date
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.report_dialog import ReportDialog

_SIZE = (1080, 600)
_HEADS = ("合同编号", "项目名称", "承接主体", "期次", "未付", "预计付款", "指标", "现在")
_WIDTHS = (120, 150, 200, 80, 110, 120, 130, 120)
_BACK = 3
TITLE = "年末待评价和支付清单"


class YearEndDialog(QDialog):
    """What is not paid by the year's end has to be carried over, or the money goes back."""

    def __init__(self, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("年末待办：还要评价、还要支付的分期")
        self._jobs = jobs
        self.found: Sequence[Any] = ()
        self.years = QComboBox()
        self.years.setAccessibleName("预算年度")
        this = jobs.today.year
        for year in range(this + 1, this - _BACK - 1, -1):
            self.years.addItem(f"{year} 年度", year)
        self.years.setCurrentIndex(self.years.findData(this))
        self.told = QLabel("正在读取…")
        self.told.setWordWrap(True)
        self.lines = LinesTable(_HEADS, _WIDTHS)
        self.lines.setAccessibleName("年末待办列表")
        self._build()
        self.years.currentIndexChanged.connect(lambda _number: self.read())
        self.resize(*_SIZE)
        self.read()

    def read(self) -> None:
        """Read what the chosen year still has to pay."""
        self._jobs.read(left_of_year, self.years.currentData(), then=self._show)

    def write(self, path: Path) -> None:
        """Write the list."""
        jobs, found = self._jobs, self.found

        def job() -> str:
            write_planned(path, found, jobs.heading_of(jobs.workspace))
            return f"“{TITLE}”已写入 {path}"

        jobs.do(job, jobs.said.emit)

    def _show(self, found: Sequence[Any]) -> None:
        self.found = found
        total = sum((line.money.unpaid for line in found), Decimal(0))
        waits = sum(bool(line.part.waits_for) and not line.money.paid for line in found)
        year = self.years.currentData()
        many = f"{year} 年度还有 {len(found)} 期没有付清，未付 {total:,.2f} 元"
        said = f"{many}，其中 {waits} 期要先评价；年内付不了的，在“分期”里结转。"
        self.told.setText(said if found else f"{year} 年度的分期都已付清或核减。")
        self.lines.lines.show([_line(line) for line in found])
        self.save.setEnabled(bool(found))

    def _build(self) -> None:
        self.save, close = QPushButton("另存为…"), QPushButton("关闭")
        self.save.clicked.connect(lambda _checked: self._ask_where())
        close.clicked.connect(lambda _checked: self.accept())
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.years)
        top.addWidget(self.told, 1)
        foot.addStretch()
        for button in (self.save, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(top)
        column.addWidget(self.lines, 1)
        column.addLayout(foot)

    def _ask_where(self) -> None:
        dialog = ReportDialog(self._jobs, f"{TITLE}_{self.years.currentData()}", ".xlsx", self)
        dialog.fileSelected.connect(partial(_written, self))
        dialog.open()


def _written(dialog: YearEndDialog, name: str) -> None:
    dialog.write(Path(name))


def _line(line: Any) -> Sequence[str]:
    part = line.part
    return (
        part.contract.contract_no,
        line.title,
        line.party,
        f"第 {part.number} 期",
        f"{line.money.unpaid:,.2f}",
        format_date(part.due_on) if part.due_on else "",
        part.line.number if part.line else "",
        line.now,
    )
