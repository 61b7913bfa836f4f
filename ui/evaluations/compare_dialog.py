"""比较: where two templates differ, line by line."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.kit.lines import LinesTable

_WIDTHS = (72, 120, 300, 300)


class CompareDialog(QDialog):
    """Shows the differences; nothing is changed here."""

    def __init__(
        self, one: Any, other: Any, lines: Sequence[Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"比较：{one.number} 与 {other.number}")
        said = f"共 {len(lines)} 处不同。" if lines else "两版的指标完全相同。"
        self.told = QLabel(said)
        self.table = LinesTable(("序号", "项目", one.number, other.number), _WIDTHS)
        self.table.setAccessibleName("两版的不同")
        self.table.lines.show(lines)
        leave = QPushButton("关闭")
        leave.clicked.connect(lambda _checked: self.reject())
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(leave, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(900, 520)

    @classmethod
    def show_for(
        cls, parent: QWidget, one: Any, other: Any, lines: Sequence[Sequence[str]]
    ) -> None:
        """Open it."""
        cls(one, other, lines, parent).open()
