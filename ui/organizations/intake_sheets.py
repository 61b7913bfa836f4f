"""The sheets found in the files of an import, each with a tick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from ui.kit.table import ROW_HEIGHT
from ui.organizations.intake_work import Chosen, Work

BY_CODE = "由信用代码判断"
_HEADERS = ("工作表", "文件", "记录", "种类", "表头所在行", "没有对应的列")
_WIDTHS = (180, 240, 64, 150, 110)
_LISTED = 5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TICKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class SheetsTable(QTableWidget):
    """Space ticks the sheet under the cursor; `ticked` tells that it did."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADERS), parent)
        self.work = Work()
        self._quiet = False
        self.setAccessibleName("找到的工作表；空格键选取")
        self.setHorizontalHeaderLabels(_HEADERS)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(_LEFT)
        for at, width in enumerate(_WIDTHS):
            self.setColumnWidth(at, width)
        self.setFixedHeight(ROW_HEIGHT * _LISTED + 8)
        self.itemChanged.connect(self._tick)

    def show_work(self, work: Work) -> None:
        """List the sheets, and go to the first that is ticked."""
        self.work = work
        self.setRowCount(len(work.sheets))
        for row in range(len(work.sheets)):
            self.show_sheet(row)
        first = next((n for n, sheet in enumerate(work.sheets) if sheet.ticked), 0)
        self.setCurrentCell(first, 0)

    def show_sheet(self, row: int) -> None:
        """Show one sheet as it is read now."""
        self._quiet = True
        sheet = self.work.sheets[row]
        for column, text in enumerate(_texts(sheet)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column == 0:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_TICKED[sheet.ticked])
            self.setItem(row, column, item)
        self._quiet = False

    def _tick(self, item: QTableWidgetItem) -> None:
        if not self._quiet and item.column() == 0:
            self.work.sheets[item.row()].ticked = item.checkState() == Qt.CheckState.Checked
            self.ticked.emit()


def _texts(sheet: Chosen) -> tuple[str, ...]:
    ledger, layout = sheet.ledger, sheet.ledger.layout
    kind = ledger.org_type.label if ledger.org_type else BY_CODE
    called = (ledger.sheet.name, ledger.file)
    if not ledger.found:
        return (*called, "", "", "没有认出", "")
    rows = f"{layout.top + 1}–{layout.bottom + 1}" if layout.bottom > layout.top else ""
    unmatched = "、".join(c.heading for c in sheet.columns if sheet.is_open(c))
    return (*called, f"{sheet.rows}", kind, rows or f"{layout.top + 1}", unmatched)
