"""录入纸质评分表: typed with the keypad, typed a second time, and compared before it is kept."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Refused
from qyclient.evaluations.rules.sheet_form import Form
from qyclient.evaluations.services.score_sheets import Entry, differences, key_in
from ui.evaluations.grid import Grid
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs

_HEADS = ("序号", "指标", "分值", "得分", "扣分理由")
_WIDTHS = (64, 320, 72, 90)
_POINTS, _REASON = 3, 4


class KeyInDialog(QDialog):
    """The first entry is put out of sight while the second is typed; differences light up."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, rater: Any, form: Form) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"录入评分表：{rater.code}　{form.rater}")
        self._jobs, self._rater, self._form = jobs, rater, form
        self.first: list[Entry] = []
        self.banner = Banner(self)
        self.told = QLabel("第一次录入：照评分表逐项输入得分和扣分理由，Enter 到下一项。")
        self.told.setProperty("role", "hint")
        self.grid = Grid(_HEADS, _WIDTHS, frozenset({_POINTS, _REASON}))
        self.grid.setAccessibleName("纸质评分表录入")
        self.code, self.second = QLineEdit(), QLineEdit()
        self.go = QPushButton("录完，复录一遍")
        self.go.setProperty("role", "primary")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(lambda _checked: self.on())
        self._build()
        self._fill([("", line.reason) for line in form.lines])
        self.resize(960, 680)

    def on(self) -> None:
        """Go from the first entry to the second, or compare both and keep them."""
        if self.code.text().strip() != self._form.code:
            self.banner.say(f"请扫描或输入评分表上的编号；这里应为 {self._form.code}。")
            return
        if not self.first:
            self._again()
            return
        found = differences(self.first, self._entries())
        for row in range(self.grid.rowCount()):
            self.grid.mark(row, _POINTS, dict(found).get(row, ""))
        if found:
            told = "；".join(said for _row, said in found[:3])
            self.banner.say(f"两次录入有 {len(found)} 处不同：{told}。请对照评分表改正。")
            return
        args = (self._rater.id, self._entries(), self.second.text())
        self._jobs.write(key_in, *args, then=self._kept, refused=self._no)

    def _again(self) -> None:
        self.first = self._entries()
        self._fill([("", entry["reason"]) for entry in self.first])
        self.banner.say("")
        self.told.setText("第二次录入：请另一人照评分表再输入一遍得分，不同的地方会标红。")
        self.go.setText("核对并保存")
        self.second.setEnabled(True)
        self.grid.go_to(0, _POINTS)

    def _build(self) -> None:
        row = QHBoxLayout()
        for label, box, hint in (
            ("评分表编号", self.code, "扫条码或输入"),
            ("复录人", self.second, "可以留空"),
        ):
            name = QLabel(label)
            name.setBuddy(box)
            box.setAccessibleName(label)
            box.setPlaceholderText(hint)
            row.addWidget(name)
            row.addWidget(box)
        self.second.setEnabled(False)
        row.addStretch()
        leave = QPushButton("取消")
        leave.setAutoDefault(False)
        leave.clicked.connect(lambda _checked: self.reject())
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)

    def _fill(self, given: Sequence[tuple[str, str]]) -> None:
        lines = zip(self._form.lines, given, strict=True)
        self.grid.fill([[line.number, line.name, line.full, *own] for line, own in lines])

    def _entries(self) -> list[Entry]:
        return [
            {
                "number": line.number,
                "points": self.grid.text(row, _POINTS).strip(),
                "reason": self.grid.text(row, _REASON).strip(),
            }
            for row, line in enumerate(self._form.lines)
        ]

    def _kept(self, rater: Any) -> None:
        self._jobs.said.emit(f"已录入 {rater.name} 的评分表（{rater.code}）")
        self.accept()

    def _no(self, no: Refused) -> None:
        self.banner.say(str(no))
