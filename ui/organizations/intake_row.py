"""One row of an import beside the list: its cells to be mended, or what it changes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qyclient.organizations.services.bodies import Row
from ui.kit.lines import LinesTable
from ui.kit.looks import give_role
from ui.kit.options import Options
from ui.kit.scrolled import show_in
from ui.organizations.intake_cells import CellSeen, cells_of, elsewhere
from ui.organizations.intake_work import Chosen

_CHANGES = ("项目", "现在", "导入后")
_REVIEWS_ONLY = (("年检结论", "", "按台账更新"),)
_LABEL = 108


class RowPane(QWidget):
    """`mended` wants the cells taken over, `left_out` the row left out or taken in again.

    `meant` carries a field key, a word of the ledger, and the choice it means in every row.
    """

    mended = Signal()
    left_out = Signal(bool)
    meant = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.said = QLabel(), QLabel()
        self.cells: dict[int, QLineEdit] = {}
        self.words: dict[int, tuple[Options, QPushButton]] = {}
        self.changes = LinesTable(_CHANGES, (110,))
        self.mend = QPushButton("改好了，重新核对")
        self.skip = QPushButton("略过此行")
        self.take = QPushButton("不略过")
        self._before: dict[int, str] = {}
        self._scroll = QScrollArea()
        self._stack = QStackedWidget()
        self._tune()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.said):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        self.show_row(None, None)

    def show_row(self, row: Row | None, sheet: Chosen | None) -> None:
        """Show a row of a sheet; nothing if there is none."""
        self.cells, self.words, self._before = {}, {}, {}
        self.title.setText(f"{row.name or '（没有名称）'}" if row else "")
        skipped = row is not None and row.outcome == "skipped"
        decided = bool(row and sheet and row.row - 1 in sheet.ledger.decisions.skips)
        editable = row is not None and row.outcome not in {"changed", "skipped"}
        self.take.setVisible(decided)
        for button in (self.mend, self.skip):
            button.setVisible(editable)
        self.skip.setVisible(row is not None and not skipped)
        said = elsewhere(row) if row else ["选一行看详情。"]
        self.said.setText("\n".join(said))
        give_role(self.said, "problem" if row and row.outcome == "held" else "hint")
        self.said.setVisible(bool(said))
        self._stack.setVisible(row is not None and not skipped)
        if row and sheet and editable:
            self._draw(cells_of(sheet.ledger, row))
            self._stack.setCurrentIndex(0)
        elif row:
            self.changes.lines.show(row.changes or _REVIEWS_ONLY)
            self._stack.setCurrentIndex(1)

    def pending(self) -> dict[int, str]:
        """Return what was typed and is not taken over yet, by column."""
        texts = {column: box.text().strip() for column, box in self.cells.items()}
        return {column: text for column, text in texts.items() if text != self._before[column]}

    def settle_focus(self) -> bool:
        """Put the cursor into the first cell; return whether there is one."""
        first = next(iter(self.cells.values()), None)
        if first is not None:
            first.setFocus()
            first.selectAll()
        return first is not None

    def _tune(self) -> None:
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.said.setWordWrap(True)
        self.changes.setAccessibleName("现在和导入后")
        self.changes.setWordWrap(True)
        for column in (1, 2):
            self.changes.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch
            )
        self.changes.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.changes)
        ways: tuple[tuple[QPushButton, Callable[[], None]], ...] = (
            (self.mend, self.mended.emit),
            (self.skip, partial(self.left_out.emit, True)),
            (self.take, partial(self.left_out.emit, False)),
        )
        for button, do in ways:
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, do=do: do())
        self.mend.setToolTip("在格里按 Enter 也可以")

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self.mend, self.skip, self.take):
            row.addWidget(button)
        row.addStretch()
        return row

    def _draw(self, cells: list[CellSeen]) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for cell in cells:
            self._place(grid, cell)
        grid.setRowStretch(grid.rowCount(), 1)
        show_in(self._scroll, body)

    def _place(self, grid: QGridLayout, cell: CellSeen) -> None:
        at, number = grid.rowCount(), cell.column.index
        box, frame = QLineEdit(cell.text), QWidget()
        box.setCursorPosition(0)
        box.returnPressed.connect(self.mended)
        box.setAccessibleName(cell.column.heading)
        box.setAccessibleDescription(cell.problem)
        frame.setProperty("wrong", bool(cell.problem))
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(box)
        label = QLabel(cell.column.heading)
        label.setProperty("role", "label")
        label.setToolTip(cell.column.heading)
        label.setText(
            label.fontMetrics().elidedText(label.text(), Qt.TextElideMode.ElideRight, _LABEL)
        )
        label.setBuddy(box)
        self.cells[number], self._before[number] = box, cell.text
        grid.addWidget(label, at, 0)
        grid.addWidget(frame, at, 1)
        if cell.problem:
            problem = QLabel(cell.problem)
            problem.setProperty("role", "problem")
            problem.setWordWrap(True)
            grid.addWidget(problem, at + 1, 1)
        if cell.is_unknown_word and cell.column.key:
            grid.addLayout(self._mapping(cell, cell.column.key), at + 2, 1)

    def _mapping(self, cell: CellSeen, key: str) -> QHBoxLayout:
        choices = Options(f"“{cell.text}”的意思", [(label, label) for label in cell.choices])
        button = QPushButton(f"所有“{cell.text}”都改为它")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: self.meant.emit(key, cell.text, choices.chosen))
        self.words[cell.column.index] = (choices, button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(choices)
        row.addWidget(button)
        row.addStretch()
        return row
