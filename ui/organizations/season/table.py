"""The table of a season: a row for each body, marked from the keypad."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from qyclient.organizations.rules.review_lists import ReviewConclusion
from qyclient.organizations.rules.review_steps import Note
from qyclient.organizations.services.season import Line
from qyclient.records.dates import format_date
from ui.kit.badge import BadgeDelegate
from ui.kit.table import ROW_HEIGHT
from ui.kit.table_model import RECORD, TONE, Index
from ui.organizations.season.words import KEYS, TONES

_NOWHERE = QModelIndex()
Show = Callable[[Line], str]


def _day(key: str) -> Show:
    def show(line: Line) -> str:
        day = getattr(line.row, key)
        return format_date(day) if day else ""

    return show


def _ended(line: Line) -> str:
    said: ReviewConclusion | None = line.row.conclusion
    day = line.row.concluded_on or line.row.published_on
    return " ".join(filter(None, (said.label if said else "", str(day or ""))))


def _progress(line: Line) -> str:
    late = line.late and line.row.review and line.state.value not in {"OVERDUE", "MISSED"}
    return f"{line.state.label}（迟）" if late else line.state.label


COLUMNS: Sequence[tuple[str, int, Show]] = (
    ("名称", 270, lambda line: str(line.row.name)),
    ("种类", 110, lambda line: line.row.org_type.label),
    ("业务主管单位", 170, lambda line: line.row.business_supervisor or ""),
    ("进度", 156, _progress),
    ("报主管单位", 120, _day("sent_on")),
    ("主管单位已审", 120, _day("supervisor_on")),
    ("收到", 120, _day("received_on")),
    ("退回", 120, _day("returned_on")),
    ("结论或公开", 150, _ended),
    ("连续未报", 76, lambda line: f"{line.missed} 年" if line.missed else ""),
    ("说明", 220, lambda line: line.row.returned_because or line.why),
)
_STATE, _PENDING = 3, 4
"""Where the state stands, and where what is marked and not yet kept is put in."""


class SeasonModel(QAbstractTableModel):
    """The lines that are shown, and what is marked of them by the key of their body."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.marks: Mapping[Any, list[Note]] = {}
        heads = [head for head, _width, _show in COLUMNS]
        self._heads = [*heads[:_PENDING], "本次登记", *heads[_PENDING:]]

    def show(self, lines: Sequence[Line], marks: Mapping[Any, list[Note]]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines, self.marks = lines, marks
        self.endResetModel()

    def marked(self) -> None:
        """Show what is marked now."""
        if self.lines:
            last = self.index(len(self.lines) - 1, _PENDING)
            self.dataChanged.emit(self.index(0, _PENDING), last)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many bodies are shown."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one cell in one role."""
        line, column = self.lines[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(line, column)
        if role == RECORD:
            return line
        if role == TONE:
            if column == _STATE:
                return TONES[line.state]
            return "warn" if column == _PENDING and line.key in self.marks else ""
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading, from the left."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, line: Line, column: int) -> str:
        if column == _PENDING:
            notes = self.marks.get(line.key, ())
            return "、".join(f"{n.step.label} {n.on.month}.{n.on.day}" for n in notes)
        return COLUMNS[column - (column > _PENDING)][2](line)


class SeasonTable(QTableView):
    """`pressed_key` carries the digit, empty for taking back; Enter goes a row down."""

    pressed_key = Signal(str)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.season = SeasonModel(self)
        self.setModel(self.season)
        self.setAccessibleName("年检（年报）列表")
        self.setItemDelegate(BadgeDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setHighlightSections(False)
        widths = [width for _head, width, _show in COLUMNS]
        for column, width in enumerate([*widths[:_PENDING], 150, *widths[_PENDING:]]):
            self.setColumnWidth(column, width)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def selected(self) -> list[Line]:
        """Return the selected lines, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.season.lines[row] for row in rows]

    def go_down(self) -> None:
        """Select the row under the current one alone."""
        row = min(self.currentIndex().row() + 1, self.season.rowCount() - 1)
        if row >= 0:
            self.selectRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note on a digit, take back on Backspace, go down on Enter, copy on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            cells = range(self.season.columnCount())
            picked = sorted(index.row() for index in self.selectionModel().selectedRows())
            rows = ("\t".join(self.season.index(r, c).data() for c in cells) for r in picked)
            QGuiApplication.clipboard().setText("\n".join(rows))
        elif event.text() in KEYS and self.selected():
            self.pressed_key.emit(event.text())
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.pressed_key.emit("")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_down()
        else:
            super().keyPressEvent(event)
