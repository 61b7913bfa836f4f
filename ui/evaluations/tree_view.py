"""The indicators of a template as a tree that can be rearranged; numbers follow the places."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from qyclient.evaluations.rules.tree import DEEPEST, above, level

ROW = Qt.ItemDataRole.UserRole
_HEADS = ("序号　指标", "类型", "分值", "由谁评")
_WIDTHS = (240, 60, 52)
_WRONG, _RIGHT = QColor("#b3261e"), QColor("#1c232b")


class TreeView(QTreeWidget):
    """Each item carries its row: texts by field key, with the key of what is kept already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels(list(_HEADS))
        self.setAccessibleName("指标树")
        self.setUniformRowHeights(True)
        for number, width in enumerate(_WIDTHS):
            self.setColumnWidth(number, width)

    def put(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Show rows in the order in which they are read."""
        made: dict[str, QTreeWidgetItem] = {}
        for row in rows:
            up = made.get(above(row["number"]))
            item = QTreeWidgetItem(self) if up is None else QTreeWidgetItem(up)
            item.setData(0, ROW, dict(row))
            made[row["number"]] = item
        self.number_again()
        self.expandAll()
        if self.topLevelItemCount():
            self.setCurrentItem(self.topLevelItem(0))

    def rows(self) -> list[dict[str, str]]:
        """Return the rows with the numbers of their places."""
        return [dict(item.data(0, ROW)) for item in self.items()]

    def items(self) -> Iterator[QTreeWidgetItem]:
        """Yield every item from top to bottom."""
        for number in range(self.topLevelItemCount()):
            yield from _under(self.topLevelItem(number))

    def change(self, item: QTreeWidgetItem, texts: Mapping[str, str]) -> None:
        """Take what was typed for an item."""
        item.setData(0, ROW, {**item.data(0, ROW), **texts})
        _draw(item)

    def add(self, *, under: bool) -> QTreeWidgetItem | None:
        """Add an indicator after the chosen one or under it; None where four levels are full."""
        chosen: QTreeWidgetItem | None = self.currentItem()
        deep = level(chosen.data(0, ROW)["number"]) if chosen is not None else 0
        if under and deep >= DEEPEST:
            return None
        made = QTreeWidgetItem()
        made.setData(0, ROW, {"number": "", "name": "新指标", "weight": "0"})
        if chosen is None:
            self.addTopLevelItem(made)
        elif under:
            chosen.addChild(made)
            chosen.setExpanded(True)
        else:
            holder = self._holder(chosen)
            holder.insertChild(holder.indexOfChild(chosen) + 1, made)
        self.number_again()
        self.setCurrentItem(made)
        return made

    def shift(self, by: int) -> None:
        """Move the chosen indicator up or down among its like."""
        chosen = self.currentItem()
        if chosen is None:
            return
        holder = self._holder(chosen)
        at = holder.indexOfChild(chosen)
        if 0 <= at + by < holder.childCount():
            holder.takeChild(at)
            holder.insertChild(at + by, chosen)
            for item in _under(chosen):
                item.setExpanded(True)
            self.number_again()
            self.setCurrentItem(chosen)

    def take_away(self) -> None:
        """Remove the chosen indicator with what stands under it."""
        chosen = self.currentItem()
        if chosen is not None:
            self._holder(chosen).removeChild(chosen)
            self.number_again()

    def number_again(self) -> None:
        """Give every item the number of its place."""
        for n in range(self.topLevelItemCount()):
            _number(self.topLevelItem(n), str(n + 1))

    def _holder(self, item: QTreeWidgetItem) -> QTreeWidgetItem:
        parent: QTreeWidgetItem | None = item.parent()
        return self.invisibleRootItem() if parent is None else parent

    def mark(self, problems: Mapping[str, str]) -> None:
        """Colour what is wrong, with the sentence in its tip."""
        for item in self.items():
            said = problems.get(item.data(0, ROW)["number"], "")
            item.setToolTip(0, said)
            item.setForeground(0, _WRONG if said else _RIGHT)


def _under(item: QTreeWidgetItem | None) -> Iterator[QTreeWidgetItem]:
    if item is not None:
        yield item
        for number in range(item.childCount()):
            yield from _under(item.child(number))


def _number(item: QTreeWidgetItem | None, number: str) -> None:
    if item is None:
        return
    item.setData(0, ROW, {**item.data(0, ROW), "number": number})
    _draw(item)
    for n in range(item.childCount()):
        _number(item.child(n), f"{number}.{n + 1}")


def _draw(item: QTreeWidgetItem) -> None:
    row = item.data(0, ROW)
    item.setText(0, f"{row['number']}　{row.get('name', '')}")
    for column, key in enumerate(("kind", "weight", "raters"), start=1):
        item.setText(column, row.get(key, ""))
    item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
