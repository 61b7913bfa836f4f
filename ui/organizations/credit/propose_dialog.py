"""拟办: the matters that facts of the register call for, opened for many bodies at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.services.credit import Proposal, open_many
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.table import ROW_HEIGHT
from ui.organizations.dialog_foot import foot

_SIZE = (960, 600)
_HEADS = ("名称", "事由", "不能立的原因")
_WIDTHS = (300, 400, 200)


class ProposeDialog(QDialog):
    """Ticked ones get a matter each, in one transaction; what is in the way cannot be ticked."""

    def __init__(
        self, jobs: Jobs, title: str, proposals: Sequence[Proposal], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"拟办：{title}")
        self._jobs, self._all = jobs, proposals
        self.banner = Banner(self)
        self.which = QComboBox()
        self.which.setAccessibleName("立什么办件")
        for kind in dict.fromkeys(one.kind for one in proposals):
            mine = [one for one in proposals if one.kind == kind]
            self.which.addItem(f"{mine[0].label}（{len(mine)}）", kind)
        self.every = QCheckBox("全选")
        self.every.setChecked(True)
        self.list = QTableWidget(0, len(_HEADS))
        self.list.setAccessibleName("拟办的单位")
        self._build()
        self.which.currentIndexChanged.connect(lambda _number: self._show())
        self.every.clicked.connect(self._tick_all)
        self.list.itemChanged.connect(lambda _item: self._count())
        self._show()

    @property
    def ticked(self) -> list[Proposal]:
        """Return what is ticked."""
        rows = range(self.list.rowCount())
        checked = Qt.CheckState.Checked
        return [self._mine[row] for row in rows if self.list.item(row, 0).checkState() == checked]

    def accept_all(self) -> None:
        """Open a matter for each that is ticked."""
        chosen = self.ticked
        self.go.setEnabled(False)
        watch = self._jobs.watch(f"正在立 {len(chosen)} 个办件")
        grounds = {one.body: one.ground for one in chosen}
        self._jobs.write(
            open_many,
            self.which.currentData(),
            grounds,
            then=self._done,
            refused=self._refused,
            watch=watch,
            because="批量立件",
        )

    def _build(self) -> None:
        self.list.setHorizontalHeaderLabels(_HEADS)
        self.list.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.list.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.list.verticalHeader().setVisible(False)
        self.list.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            self.list.setColumnWidth(column, width)
        said = "没有需要处理的单位。" if not self._all else "立件后在“办件”中逐步或批量办理。"
        self.told = QLabel(said)
        self.told.setProperty("role", "hint")
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(16, 12, 16, 12)
        for part in (self.banner, self.told, self.which, self.every, self.list):
            column_.addWidget(part)
        self.go, row = foot("立件", self.accept_all, self.reject)
        column_.addLayout(row)
        self.resize(*_SIZE)

    def _show(self) -> None:
        self._mine = [one for one in self._all if one.kind == self.which.currentData()]
        self.list.blockSignals(True)
        self.list.setRowCount(len(self._mine))
        for row, one in enumerate(self._mine):
            for column, text in enumerate((one.name, one.ground, one.why_not)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.list.setItem(row, column, item)
            self._tick(row, on=not one.why_not)
        self.list.blockSignals(False)
        self._count()

    def _tick(self, row: int, *, on: bool) -> None:
        item, blocked = self.list.item(row, 0), bool(self._mine[row].why_not)
        item.setCheckState(Qt.CheckState.Checked if on and not blocked else _OFF)
        if blocked:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)

    def _tick_all(self, on: bool) -> None:
        for row in range(self.list.rowCount()):
            self._tick(row, on=on)

    def _count(self) -> None:
        many = len(self.ticked)
        self.go.setText(f"立 {many} 个办件")
        self.go.setEnabled(many > 0)

    def _done(self, matters: Sequence[Any]) -> None:
        first, last = matters[0].number, matters[-1].number
        self._jobs.said.emit(f"已立 {len(matters)} 个办件：{first} 至 {last}")
        self.accept()

    def _refused(self, no: Refused) -> None:
        self.go.setEnabled(True)
        if not isinstance(no, Cancelled):
            self.banner.say(str(no))


_OFF = Qt.CheckState.Unchecked
