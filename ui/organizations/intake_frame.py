"""The frame of the import's steps: where one is, what may be said, and the way on and back."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.kit.banner import Banner
from ui.kit.icons import icon
from ui.kit.waiting import WaitBar

STEPS = ("选择文件", "对应各列", "核对", "导入")


class IntakeFrame:
    """Builds itself into a dialog around the pages; decides nothing."""

    def __init__(self, dialog: QDialog, pages: Sequence[QWidget]) -> None:
        self.banner = Banner()
        self.where = QLabel()
        self.pages = QStackedWidget()
        for page in pages:
            self.pages.addWidget(page)
        self.waiting = WaitBar()
        self.past = QPushButton(icon("undo"), "导入记录…")
        self.back = QPushButton("上一步")
        self.on = QPushButton("下一步")
        self.leave = QPushButton("关闭")
        self._tune()
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addLayout(self._head())
        column.addWidget(self.pages, 1)
        column.addLayout(self._foot())
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Show a page, and where it stands among the others."""
        self.pages.setCurrentIndex(step)
        names = [f"{number} {name}" for number, name in enumerate(STEPS, start=1)]
        names[step] = f"<b>{names[step]}</b>"
        self.where.setText("&nbsp;&nbsp;›&nbsp;&nbsp;".join(names))
        self.where.setAccessibleName(f"第 {step + 1} 步，共 {len(STEPS)} 步：{STEPS[step]}")
        self.back.setVisible(step > 0)

    def allow(self, text: str, why_not: str) -> None:
        """Name the way on, or say why it is shut; without a name it is the end."""
        self.on.setVisible(bool(text))
        self.on.setText(text)
        self.on.setShortcut("Alt+Right")
        self.on.setEnabled(not why_not)
        self.on.setToolTip(why_not or "Alt+→")
        self.leave.setText("关闭" if text else "完成")

    def lock(self, locked: bool) -> None:
        """Keep hands off while something is under way; only 取消 and 关闭 stay."""
        for part in (self.pages, self.back, self.on, self.past):
            part.setEnabled(not locked)

    def _tune(self) -> None:
        self.on.setProperty("role", "primary")
        self.back.setShortcut("Alt+Left")
        self.back.setToolTip("Alt+←")
        self.past.setToolTip("看以前的导入，需要时整个撤销")
        for button in (self.past, self.back, self.on, self.leave):
            button.setAutoDefault(False)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 0)
        row.addWidget(self.where, 1)
        row.addWidget(self.past)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.waiting)
        row.addStretch()
        for button in (self.back, self.on, self.leave):
            row.addWidget(button)
        return row
