"""编辑版式: the sheet on the left, the chosen box in numbers on the right, every step undoable."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut, QUndoStack
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.certificates.services import save_template
from qyclient.certificates.services.template_files import checked_picture
from qyclient.errors import Refused
from qyclient.paper.pdf.overprint import Box, Template
from qyclient.paper.pdf.overprint_file import read, written
from ui.certificates.editor.drawing import Drawing
from ui.certificates.editor.numbers import Numbers
from ui.certificates.editor.step import Step
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.save_buttons import SaveButtons

_SIZE = (1240, 800)
_LONGEST = "国"


class TemplateDialog(QDialog):
    """Saves a new edition; the scan behind is for the screen and is never printed."""

    saved = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None,
        template: Template,
        scan: bytes | None,
        values: dict[str, str],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"编辑版式：{template.name}")
        self.jobs, self.template, self._scan, self._values = jobs, template, scan, values
        self.steps = QUndoStack(self)
        self.banner = Banner(self)
        self.drawing, self.numbers = Drawing(), Numbers()
        self.longest = QCheckBox("显示最长内容")
        self.note = QLineEdit()
        self.note.setAccessibleName("改动说明")
        self.note.setPlaceholderText("改动说明，如 住所右移 1.5 毫米")
        self._buttons = SaveButtons()
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self.show_now(template)

    def change(self, boxes: Sequence[Box]) -> None:
        """Put these boxes in the place of those of the same fields, as one step."""
        new = {box.field: box for box in boxes}
        whole = tuple(new.get(box.field, box) for box in self.template.boxes)
        after = replace(self.template, boxes=whole)
        try:
            read(written(after), self.template.name)
        except Refused as no:
            self.banner.say(str(no))
            self.show_now(self.template)
            return
        self.banner.say("")
        self.steps.push(Step(self.show_now, self.template, after))

    def show_now(self, template: Template) -> None:
        """Show a state of the template."""
        self.template = template
        picture = QPixmap()
        if self._scan:
            picture.loadFromData(self._scan)
        self.drawing.show_template(template, self._value, picture)
        self._chose()

    def save(self) -> None:
        """Keep a new edition."""
        stock = self.template.id.partition("@")[0]
        text = written(replace(self.template, id=stock))
        self._buttons.wait(True)
        self.jobs.write(
            save_template, stock, text, self.note.text(), self._scan,
            then=self._saved, refused=self._refused,
        )  # fmt: skip

    def take_scan(self, path: Path) -> None:
        """Put the office's own scan behind."""
        try:
            self._scan = checked_picture(path.read_bytes())
        except (Refused, OSError) as no:
            self.banner.say(str(no))
            return
        self.show_now(self.template)

    def align(self, side: str) -> None:
        """Bring the selected boxes to the first one's left edge, or to its top."""
        boxes = [box for box in self.template.boxes if box.field in self.drawing.selected]
        if len(boxes) < 2:  # noqa: PLR2004 - one is aligned with nothing
            self.banner.say("请先选中两个以上的方框（拖一个框，或按住 Ctrl 点）。")
            return
        first = boxes[0]
        left = side == "x"
        self.change([replace(b, x=first.x) if left else replace(b, y=first.y) for b in boxes])

    def _value(self, box: Box) -> str:
        if self.longest.isChecked():
            room = box.room
            per_line = int(room.width / box.sizes[0] * 72 / 25.4)
            return _LONGEST * max(1, per_line * max(1, int(box.h / box.line_mm)))
        return self._values.get(box.field) or box.label

    def _move(self, keys: Sequence[str], right: float, down: float) -> None:
        self.change(
            [
                replace(box, x=round(box.x + right, 1), y=round(box.y + down, 1))
                for box in self.template.boxes
                if box.field in keys
            ]
        )

    def _chose(self) -> None:
        keys = self.drawing.selected
        chosen = [box for box in self.template.boxes if box.field in keys]
        self.numbers.show_box(chosen[0] if chosen else None)

    def _connect(self) -> None:
        self.drawing.moved.connect(self._move)
        self.drawing.chosen.connect(self._chose)
        self.numbers.changed.connect(lambda box: self.change([box]))
        self.longest.toggled.connect(lambda _on: self.show_now(self.template))
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.steps.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.steps.redo)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.numbers)
        for text, go in (
            ("左边对齐", lambda: self.align("x")),
            ("上边对齐", lambda: self.align("y")),
            ("撤销 (Ctrl+Z)", self.steps.undo),
            ("换底图…", self._ask_scan),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, run=go: run())
            side.addWidget(button)
        side.addWidget(self.longest)
        side.addWidget(QLabel("底图只在屏幕上显示，从不打印。"))
        side.addStretch()
        side.addWidget(self.note)
        side.addWidget(self._buttons)
        row = QHBoxLayout()
        row.addWidget(self.drawing, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addLayout(row, 1)

    def _ask_scan(self) -> None:
        dialog = QFileDialog(self, "选一张空白证书的扫描图")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter("图片 (*.png *.jpg *.jpeg)")
        dialog.fileSelected.connect(lambda name: self.take_scan(Path(name)))
        dialog.open()

    def _saved(self, made: Any) -> None:
        self.jobs.said.emit(f"已保存版式：第 {made.edition} 版，以后制证用它")
        self.saved.emit(made)
        self.accept()

    def _refused(self, no: Refused) -> None:
        self._buttons.wait(False)
        self.banner.say(str(no))
