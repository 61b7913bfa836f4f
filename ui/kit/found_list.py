"""What was found in the whole register, by noun: a list under the box it was typed into."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.kit.found import TabOf, told

_WIDTH, _CALLED, _EDGE, _LONGEST = 680, 320, 8, 560
_ROW = Qt.ItemDataRole.UserRole
_NOTHING = Qt.ItemFlag.NoItemFlags


class FoundList(QTreeWidget):
    """`opening` carries a record, `listing` a noun all of whose records are wanted."""

    opening = Signal(object)
    listing = Signal(object)

    def __init__(self, box: QWidget, tab_of: TabOf) -> None:
        super().__init__(box.window())
        self._box, self._tab_of = box, tab_of
        self.setObjectName("found")
        self.setAccessibleName("查找结果")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, _CALLED)
        self.header().setStretchLastSection(True)
        self.itemClicked.connect(lambda _item, _column: self.choose())
        self.hide()

    def show_found(self, words: str, groups: Sequence[Any]) -> None:
        """Show what was found, the first record ready to be opened; or how to find more."""
        self.clear()
        for group in groups:
            self._add_group(group)
        if not groups:
            self._say(f"没有找到“{words}”。")
            self._say("可以只写名称里的几个字、拼音首字母、代码的一段、姓名或电话。")
        self.move_on(1)
        self._place()

    def move_on(self, step: int) -> None:
        """Go to the next line that leads somewhere, or to the one before."""
        lines = [line for line in self._lines() if self._leads(line)]
        if lines:
            chosen = [n for n, line in enumerate(lines) if line.isSelected()]
            now = chosen[0] if chosen else -step
            self.setCurrentItem(lines[max(0, min(len(lines) - 1, now + step))])

    def choose(self) -> None:
        """Open what the current line stands for."""
        for line in self.selectedItems():
            meant = line.data(0, _ROW)
            if isinstance(meant, type):
                self.listing.emit(meant)
            elif meant is not None:
                self.opening.emit(meant)

    def texts(self) -> list[tuple[str, str]]:
        """Return what its lines say."""
        return [(line.text(0), line.text(1)) for line in self._lines()]

    def _add_group(self, group: Any) -> None:
        self._say(group.noun.__label__, f"共 {group.count:,} 条")
        for record in group.records:
            called, facts = told(record)
            line = QTreeWidgetItem([f"　{called}", facts])
            line.setData(0, _ROW, record)
            line.setToolTip(0, called)
            line.setToolTip(1, facts)
            self._quieten(line, 1)
            self.addTopLevelItem(line)
        if group.count > len(group.records) and self._tab_of(group.noun):
            more = QTreeWidgetItem([f"　在列表中看全部 {group.count:,} 条…"])
            more.setData(0, _ROW, group.noun)
            self._quieten(more, 0)
            self.addTopLevelItem(more)

    def _say(self, text: str, more: str = "") -> None:
        line = QTreeWidgetItem([text, more])
        line.setFlags(_NOTHING)
        self.addTopLevelItem(line)
        line.setFirstColumnSpanned(not more)
        font = self.font()
        font.setBold(bool(more))
        line.setFont(0, font)
        self._quieten(line, 1 if more else 0)

    def _quieten(self, line: QTreeWidgetItem, number: int) -> None:
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        line.setForeground(number, QBrush(quiet))

    def _lines(self) -> list[QTreeWidgetItem]:
        return [self.topLevelItem(number) for number in range(self.topLevelItemCount())]

    def _leads(self, line: QTreeWidgetItem) -> bool:
        return line.data(0, _ROW) is not None

    def _place(self) -> None:
        """Stand under the box, inside the window, as high as there are lines."""
        window = self._box.window()
        corner = self._box.mapTo(window, QPoint(self._box.width(), self._box.height() + 2))
        wide = min(_WIDTH, window.width() - 2 * _EDGE)
        room = min(_LONGEST, window.height() - corner.y() - _EDGE)
        rows = sum(self.sizeHintForRow(number) for number in range(self.topLevelItemCount()))
        left = max(_EDGE, corner.x() - wide)
        self.setGeometry(left, corner.y(), wide, min(room, rows + 2 * _EDGE))
        self.show()
        self.raise_()
