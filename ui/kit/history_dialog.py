"""历史: the whole record as of a day on which it became another, beside another such day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from qyclient.records.dates import format_date
from qyclient.records.field import Field
from ui.kit.jobs import Jobs
from ui.kit.past_states import State, states
from ui.kit.side_by_side import Pair, SideBySide

Said = Callable[..., Sequence[tuple[date, Any]]]
_SIZE = (880, 640)


class HistoryDialog(QDialog):
    """The slider chooses the day on the right, the list the one on the left.

    `said` is a query of a record's key: from each day, the record as it stood.
    """

    def __init__(
        self,
        jobs: Jobs,
        record: Any,
        fields: Sequence[Field],
        said: Said,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"历史：{record}")
        self.jobs, self.record, self._fields = jobs, record, fields
        self.states: list[State] = []
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName("哪一天")
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.other = QComboBox()
        self.other.setAccessibleName("与哪一天比较")
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.told = QLabel("正在读取…")
        self.told.setWordWrap(True)
        self.sides = SideBySide(("", ""))
        self._lay_out()
        self.slider.valueChanged.connect(self._slide)
        self.other.currentIndexChanged.connect(lambda _number: self._show())
        jobs.ask(partial(_read, record, said), self._take)
        self.resize(*_SIZE)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(QLabel("哪一天"))
        row.addWidget(self.slider, 1)
        row.addWidget(QLabel("与这一天比较"))
        row.addWidget(self.other)
        self.foot = QHBoxLayout()
        self.foot.addStretch()
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(lambda _checked: self.reject())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.sides, 1)
        self.foot.addWidget(close)
        column.addLayout(self.foot)

    @property
    def chosen(self) -> State | None:
        """Return the state that the slider stands at; None before it is read."""
        return self.states[self.slider.value()] if self.states else None

    def _take(self, found: Sequence[State]) -> None:
        self.states = [*found]
        last = len(self.states) - 1
        if last < 0:
            self.told.setText("没有变动记录。")
            return
        for widget in (self.slider, self.other):
            widget.blockSignals(True)
        self.other.addItems([format_date(state.day) for state in self.states])
        self.slider.setRange(0, last)
        self.slider.setValue(last)
        self.slider.setEnabled(last > 0)
        for widget in (self.slider, self.other):
            widget.blockSignals(False)
        self._slide(last)

    def _slide(self, number: int) -> None:
        """Compare with the day before, until another is chosen."""
        self.other.blockSignals(True)
        self.other.setCurrentIndex(max(0, number - 1))
        self.other.blockSignals(False)
        self._show()

    def _show(self) -> None:
        right, left = self.states[self.slider.value()], self.states[self.other.currentIndex()]
        self.told.setText("\n".join(right.told))
        pairs = [
            Pair(one.label, left.shown(one), right.shown(one), _differ(one, left, right))
            for one in self._fields
            if not one.target
        ]
        headers = (f"{format_date(left.day)}", f"{format_date(right.day)}（所选）")
        self.sides.show_pairs([p for p in pairs if p.left or p.right], headers)


def _read(record: Any, said: Said, workspace: Any) -> list[State]:
    history: Sequence[Mapping[str, Any]] = workspace.history(record)
    return states(workspace.read(said, record.id), history)


def _differ(one: Field, left: State, right: State) -> bool:
    return bool(getattr(left.record, one.key) != getattr(right.record, one.key))
