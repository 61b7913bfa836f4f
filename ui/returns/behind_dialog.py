"""名单: the records behind a number, each ready to be opened where it is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qyclient.returns.rules.figures import Behind
from ui.kit.table import ROW_HEIGHT

_HEADS, _WIDTHS = ("名称", "计入哪一列", "数"), (420, 140, 110)


class BehindDialog(QDialog):
    """`wanted` carries the record that is to be opened."""

    wanted = Signal(object)

    def __init__(self, title: str, records: Sequence[Behind], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._records = records
        self.table = QTableWidget(len(records), len(_HEADS))
        self.table.setAccessibleName("这个数的名单")
        self.table.setHorizontalHeaderLabels(_HEADS)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for number, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(number, width)
        for row, one in enumerate(records):
            for number, text in enumerate((one.name, one.column, one.amount)):
                item = QTableWidgetItem(text)
                if number == len(_HEADS) - 1:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, number, item)
        self.table.activated.connect(lambda _index: self.open_record())
        self._build()
        self.resize(760, 520)

    def open_record(self) -> None:
        """Go to the record of the current row, if it is kept somewhere."""
        row = self.table.currentRow()
        if row >= 0 and self._records[row].key:
            self.wanted.emit(self._records[row])
            self.accept()

    def _build(self) -> None:
        told = QLabel(f"共 {len(self._records)} 条；双击或回车打开这条记录。")
        told.setProperty("role", "hint")
        go, leave = QPushButton("打开这条记录"), QPushButton("关闭")
        go.setProperty("role", "primary")
        go.setEnabled(bool(self._records))
        go.setAutoDefault(False)
        leave.setAutoDefault(False)
        go.clicked.connect(lambda _checked: self.open_record())
        leave.clicked.connect(lambda _checked: self.reject())
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(go)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        if self._records:
            self.table.selectRow(0)
