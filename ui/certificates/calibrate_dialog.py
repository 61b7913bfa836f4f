"""校准打印机: print the crosses, hold them to the light, type what is read; solved at once."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.certificates.reports import cross_sheet
from qyclient.certificates.rules import STOCKS, paper_size
from qyclient.certificates.rules.calibration import Reading, solve
from qyclient.certificates.services import calibrate, current_template
from qyclient.errors import Invalid, Refused
from qyclient.paper.pdf.crosses import Mark, marks
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.print_found import PrintDialog
from ui.kit.printers import driver_of, printer_names
from ui.kit.save_buttons import SaveButtons

_SIZE = (720, 560)
_TOLD = (
    "1. 点“打印对位页”，用白纸按实际大小（100%）打印；2. 与一张空白证四边对齐叠好，对着光看；"
    "3. 在每个十字上读出边框角落在哪里，填在下面：右、下为正，左、上为负，估读到 0.1 毫米。"
)


class CalibrateDialog(QDialog):
    """Eight numbers: how far right and down each corner of the stock lies on its cross."""

    saved = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("校准打印机")
        self.jobs = jobs
        self.banner = Banner(self)
        self.stock, self.printer = QComboBox(), QComboBox()
        self.tray = QLineEdit()
        self.boxes: list[tuple[Mark, QLineEdit, QLineEdit]] = []
        self.solved = QLabel()
        self.solved.setWordWrap(True)
        self._template: Any = None
        self._grid = QGridLayout()
        self._buttons = SaveButtons()
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self._take_stock()

    def save(self) -> None:
        """Keep it; refuse what is not typed or contradicts itself."""
        try:
            given = self._readings()
        except ValueError as problem:
            self.banner.say(str(problem))
            return
        name = self.printer.currentText().strip()
        told = {"printer": name, "tray": self.tray.text(), "driver": driver_of(name)}
        size = paper_size(self._template.paper.w)
        self._buttons.wait(True)
        self.jobs.write(calibrate, told, size, given, then=self._saved, refused=self._refused)

    def _readings(self) -> Sequence[Reading]:
        found = []
        for mark, right, down in self.boxes:
            try:
                read = [float(box.text().replace("−", "-").strip()) for box in (right, down)]
            except ValueError:
                raise ValueError(f"请填写{mark.name}的两个读数，如 1.2 或 -0.5") from None
            found.append(Reading(mark.x, mark.y, *read))
        return found

    def _lay_out(self) -> None:
        for code, label in STOCKS.items():
            self.stock.addItem(label, code)
        self.printer.setEditable(True)
        self.printer.addItems(printer_names())
        self.tray.setPlaceholderText("如 手动；留空是默认纸盒")
        form = QFormLayout()
        named = {"用哪种空白证": self.stock, "打印机": self.printer, "纸盒": self.tray}
        for name, widget in named.items():
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        told = QLabel(_TOLD)
        told.setWordWrap(True)
        told.setProperty("role", "hint")
        self.sheet = QPushButton("打印对位页…")
        self.sheet.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.banner)
        column.addLayout(form)
        column.addWidget(told)
        column.addWidget(self.sheet, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._grid)
        column.addWidget(self.solved)
        column.addStretch()
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self.stock.currentIndexChanged.connect(lambda _row: self._take_stock())
        self.sheet.clicked.connect(lambda _checked: self._show_sheet())
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)

    def _take_stock(self) -> None:
        self.jobs.read(current_template, self.stock.currentData(), then=self._take)

    def _take(self, template: Any) -> None:
        self._template = template
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.boxes = []
        for column, text in enumerate(("", "向右（毫米）", "向下（毫米）")):
            self._grid.addWidget(QLabel(text), 0, column)
        for row, mark in enumerate(marks(template), 1):
            line = [QLineEdit(), QLineEdit()]
            self._grid.addWidget(QLabel(mark.name), row, 0)
            for column, (box, way) in enumerate(zip(line, ("向右", "向下"), strict=True), 1):
                box.setAccessibleName(f"{mark.name}：{way}")
                box.textChanged.connect(lambda _text: self._solve())
                self._grid.addWidget(box, row, column)
            self.boxes.append((mark, line[0], line[1]))
        self.solved.setText("")

    def _solve(self) -> None:
        """Show what it comes to as soon as all is typed."""
        try:
            self.solved.setText(f"算出：{solve(self._readings()).told}")
        except ValueError:
            self.solved.setText("")

    def _show_sheet(self) -> None:
        template = self._template
        show = partial(self._seen, f"{template.name} 对位页")
        self.jobs.do(lambda: cross_sheet(template), show)

    def _seen(self, title: str, pdf: bytes) -> None:
        PrintDialog(self.jobs, title, pdf, self).open()

    def _saved(self, made: Any) -> None:
        self.jobs.said.emit(f"已校准：{made.printer} {made.tray}，请在 {made.check_by} 前再检查")
        self.saved.emit(made)
        self.accept()

    def _refused(self, no: Refused) -> None:
        self._buttons.wait(False)
        self.banner.say("；".join(no.problems.values()) if isinstance(no, Invalid) else str(no))
