"""Choosing the columns of a list among everything a noun has, found by label or initials."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.kit.columns import Column
from ui.kit.pickers import sought

_SIZE = (380, 520)
_ROW = 28


class ColumnDialog(QDialog):
    """`chosen` carries the keys of the columns to show; `reset` asks for the usual ones."""

    chosen = Signal(object)
    reset = Signal()

    def __init__(
        self, columns: Sequence[Column], shown: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("选择列")
        self.search = QLineEdit()
        self.search.setPlaceholderText("查找列：列名或拼音首字母")
        self.search.setAccessibleName("查找列")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("可以显示的列")
        for number, column in enumerate(columns):
            item = QListWidgetItem(column.label, self.list)
            item.setData(Qt.ItemDataRole.UserRole, column.key)
            on = column.key in shown or number == 0
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            size = item.sizeHint()
            size.setHeight(_ROW)
            item.setSizeHint(size)
            if number == 0:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.list.setFocus)
        column_ = QVBoxLayout(self)
        column_.setSpacing(8)
        for part in (self.search, self.list, self._buttons()):
            column_.addWidget(part)
        self.resize(*_SIZE)

    def choose(self) -> None:
        """Show what is ticked."""
        items = [self.list.item(number) for number in range(self.list.count())]
        ticked = [i for i in items if i.checkState() == Qt.CheckState.Checked]
        self.chosen.emit({item.data(Qt.ItemDataRole.UserRole) for item in ticked})
        self.accept()

    def _narrow(self, words: str) -> None:
        wanted = words.strip().lower()
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(wanted not in sought(item.text()))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        keep, usual, leave = QPushButton("确定"), QPushButton("恢复默认"), QPushButton("取消")
        keep.setProperty("role", "primary")
        keep.clicked.connect(lambda _checked: self.choose())
        usual.clicked.connect(lambda _checked: self._reset())
        leave.clicked.connect(lambda _checked: self.reject())
        for button in (keep, usual, leave):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _reset(self) -> None:
        self.reset.emit()
        self.accept()
