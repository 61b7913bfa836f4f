"""打印证书: through which printer, after what has been checked; or a PDF for one elsewhere."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.certificates.services import Way, calibration_warning
from qyclient.errors import Cancelled, Refused
from qyclient.printing import Run, print_elsewhere, print_run, sheets_told
from ui.certificates.check_list import CheckList
from ui.kit.banner import Banner
from ui.kit.facts import heading
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.printers import checks, driver_of, press_of, printer_names

ELSEWHERE = "打印机在别处（存为 PDF）"
_HEADS = ("发证编号", "正副本", "持证单位", "将用空白证")
_TOUCHED = frozenset({"print_log", "certificate", "issue", "blank"})


class PrintRunDialog(QDialog):
    """Nothing moves until each check is known or ticked; what was sent is not yet printed."""

    sent = Signal(object)

    def __init__(
        self, jobs: Jobs, sheets: Sequence[Any], parent: QWidget | None, *, first: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"打印证书：{len(sheets)} 张")
        self.jobs, self._sheets = jobs, sheets
        self.press: Callable[[str], Callable[[bytes], None]] = press_of
        self.banner = Banner(self)
        self.printer = QComboBox()
        self.printer.setEditable(True)
        self.printer.addItems([*printer_names(), ELSEWHERE])
        self.printer.setAccessibleName("打印机")
        self.elsewhere = _line("别处的打印机", "那台打印机叫什么，如 二楼打印室")
        self.tray = _line("纸盒", "如 手动进纸；留空是默认纸盒")
        self._size: tuple[float, float] | None = None
        self.checks = CheckList()
        self.notices = QCheckBox("每套另印一张领取通知书（普通 A4 纸，排在证书后面）")
        self.notices.setChecked(first)
        self.go = QPushButton("打印")
        self.go.setObjectName("go")
        self.go.setProperty("role", "primary")
        self._lay_out()
        self._connect()
        self.resize(760, 620)
        jobs.read(sheets_told, list(sheets), then=self._show)
        self._look()

    @property
    def away(self) -> bool:
        """Say whether the printer is out of reach."""
        return self.printer.currentText() == ELSEWHERE

    @property
    def way(self) -> Way:
        """Return through which printer and tray it goes."""
        name = self.elsewhere.text().strip() if self.away else self.printer.currentText().strip()
        return Way(name, self.tray.text().strip())

    def start(self) -> None:
        """Print, or write the PDF; refuse while something has not been looked at."""
        if not self.way.printer:
            self.banner.say("请选择打印机；打印机在别处的，写明那台打印机叫什么。")
            return
        if left := self.checks.left:
            self.banner.say("请先看过并打勾：" + "；".join(left))
            return
        if self.away:
            self._ask_where()
        else:
            self._run(partial(print_run, press=self.press(self.way.printer)))

    def write_to(self, path: Path) -> None:
        """Write the pages for a printer elsewhere, with the slip that comes back signed."""
        self._run(partial(print_elsewhere, path=path, notices=self.notices.isChecked()))

    def _run(self, work: Callable[..., Run]) -> None:
        self.go.setEnabled(False)
        watch, workspace, way = self.jobs.watch("正在打印证书"), self.jobs.workspace, self.way
        sheets = list(self._sheets)
        self.jobs.do(
            lambda: work(workspace, sheets, way, progress=watch),
            self._done,
            self._refused,
            watch=watch,
        )

    def _done(self, run: Run) -> None:
        self.jobs.changed.emit(_TOUCHED)
        self.jobs.said.emit(run.told)
        self.sent.emit(run)
        self.accept()

    def _refused(self, no: Refused) -> None:
        self.jobs.changed.emit(_TOUCHED)
        self.go.setEnabled(True)
        if not isinstance(no, Cancelled):
            self.banner.say(str(no))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, "存为 PDF")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF 文件 (*.pdf)")
        dialog.selectFile(f"证书_{self.way.printer}.pdf")
        dialog.fileSelected.connect(lambda name: self.write_to(Path(name)))
        dialog.open()

    def _connect(self) -> None:
        self.printer.currentTextChanged.connect(lambda _text: self._look())
        for box in (self.tray, self.elsewhere):
            box.editingFinished.connect(self._warn)
        self.go.clicked.connect(lambda _checked: self.start())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("打印机", self.printer)
        form.addRow("", self.elsewhere)
        form.addRow("纸盒", self.tray)
        self.table = LinesTable(
            ("发证编号", "正副本", "持证单位", "将用空白证"), (110, 80, 300, 120)
        )
        self.table.setAccessibleName("要打印的证书")
        buttons = QHBoxLayout()
        buttons.addStretch()
        leave = QPushButton("取消")
        leave.setAutoDefault(False)
        leave.clicked.connect(lambda _checked: self.reject())
        for button in (self.go, leave):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        column.addLayout(form)
        column.addWidget(self.notices)
        column.addWidget(heading("动纸之前"))
        column.addWidget(self.checks)
        column.addLayout(buttons)

    def _show(self, told: Any) -> None:
        self._size, lines = (told[0], told[1]), told[2]
        self.table.lines.show(lines)
        self._look()

    def _look(self) -> None:
        """Ask the driver, and put a box for each thing it does not know."""
        self.elsewhere.setVisible(self.away)
        self.go.setText("存为 PDF…" if self.away else "打印")
        width, height = self._size or (420.0, 297.0)
        self.checks.ask(checks(self.printer.currentText(), width, height, by_hand=self.away))
        self._warn()

    def _warn(self) -> None:
        way = self.way
        if not way.printer or self._size is None:
            return
        self.jobs.read(
            calibration_warning,
            way.printer,
            way.tray,
            self._size[0],
            driver_of(way.printer),
            then=lambda said: self.banner.say(said, tone="plain"),
        )


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line
