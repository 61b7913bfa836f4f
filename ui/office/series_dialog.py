"""文号…: how each series of papers is numbered, and what paper had used of this year."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.office.models import NumberSeries
from qyclient.office.rules.series import Series
from qyclient.office.services import every_series, place_word, set_series
from qyclient.records.base import field_of
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.record_dialog import Call, RecordDialog

_HEADS, _WIDTHS = (
    ("序列", "文号样式", "编号方式", "已用到", "下一号的样子"),
    (150, 330, 150, 70, 220),
)
_SIZE, _SMALL = (980, 480), (820, 360)
_HINT = "双击一行修改。改动从今年起用；已经编好的文号不变。"
_CHANGED = ("pattern", "kind", "used")


class SeriesDialog(QDialog):
    """Every series as it is used this year."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("文号")
        self.jobs = jobs
        self.lines = LinesTable(_HEADS, _WIDTHS)
        self.lines.setAccessibleName("文号序列")
        self.change = QPushButton("修改…")
        self.change.setAutoDefault(False)
        self._series: Sequence[Series] = ()
        hint = QLabel(_HINT)
        hint.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(self.lines)
        column.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignLeft)
        self.resize(*_SIZE)
        self.change.clicked.connect(lambda _checked: self.amend())
        self.lines.doubleClicked.connect(lambda _index: self.amend())
        self.read()

    def read(self) -> None:
        """Read every series again."""
        today = self.jobs.today
        self.jobs.ask(
            lambda w: (w.read(every_series, today.year), w.read(place_word, today)), self._show
        )

    def amend(self) -> None:
        """Change the chosen series."""
        rows = self.lines.selectionModel().selectedRows()
        if rows:
            dialog = OneSeriesDialog(self.jobs, self._series[rows[0].row()], self)
            dialog.saved.connect(lambda _row: self.read())
            dialog.open()

    def _show(self, found: tuple[Sequence[Series], str]) -> None:
        self._series, place = found
        year = self.jobs.today.year
        self.lines.lines.show(
            [
                [
                    one.label,
                    one.pattern,
                    one.kind.label,
                    str(one.used or ""),
                    one.number(place, year, one.used + 1),
                ]
                for one in self._series
            ]
        )
        self.lines.selectRow(0)


class OneSeriesDialog(RecordDialog):
    """修改 a series from this year on."""

    def __init__(self, jobs: Jobs, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(jobs, [field_of(NumberSeries, key) for key in _CHANGED], parent)
        self.setWindowTitle(f"文号：{series.label}")
        self.done_word = "已修改文号"
        self._series = series
        used = {"used": str(series.used)} if series.used else {}
        self.form.put({"pattern": series.pattern, "kind": series.kind.label, **used})
        self.begin()
        self.resize(*_SMALL)

    def call(self, texts: Mapping[str, str]) -> Call:
        """Use it from this year on."""
        return set_series, (self._series.key, self.jobs.today.year, texts)

    def called(self, _record: Any) -> str:
        """Return which series it is."""
        return self._series.label
