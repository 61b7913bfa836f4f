"""What a list can be written to: 导出所见, and the papers of its subject."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from qyclient.paper.report import Report
from qyclient.records.field import Field
from ui.kit.columns import Column
from ui.kit.export_choice import ExportChoice
from ui.kit.jobs import Jobs
from ui.kit.print_found import print_found
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
        paper = QAction("打印所见…", self)
        paper.setToolTip("把表中找到的行、显示的列排成横向 A4，先看后印；个人信息打码")
        paper.triggered.connect(lambda _checked: self._print_seen())
        self.addAction(paper)
        self.addSeparator()
        for report in reports:
            self.addAction(f"{report.title}…", partial(self._export, report))

    def _export_seen(self) -> None:
        records, columns = self._table.records, self._seen()

        def go(why: str) -> None:
            ListExport(self._jobs, records, columns, self._owner, why).open()

        self._ask([column.field for column in columns], "导出", go)

    def _print_seen(self) -> None:
        columns = self._seen()
        go = partial(print_found, self._jobs, self._table.records, columns, self._owner)
        self._ask([column.field for column in columns], "打印", go)

    def _export(self, report: Report) -> None:
        records = self._table.records

        def go(why: str) -> None:
            ReportExport(self._jobs, records, report, self._owner, why).open()

        self._ask(() if report.statutory else report.personal, "导出", go)

    def _seen(self) -> Sequence[Column]:
        records = self._table.records
        return [records.columns[number] for number in self._table.shown_columns()]

    def _ask(self, fields: Sequence[Field], deed: str, go: Callable[[str], None]) -> None:
        """Ask whether personal data is to be masked, and go on; without any, at once."""
        personal = [field for field in fields if field.personal]
        if not personal:
            go("")
            return
        choice = ExportChoice(personal, self._owner, deed)
        choice.chosen.connect(go)
        choice.open()
