"""The room 年报: who owes a year, how far each has come, and noting it from the keypad."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qyclient.organizations.models import AnnualReview
from qyclient.organizations.services.season import Line, mode_of, season
from qyclient.organizations.services.season_lists import LISTS, keys_holding, told
from ui.kit.action_bar import ActionBar
from ui.kit.actions import Action
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.search_box import SearchBox
from ui.kit.tab import Tab, Visit
from ui.organizations.season.chips import Chips
from ui.organizations.season.marking import Marking
from ui.organizations.season.offers import OFFERS
from ui.organizations.season.table import SeasonTable
from ui.organizations.season.words import LEGEND

_SEEN = frozenset({"organization", "annual_review", "legal_change"})
_FIRST = 2012


class SeasonTab(Tab):
    """年报: chips count and narrow; digits mark the selected rows; Ctrl+S keeps what is marked."""

    offers: Sequence[Action] = OFFERS

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self._lines: Sequence[Line] = ()
        self._words: frozenset[Any] | None = None
        self._started = False
        self.years = QComboBox()
        self.years.setAccessibleName("年度")
        self.search = SearchBox("名称、拼音首字母、代码、电话")
        self.chips = Chips()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.banner = Banner(self)
        self.table = SeasonTable()
        self.marking = Marking(jobs, self.table, lambda: self.year)
        self.bar = ActionBar(self, self.offers, "社会组织")
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    @classmethod
    def nouns(cls) -> tuple[type[Any], ...]:
        """List the years of bodies."""
        return (AnnualReview,)

    @property
    def year(self) -> int:
        """Return the year that is shown."""
        return int(self.years.currentData())

    @property
    def chosen(self) -> list[Line]:
        """Return the selected lines."""
        return self.table.selected()

    @property
    def shown(self) -> Sequence[Line]:
        """Return the lines that are shown."""
        return self.table.season.lines

    def start(self) -> None:
        """Offer the years up to this one, and read the one whose season it is."""
        if self._started:
            return
        self._started = True
        last = self.jobs.today.year
        self.years.blockSignals(True)
        for year in range(last, _FIRST - 1, -1):
            self.years.addItem(f"{year}年度", year)
        self.years.setCurrentIndex(self.years.findData(last - 1))
        self.years.blockSignals(False)
        self.read()

    def visit(self, visit: Visit) -> None:
        """Look for words, show one list of it, do an action."""
        self.start()
        self.search.setText(visit.words)
        if visit.action in LISTS:
            self.chips.choose(visit.action)
        elif visit.action:
            self.bar.made[visit.action].trigger()

    def read(self) -> None:
        """Read the year again."""
        self.jobs.read(season, self.year, then=self._take)

    def _marked(self) -> None:
        many = len(self.marking.marks)
        self.bar.made["keep"].setText(f"保存 {many} 个" if many else "保存登记")

    def _take(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        modes: Mapping[str, Any] = mode_of(self.year)
        self.said.setText(told(self.year, lines, modes))
        self.chips.count(lines)
        self._show()

    def _look(self) -> None:
        if not self.search.words:
            self._words = None
            self._show()
        else:
            self.jobs.read(keys_holding, self.search.words, then=self._found)

    def _found(self, keys: frozenset[Any]) -> None:
        self._words = keys
        self._show()

    def _show(self) -> None:
        wanted = LISTS[self.chips.chosen].holds
        lines = [line for line in self._lines if wanted(line)]
        if self._words is not None:
            lines = [line for line in lines if line.key in self._words]
        self.table.season.show(lines, self.marking.marks)
        self.bar.allow([])
        self.say_counts(f"{self.year}年度：显示 {len(lines)} / 共 {len(self._lines)}")

    def _change_year(self) -> None:
        self.marking.clear()
        self.read()

    def _refresh(self, changed: Sequence[str]) -> None:
        if self._started and _SEEN & set(changed):
            self.read()

    def _connect(self) -> None:
        self.years.currentIndexChanged.connect(lambda _number: self._change_year())
        self.search.sought.connect(self._look)
        self.chips.changed.connect(self._show)
        self.marking.changed.connect(self._marked)
        self.marking.problem.connect(self.banner.say)
        self.table.chosen.connect(lambda: self.bar.allow(self.chosen))
        self.jobs.changed.connect(self._refresh)
        find = QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.years)
        top.addWidget(self.search, 1)
        label = QLabel("登记日期")
        label.setProperty("role", "label")
        top.addWidget(label)
        self.marking.day.setFixedWidth(230)
        top.addWidget(self.marking.day)
        legend = QLabel(LEGEND)
        legend.setProperty("role", "hint")
        legend.setWordWrap(True)
        column = QVBoxLayout()
        column.setContentsMargins(8, 12, 12, 0)
        column.setSpacing(8)
        column.addLayout(top)
        for part in (self.said, self.chips, self.banner, legend):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar)
        row.addLayout(column, 1)
