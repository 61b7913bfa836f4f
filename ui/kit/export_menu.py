"""What a list can be written to: 导出所见, and the papers of its subject."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from qyclient.paper.report import Report
from ui.kit.export_choice import ExportChoice
from ui.kit.jobs import Jobs
from ui.kit.report_dialog import ListExport, ReportExport
from ui.kit.table import RecordTable


class ExportMenu(QMenu):
    """Writes what the table holds at the moment the line is chosen."""

    def __init__(
        self, jobs: Jobs, table: RecordTable, reports: Sequence[Report], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._jobs, self._table, self._owner = jobs, table, parent
        self.setToolTipsVisible(True)
        seen = QAction("导出所见…", self)
        seen.setToolTip("把表中找到的行、显示的列写成 Excel；个人信息打码，要完整的须写明用途")
        seen.triggered.connect(lambda _checked: self._export_seen())
        self.addAction(seen)
        self.addSeparator()
        for report in reports:
            self.addAction(f"{report.title}…", partial(self._export, report))

    def _export_seen(self) -> None:
        records = self._table.records
        columns = [records.columns[number] for number in self._table.shown_columns()]
        personal = [column.field for column in columns if column.field.personal]
        if not personal:
            ListExport(self._jobs, records, columns, self._owner).open()
            return
        choice = ExportChoice(personal, self._owner)
        choice.chosen.connect(
            lambda why: ListExport(self._jobs, records, columns, self._owner, why).open()
        )
        choice.open()

    def _export(self, report: Report) -> None:
        ReportExport(self._jobs, self._table.records, report, self._owner).open()
