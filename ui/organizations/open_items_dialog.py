"""待补: what a body from paper still lacks, and what was looked for in vain (档案中确无)."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qyclient.organizations.models.file import SOUGHT
from qyclient.organizations.services.open_items import absent_of, mark_absent, open_of_body
from ui.kit.facts import heading, value
from ui.kit.jobs import Jobs
from ui.kit.scrolled import show_in
from ui.kit.text_dialog import TextDialog

_SIZE = (620, 560)


class OpenItemsDialog(QDialog):
    """Each item can be said to be certainly absent; `amending`: it was found and is typed in."""

    amending = Signal()

    def __init__(self, jobs: Jobs, body: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"待补：{body}（{body.paper_file}）")
        self._jobs, self._body = jobs, body
        told = QLabel(
            "下列事项和材料在补录时没有查到。查到的，按“修改”填写；"
            "逐页查过确实没有的，按“档案中确无…”写明怎样查的。"
        )
        told.setWordWrap(True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName("待补事项")
        self.amend, leave = QPushButton("修改…"), QPushButton("关闭")
        self.amend.clicked.connect(lambda _checked: self._amend())
        leave.clicked.connect(lambda _checked: self.reject())
        foot = QHBoxLayout()
        foot.addStretch()
        for button in (self.amend, leave):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(told)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        self.resize(*_SIZE)
        self._read()

    def _read(self) -> None:
        self._jobs.ask(partial(_known, self._body.id), self._show)

    def _show(self, found: tuple[Sequence[str], Sequence[Any]]) -> None:
        items, absent = found
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(f"待补（{len(items)}）"))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for row, item in enumerate(items):
            label = SOUGHT.format(item)
            button = QPushButton("档案中确无…")
            button.setAutoDefault(False)
            button.setAccessibleName(f"档案中确无：{label}")
            button.clicked.connect(partial(self._ask, item, label))
            grid.addWidget(QLabel(label), row, 0)
            grid.addWidget(button, row, 1)
        column.addLayout(grid)
        if not items:
            column.addWidget(QLabel("没有待补的事项和材料。"))
        if absent:
            column.addWidget(heading(f"档案中确无（{len(absent)}）"))
        for one in absent:
            said = f"{SOUGHT.format(one.item)}：{one.reason}（{one.by}，{one.on}）"
            column.addWidget(value(said))
        column.addStretch()
        show_in(self._scroll, body)

    def _ask(self, item: str, label: str, _checked: bool = False) -> None:
        told = f"“{label}”在纸质档案中确实没有，以后不再列为待补。"
        dialog = TextDialog("档案中确无", told, "怎样查的", "确定", self)
        dialog.box.setPlaceholderText("如：已逐页核对第12盒")
        dialog.given.connect(partial(self._mark, item, dialog))
        dialog.open()

    def _mark(self, item: str, dialog: TextDialog, reason: str) -> None:
        def done(_absent: object) -> None:
            dialog.accept()
            self._read()

        self._jobs.write(mark_absent, self._body.id, item, reason, then=done, refused=dialog.refuse)

    def _amend(self) -> None:
        self.accept()
        self.amending.emit()


def _known(key: Any, workspace: Any) -> tuple[Sequence[str], Sequence[Any]]:
    return workspace.read(open_of_body, key), workspace.read(absent_of, key)
