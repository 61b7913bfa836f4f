"""评分: a rater's sheet; each field is kept the moment it is left."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Refused
from qyclient.evaluations.services.marking import Line, Marked, hand_in, mark, sheet_of
from ui.evaluations.grid import Grid
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs

_HEADS = ("序号", "指标", "分值", "得分", "扣分理由", "计分依据")
_WIDTHS = (64, 300, 64, 72, 300)
_POINTS, _REASON = 3, 4
_KEYS = {_POINTS: "points", _REASON: "reason"}
_SIZE = (1180, 720)


class SheetDialog(QDialog):
    """Nobody else's points are in it. What was refused stays in its cell, marked, not kept."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, sheet: Marked) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rater = sheet.rater
        self.setWindowTitle(f"评分：{rater.round.subject}　{rater.name}（{rater.party.label}）")
        self._jobs, self.rater = jobs, rater
        self.lines: list[Line] = []
        self._refused: set[tuple[int, int]] = set()
        self.banner = Banner(self)
        self.grid = Grid(_HEADS, _WIDTHS, frozenset(_KEYS))
        self.grid.setAccessibleName(f"{rater.name} 的评分表")
        self.grid.typed.connect(self._keep)
        self.told = QLabel()
        self.told.setObjectName("told")
        self.give = QPushButton("交表")
        self.give.setProperty("role", "primary")
        self.give.setAutoDefault(False)
        self.give.clicked.connect(lambda _checked: self.hand_in())
        self._build()
        self._take(sheet)
        self.resize(*_SIZE)

    def hand_in(self) -> None:
        """Close the sheet; refused while something is missing."""
        self.banner.say("")
        self._jobs.write(hand_in, self.rater.id, then=self._handed_in, refused=self._no)

    def _build(self) -> None:
        leave = QPushButton("离开（已自动保存）")
        leave.setAutoDefault(False)
        leave.clicked.connect(lambda _checked: self.reject())
        hint = QLabel("小键盘输入，Enter 到下一项；低于满分的写明扣分理由。每一栏离开时自动保存。")
        hint.setProperty("role", "hint")
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(leave)
        foot.addWidget(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(self.banner)
        column.addWidget(hint)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)

    def _take(self, sheet: Marked) -> None:
        """Show the sheet as it is kept; what was refused stays as it was typed."""
        self.lines = sheet.lines
        rows = [_texts(line) for line in sheet.lines]
        if self.grid.rowCount() != len(rows):
            self.grid.fill(rows)
            self.grid.go_to(0, _POINTS)
        for row, line in enumerate(sheet.lines):
            for column in _KEYS:
                if (row, column) not in self._refused:
                    if self.grid.text(row, column) != rows[row][column]:
                        self.grid.put(row, column, rows[row][column])
                    self.grid.mark(row, column, "")
            if line.problem and line.counted is not None:
                self.grid.mark(row, _REASON, line.problem)
        left = f"还有 {sheet.open} 项未完成" if sheet.open else "全部完成，可以交表"
        shut = sheet.rater.handed_in_on is not None
        left = "已交表，不能再改" if shut else left
        self.told.setText(f"合计 {sheet.share:.2f} 分（百分制）；{left}")
        self.give.setEnabled(not shut)
        self.grid.setEnabled(not shut)

    def _keep(self, row: int, column: int, text: str) -> None:
        node = self.lines[row].indicator
        args = (self.rater.id, node.id, {_KEYS[column]: text})
        kept, no = partial(self._kept, row, column), partial(self._wrong, row, column)
        self._jobs.write(mark, *args, then=kept, refused=no)

    def _kept(self, row: int, column: int, _score: object) -> None:
        self._refused.discard((row, column))
        self.banner.say("")
        self._jobs.read(sheet_of, self.rater.id, then=self._take)

    def _wrong(self, row: int, column: int, no: Refused) -> None:
        self._refused.add((row, column))
        self.grid.mark(row, column, str(no))
        self.banner.say(f"没有保存：{no}")

    def _handed_in(self, rater: Any) -> None:
        self._jobs.said.emit(f"{rater.name} 已交表（{rater.code}）")
        self.accept()

    def _no(self, no: Refused) -> None:
        self.banner.say(str(no))


def _texts(line: Line) -> list[str]:
    node = line.indicator
    shown = line.points if line.points is not None else line.computed
    points = "" if shown is None else f"{shown.normalize():f}"
    basis = line.told or "　".join(filter(None, [node.rule, node.parts])).replace("\n", "；")
    weight = "0/1" if node.is_veto else f"{node.weight.normalize():f}"
    return [node.number, node.name, weight, points, line.reason, basis]
