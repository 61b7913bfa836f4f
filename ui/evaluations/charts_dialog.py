"""图表: the charts of a round; a click opens the points behind, by rater."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qyclient.evaluations.services.reporting import rows_behind
from qyclient.paper.figures import Figure
from ui.kit.figure_view import FigureView
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable


class ChartsDialog(QDialog):
    """The same charts as in the report."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, found: Any, charts: Sequence[Figure]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"图表：{found.number} {found.subject}")
        self._jobs, self._round = jobs, found
        self.views = [FigureView(chart) for chart in charts]
        body = QWidget()
        column = QVBoxLayout(body)
        for view in self.views:
            column.addWidget(view)
            view.wanted.connect(self.open_rows)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(body)
        self.table = LinesTable(("指标", "评委", "得分"), (180, 90, 60))
        self.table.setAccessibleName("评分明细")
        self.table.setMinimumWidth(380)
        self.table.lines.show([["点图中的一项", "查看各评委的得分", ""]])
        row = QHBoxLayout(self)
        row.addWidget(area, 1)
        row.addWidget(self.table)
        self.resize(1140, 700)

    def open_rows(self, key: str) -> None:
        """Show who gave what for a part of a chart."""
        self._jobs.read(rows_behind, self._round.id, key, then=partial(self._show))

    def _show(self, rows: Sequence[Sequence[str]]) -> None:
        self.table.lines.show(rows)
