"""网络统计: the errands of the three-level network in a time, by station, by item, by month."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from qyclient.contracts.reports.network import TITLE, write_network
from qyclient.contracts.services.network import WAYS, Figures, figures_of
from qyclient.records.dates import format_date
from qyclient.records.field import Field
from qyclient.records.kinds import DATE
from ui.kit.editor import Surroundings
from ui.kit.form import Form
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.report_dialog import ReportDialog

_SIZE = (900, 680)
_HEADS = ("名称", "办件量", "按时（条）", "有时限（条）", "按时率", "满意度", "受益人次")
_WIDTHS = (240, 90, 100, 110, 90, 90, 100)
_FORM_HIGH = 96
_SPAN = (
    Field("since", "从", DATE, required=True),
    Field("until", "到", DATE, required=True),
)


class NetworkDialog(QDialog):
    """Counted by the database from the records, so that the three ways agree."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, span: tuple[date, date]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("县镇村三级社会综合服务网络统计")
        self._jobs = jobs
        self.found: Figures | None = None
        self.form = Form(_SPAN, Surroundings(jobs.today, jobs), self)
        self.form.put({"since": span[0].isoformat(), "until": span[1].isoformat()})
        self.form.setFixedHeight(_FORM_HIGH)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.tables: Mapping[str, LinesTable] = {way: _table(way) for way in WAYS}
        self._build()
        self.resize(*_SIZE)
        self.look()

    def look(self) -> None:
        """Count the days between the two."""
        try:
            since, until = (field.kind.parse(self.form.texts()[field.key]) for field in _SPAN)
        except ValueError as problem:
            self.told.setText(f"日期：{problem}。")
            return
        if until < since:
            self.told.setText("“到”早于“从”，请改日期。")
            return
        self._jobs.read(figures_of, since, until, then=self._show)

    def write(self, path: Path) -> None:
        """Write the three tables as one sheet."""
        jobs, found = self._jobs, self.found

        def job() -> str:
            if found is not None:
                write_network(path, found.rows, jobs.heading_of(jobs.workspace))
            return f"“{TITLE}”已写入 {path}"

        jobs.do(job, jobs.said.emit)

    def _show(self, found: Figures) -> None:
        self.found = found
        whole = found.whole
        span = f"{format_date(found.since)}至{format_date(found.until)}"
        rate = f"，按时率 {whole.in_time_rate:.1%}" if whole.in_time_rate is not None else ""
        content = f"，满意度 {whole.satisfaction:.2f}" if whole.satisfaction is not None else ""
        told = (
            f"{span}：办件 {whole.errands:,} 件，受益 {whole.beneficiaries:,} 人次{rate}{content}"
        )
        self.told.setText(f"{told}。" if whole.errands else f"{span}没有代办记录。")
        for way, table in self.tables.items():
            table.lines.show([_line(one) for one in found.by[way]])
        self.save.setEnabled(bool(whole.errands))

    def _build(self) -> None:
        look, self.save, close = (QPushButton(t) for t in ("统计", "另存为…", "关闭"))
        look.setProperty("role", "primary")
        look.clicked.connect(lambda _checked: self.look())
        self.save.clicked.connect(lambda _checked: self._ask_where())
        close.clicked.connect(lambda _checked: self.accept())
        foot = QHBoxLayout()
        foot.addWidget(look)
        foot.addStretch()
        for button in (look, self.save, close):
            button.setAutoDefault(button is look)
        for button in (self.save, close):
            foot.addWidget(button)
        tabs = QTabWidget()
        for way, table in self.tables.items():
            tabs.addTab(table, f"按{way}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for part in (self.form, self.told, tabs):
            column.addWidget(part)
        column.addLayout(foot)

    def _ask_where(self) -> None:
        dialog = ReportDialog(self._jobs, TITLE, ".xlsx", self)
        dialog.fileSelected.connect(partial(_written, self))
        dialog.open()


def _written(dialog: NetworkDialog, name: str) -> None:
    dialog.write(Path(name))


def _table(way: str) -> LinesTable:
    table = LinesTable(_HEADS, _WIDTHS)
    table.setAccessibleName(f"按{way}统计")
    return table


def _line(one: Any) -> Sequence[str]:
    rate, content = one.in_time_rate, one.satisfaction
    return (
        one.name,
        f"{one.errands:,}",
        f"{one.in_time:,}",
        f"{one.timed:,}",
        "" if rate is None else f"{rate:.1%}",
        "" if content is None else f"{content:.2f}",
        f"{one.beneficiaries:,}",
    )
