"""The parts of the import dialog: what to press, and the rows by what becomes of them."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from qyclient.organizations.services.bodies import Row
from ui.kit.banner import Banner
from ui.kit.icons import icon
from ui.kit.lines import LinesTable
from ui.kit.waiting import WaitBar

OUTCOMES = {
    "new": "新增",
    "changed": "变更",
    "unchanged": "无变化",
    "held": "待处理",
    "skipped": "略过",
}
_HEADERS = ("文件", "工作表", "单元格", "名称", "原因")


class IntakeParts:
    """Builds them into a dialog, and shows rows; decides nothing."""

    def __init__(self, dialog: QDialog) -> None:
        self.banner = Banner()
        self.files = QLabel()
        self.files.setWordWrap(True)
        self.reason = QLineEdit()
        self.waiting = WaitBar()
        self.rows = LinesTable(_HEADERS, (180, 120, 72, 260))
        self.choose = QPushButton(icon("folder"), "选择 Excel 台账…")
        self.go = QPushButton("导入")
        self.held = QPushButton(icon("save"), "另存待处理行…")
        self.undo = QPushButton(icon("undo"), "撤销上次导入…")
        self.leave = QPushButton("关闭")
        self._chips = {key: QPushButton(label) for key, label in OUTCOMES.items()}
        self._rows: Sequence[Row] = ()
        self._tune()
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.banner)
        for part in (self._top(), self._options(), self._counts()):
            part.setContentsMargins(16, 4, 16, 0)
            column.addLayout(part)
        table = QVBoxLayout()
        table.setContentsMargins(16, 4, 16, 4)
        table.addWidget(self.rows)
        column.addLayout(table, 1)
        column.addLayout(self._foot())
        self.show_rows((), {})

    def show_rows(self, rows: Sequence[Row], counts: Mapping[str, int]) -> None:
        """Show the held rows, and how many there are of each outcome."""
        self._rows = rows
        for key, chip in self._chips.items():
            chip.setText(f"{OUTCOMES[key]} {counts.get(key, 0)}")
            chip.setEnabled(bool(counts.get(key, 0)))
        self.held.setEnabled(bool(counts.get("held", 0)))
        shown = "held" if counts.get("held") or not rows else "new"
        self._chips[shown].setChecked(True)
        self._list(shown)

    def lock(self, locked: bool) -> None:
        """Keep hands off while something is under way; only 取消 and 关闭 stay."""
        for button in (self.choose, self.go, self.held, self.undo):
            button.setEnabled(not locked)
        self.reason.setReadOnly(locked)

    def _tune(self) -> None:
        self.go.setProperty("role", "primary")
        self.go.setEnabled(False)
        self.undo.setEnabled(False)
        self.rows.setAccessibleName("台账各行的处理")
        self.reason.setPlaceholderText("不填则待处理；如：省平台已赋码，证书原样如此")
        self.reason.setAccessibleName("采用不合校验代码的理由")
        for button in (self.choose, self.go, self.held, self.undo, self.leave):
            button.setAutoDefault(False)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.files, 1)
        row.addWidget(self.undo)
        return row

    def _options(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(QLabel("信用代码不合校验仍要采用的理由"))
        row.addWidget(self.reason, 1)
        return row

    def _counts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for key, chip in self._chips.items():
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setAutoDefault(False)
            chip.setProperty("role", "chip")
            chip.clicked.connect(partial(self._list, key))
            row.addWidget(chip)
        row.addStretch()
        row.addWidget(self.waiting)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.held)
        row.addStretch()
        row.addWidget(self.go)
        row.addWidget(self.leave)
        return row

    def _list(self, outcome: str, _checked: bool = False) -> None:
        self.rows.lines.show(
            [
                (
                    row.file,
                    row.sheet,
                    row.cell or f"第{row.row}行",
                    row.name,
                    "；".join(row.reasons),
                )
                for row in self._rows
                if row.outcome == outcome
            ]
        )
