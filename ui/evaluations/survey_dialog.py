"""满意度: drawing whom to ask, village by village, and keeping what they answered."""

from collections.abc import Sequence
from functools import partial
from secrets import randbelow
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
from qyclient.evaluations.rules.survey import ANSWERS, strokes
from qyclient.evaluations.services import surveys
from ui.evaluations.grid import Grid
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.tab import Tab

_PLACES = 12
_MOST_SEED = 1_000_000
_DRAW = ("村（社区）", "服务人数")
_TALLY = ("村（社区）", "抽取", "抽中序号（替补）", "非常满意", "满意", "一般", "不满意",
          "很不满意", "替换", "拒访", "在场人")  # fmt: skip
_KEYS = dict(enumerate((*ANSWERS, "replaced", "refused", "present"), start=3))
_WIDTHS = (110, 48, 190, 76, 64, 64, 64, 76, 52, 52)


class DrawDialog(QDialog):
    """抽样: counts by village, who is present, and a seed that draws the same ones again."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, found: Any) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"满意度抽样：{found.number} {found.subject}")
        self._jobs, self._round = jobs, found
        self.banner = Banner(self)
        self.grid = Grid(_DRAW, (260, 120), frozenset({0, 1}))
        self.grid.setAccessibleName("各村（社区）服务人数")
        self.grid.fill([["", ""]] * _PLACES)
        self.witnesses, self.seed = QLineEdit(), QLineEdit(str(randbelow(_MOST_SEED)))
        self.go = QPushButton("抽样")
        self.go.setProperty("role", "primary")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(lambda _checked: self.draw())
        self._build()
        self.resize(560, 560)

    def draw(self) -> None:
        """Draw, once what was typed can be read."""
        places: dict[str, int] = {}
        try:
            seed = surveys.counts_in(self.seed.text())
            for row in range(self.grid.rowCount()):
                if self.grid.text(row, 0).strip():
                    places[self.grid.text(row, 0)] = surveys.counts_in(self.grid.text(row, 1))
        except ValueError as problem:
            self.banner.say(str(problem))
            return
        args = (self._round.id, places, self.witnesses.text(), seed)
        self._jobs.write(surveys.draw, *args, then=self._drawn, refused=self._no)

    def _build(self) -> None:
        row = QHBoxLayout()
        for label, box in (("在场人", self.witnesses), ("随机种子", self.seed)):
            name = QLabel(label)
            name.setBuddy(box)
            box.setAccessibleName(label)
            row.addWidget(name)
            row.addWidget(box)
        told = QLabel("按服务人数在各村（社区）间分配，抽出名册序号和替补；同一种子重抽结果相同。")
        told.setProperty("role", "hint")
        told.setWordWrap(True)
        column = QVBoxLayout(self)
        for part in (self.banner, told, self.grid):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignRight)

    def _drawn(self, survey: Any) -> None:
        self._jobs.said.emit(f"已抽样：服务 {survey.served} 人，抽取 {survey.size} 人")
        self.accept()

    def _no(self, no: Refused) -> None:
        self.banner.say(str(no))


class TallyDialog(QDialog):
    """问卷汇总: counts may be typed as figures or as 正 strokes; each is kept when it is left."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None, found: Any, tallies: Sequence[Any]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"满意度问卷：{found.number} {found.subject}")
        self._jobs, self._round = jobs, found
        self.tallies: list[Any] = list(tallies)
        self.banner = Banner(self)
        self.grid = Grid(_TALLY, _WIDTHS, frozenset(_KEYS))
        self.grid.setAccessibleName("问卷汇总")
        self.grid.typed.connect(self._keep)
        self.told = QLabel()
        leave = QPushButton("离开（已自动保存）")
        leave.setAutoDefault(False)
        leave.clicked.connect(lambda _checked: self.reject())
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)
        self._show(self.tallies)
        self.resize(1120, 520)

    def _show(self, tallies: Sequence[Any]) -> None:
        self.tallies = list(tallies)
        self.grid.fill([_texts(one) for one in self.tallies])
        for row, one in enumerate(self.tallies):
            for column, key in _KEYS.items():
                value = getattr(one, key)
                if isinstance(value, int):
                    self.grid.item(row, column).setToolTip(strokes(value))
        self._jobs.read(surveys.satisfaction_of, self._round.id, then=self._tell)

    def _tell(self, found: Any) -> None:
        if found is None or found.rate is None:
            self.told.setText("还没有问卷结果。")
            return
        margin = f"，误差范围 ±{found.margin:.1%}" if found.margin is not None else ""
        short = f"；还差 {found.short} 份" if found.short else "；已达到抽样要求"
        self.told.setText(f"{found.asked} 份，满意度 {float(found.rate):.2%}{margin}{short}")

    def _keep(self, row: int, column: int, text: str) -> None:
        key = _KEYS[column]
        try:
            typed = text if key == "present" or not text.strip() else str(surveys.counts_in(text))
        except ValueError as problem:
            self._wrong(row, column, Refused(str(problem)))
            return
        one = self.tallies[row]
        args = (one.id, one.version, {key: typed})
        self._jobs.write(
            surveys.tally, *args, then=self._kept, refused=partial(self._wrong, row, column)
        )

    def _kept(self, _tally: object) -> None:
        self.banner.say("")
        self._jobs.read(surveys.tallies_of, self._round.id, then=self._show)

    def _wrong(self, row: int, column: int, no: Refused) -> None:
        self.grid.mark(row, column, str(no))
        self.banner.say(f"没有保存：{no}")


def _texts(one: Any) -> list[str]:
    listed = f"{one.numbers}（{one.reserves}）" if one.reserves else one.numbers
    counted = ["" if getattr(one, k) is None else str(getattr(one, k)) for k in _KEYS.values()]
    return [one.place, str(one.drawn), listed, *counted]


def open_survey(tab: Tab, found: Any) -> None:
    """Draw whom to ask, or keep what those who were drawn answered."""

    def show(tallies: Sequence[Any]) -> None:
        if tallies:
            TallyDialog(tab.jobs, tab, found, tallies).open()
        else:
            DrawDialog(tab.jobs, tab, found).open()

    tab.jobs.read(surveys.tallies_of, found.id, then=show)
