"""Step 2 of an import: what each column of each sheet means, kept by name for the next time."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.organizations.services.ledgers import REVIEW, Rule
from qyclient.organizations.services.matchings import matched_by, matchings, save_matching
from ui.kit.editor import Surroundings
from ui.kit.icons import icon
from ui.kit.jobs import Jobs
from ui.kit.looks import give_role
from ui.kit.options import Options
from ui.kit.scrolled import show_in
from ui.organizations.intake_decisions import ruled
from ui.organizations.intake_line import MatchLine, labels
from ui.organizations.intake_work import Chosen, Work

_HEADS = ("", "列名", "前几个不同的值", "对应的字段", "金额单位", "对已登记的单位")
_PAST_YEARS = 12


class MatchPage(QWidget):
    """One line per column, those not matched yet first."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.work = Work()
        self.sheet = Options("工作表")
        self.name = QComboBox()
        self.load = QPushButton("套用")
        self.save = QPushButton(icon("save"), "保存")
        self.said = QLabel()
        self.lines: list[MatchLine] = []
        self._scroll = QScrollArea()
        self._kept: dict[str, Any] = {}
        self._tune()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(8)
        column.addLayout(self._top())
        column.addWidget(self.said)
        column.addWidget(self._scroll, 1)

    def show_work(self, work: Work) -> None:
        """Show the columns of the first sheet that is brought in."""
        self.work = work
        sheets = [one.ledger for one in work.ticked]
        self.sheet.offer([(f"{n}", f"{s.sheet.name}（{s.file}）") for n, s in enumerate(sheets)])
        self.sheet.setVisible(len(sheets) > 1)
        self._draw()
        self.jobs.read(matchings, then=self._know)

    def settle_focus(self) -> None:
        """Put the cursor into the first column."""
        if self.lines:
            self.lines[0].field.setFocus()

    def current(self) -> Chosen:
        """Return the sheet shown."""
        return self.work.ticked[self.sheet.currentIndex()]

    def _tune(self) -> None:
        self.said.setWordWrap(True)
        self.said.hide()
        self.name.setEditable(True)
        self.name.setMinimumWidth(240)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setAccessibleName("对应方案的名称")
        self.name.lineEdit().setPlaceholderText("起个名，或选已保存的")
        self.name.editTextChanged.connect(lambda _text: self._allow())
        self.sheet.activated.connect(lambda _at: self._draw())
        self.load.clicked.connect(lambda _checked: self._load())
        self.save.clicked.connect(lambda _checked: self._save())
        for button in (self.load, self.save):
            button.setAutoDefault(False)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._allow()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.sheet)
        row.addStretch()
        for part in (QLabel("对应方案"), self.name, self.load, self.save):
            row.addWidget(part)
        return row

    def _draw(self) -> None:
        sheet, body = self.current(), QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 8, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, head in enumerate(_HEADS):
            label = QLabel(head)
            label.setProperty("role", "hint")
            grid.addWidget(label, 0, at)
        self.lines = []
        around = Surroundings(self.jobs.today)
        keys = labels(self._years(sheet))
        for row, column in enumerate(sheet.columns, start=1):
            line = MatchLine(sheet.ledger, column, keys, around)
            line.place(grid, row)
            line.matched.connect(self._match)
            line.counted.connect(self._count)
            line.ruled.connect(self._rule)
            self.lines.append(line)
        grid.setColumnStretch(len(_HEADS), 1)
        grid.setRowStretch(grid.rowCount(), 1)
        show_in(self._scroll, body)
        self._say("")
        self._again()

    def _years(self, sheet: Chosen) -> range:
        said = [c.key.removeprefix(REVIEW) for c in sheet.ledger.layout.columns if c.key]
        years = [int(year) for year in said if year.isdecimal()]
        this = self.jobs.today.year
        return range(max([this, *years]), min([this - _PAST_YEARS, *years]) - 1, -1)

    def _again(self) -> None:
        sheet = self.current()
        for line in self.lines:
            left = line.column.index in sheet.left
            now = next(c for c in sheet.ledger.layout.columns if c.index == line.column.index)
            line.show(sheet.ledger, left=left, is_open=sheet.is_open(now))

    def _match(self, column: int, key: str | None) -> None:
        self.current().match(column, key)
        self._again()
        self.changed.emit()

    def _count(self, column: int, unit: str) -> None:
        self.current().count_in(column, unit)
        self.changed.emit()

    def _rule(self, key: str, rule: str) -> None:
        sheet = self.current()
        sheet.decide(ruled(sheet.ledger.decisions, key, Rule(rule)))
        self.changed.emit()

    def _know(self, kept: Sequence[Any]) -> None:
        self._kept = {one.name: one for one in kept}
        typed = self.name.currentText()
        self.name.clear()
        self.name.addItems(list(self._kept))
        self.name.setEditText(typed)
        self._allow()

    def _allow(self) -> None:
        name = self.name.currentText().strip()
        self.load.setEnabled(name in self._kept)
        self.load.setToolTip("" if name in self._kept else "先选一个已保存的方案")
        self.save.setEnabled(bool(name))
        self.save.setToolTip("" if name else "先给方案起个名")

    def _load(self) -> None:
        kept = self._kept[self.name.currentText().strip()]
        ledger, unfit = matched_by(self.current().ledger, kept)
        headings = [line.partition("\t")[0] for line in kept.headings.splitlines()]
        self.current().adopt(ledger, headings)
        self._draw()
        self.changed.emit()
        self._say("；".join(unfit) + "。" if unfit else f"已套用“{kept.name}”。", bad=bool(unfit))

    def _save(self) -> None:
        name = self.name.currentText().strip()
        done = partial(self._saved, name)
        self.jobs.write(save_matching, name, self.current().ledger, then=done, refused=self._refuse)

    def _saved(self, name: str, _kept: object) -> None:
        self._say(f"已保存为“{name}”，下次可以套用。")
        self.jobs.read(matchings, then=self._know)

    def _refuse(self, no: Exception) -> None:
        self._say(str(no), bad=True)

    def _say(self, sentence: str, *, bad: bool = False) -> None:
        give_role(self.said, "problem" if bad else "hint")
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
