"""A return under work: its numbers, what does not add up, what changed since it was sent."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.office.rules.workflow import STATES
from qyclient.papers import return_heading, write_return
from qyclient.returns.reports.page import return_pdf
from qyclient.returns.rules.checks import named
from qyclient.returns.rules.states import OPEN
from qyclient.returns.services import filling, keeping
from qyclient.returns.services.filling import Checked, Whole
from qyclient.returns.services.telling import made_of
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.print_found import PrintDialog
from ui.kit.text_dialog import TextDialog
from ui.returns.ask_dialogs import FigureDialog
from ui.returns.behind_dialog import BehindDialog
from ui.returns.figures_table import FiguresTable

_LOW, _LINE, _EDGE = 170, 26, 8


class ReturnDialog(QDialog):
    """`wanted` carries a record behind a number that is to be opened where it is kept."""

    wanted = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None, whole: Whole) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.jobs, self.whole = jobs, whole
        self.setWindowTitle(whole.found.title)
        self.banner = Banner(self)
        self.table = FiguresTable(self)
        self.table.asked.connect(self.show_behind)
        self.told = QLabel()
        self.findings = QListWidget()
        self.findings.setAccessibleName("校验结果")
        self.findings.setWordWrap(True)
        self.findings.currentRowChanged.connect(self._point)
        self.findings.itemActivated.connect(lambda _item: self.explain())
        self.buttons: dict[str, QPushButton] = {}
        self._build()
        self._show(whole)
        self.resize(1240, 760)

    def show_behind(self) -> None:
        """Show the records behind the current number."""
        if (place := self.table.place()) is not None:
            title = named(self.whole.layout, place)
            dialog = BehindDialog(f"名单：{title}", self.whole.filled.records(*place), self)
            dialog.wanted.connect(self._leave_for)
            dialog.open()

    def type_over(self) -> None:
        """Type another figure into the current cell."""
        if (place := self.table.place()) is not None:
            title = named(self.whole.layout, place)
            dialog = FigureDialog(self.jobs, self, self.whole.found, place, title)
            dialog.saved.connect(lambda _figure: self.read_again())
            dialog.open()

    def explain(self) -> None:
        """Say why the chosen cross-check does not hold."""
        one = self.chosen()
        if one is None or self.whole.found.state not in OPEN:
            return
        dialog = TextDialog("说明不符的原因", one.finding.sentence, "原因", "保存说明", self)

        def done(_explanation: object) -> None:
            dialog.accept()
            self.read_again()

        def keep(said: str) -> None:
            args = (self.whole.found.id, one.finding.key, said)
            self.jobs.write(keeping.explain, *args, then=done, refused=dialog.refuse)

        dialog.given.connect(keep)
        dialog.open()

    def chosen(self) -> Checked | None:
        """Return the failed cross-check that is chosen."""
        row = self.findings.currentRow()
        return self.whole.failed[row] if 0 <= row < len(self.whole.failed) else None

    def read_again(self) -> None:
        """Fill it again from the register."""
        self.jobs.read(filling.whole, self.whole.found.id, then=self._show)

    def show_page(self) -> None:
        """Show the page for the seal as it will be printed."""
        workspace, whole = self.jobs.workspace, self.whole

        def job() -> bytes:
            return return_pdf(made_of(whole, workspace.now()), return_heading(workspace, whole))

        def show(pdf: bytes) -> None:
            PrintDialog(self.jobs, whole.found.title, pdf, self).open()

        self.jobs.do(job, show)

    def save_to(self, path: Path) -> None:
        """Write the workbook, or the page for the seal."""
        workspace, key = self.jobs.workspace, self.whole.found.id
        said = partial(self.jobs.said.emit, f"已写入 {path.name}")
        self.jobs.do(partial(write_return, workspace, key, path), lambda _none: said())

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, f"{self.whole.found.title}：另存为")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilters(["Excel 工作簿 (*.xlsx)", "PDF 文件 (*.pdf)"])
        dialog.selectFile(f"{self.whole.found.title}.xlsx")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def _show(self, whole: Whole) -> None:
        self.whole = whole
        self.table.show_whole(whole)
        opened = whole.found.state in OPEN
        wrong = [one for one in whole.failed if one.open]
        held = len(whole.checked) - len(whole.failed)
        self.told.setText(
            f"{STATES[whole.found.state]}　校验 {len(whole.checked)} 项：相符 {held}，"
            f"不符 {len(wrong)}，已说明 {len(whole.failed) - len(wrong)}"
        )
        self.findings.clear()
        for one in whole.failed:
            said = f"（已说明：{one.explained}）" if one.explained else ""
            self.findings.addItem(QListWidgetItem(f"{one.word}　{one.finding.sentence}{said}"))
        for later in whole.differences:
            self.findings.addItem(QListWidgetItem(f"与报出的不同　{later.sentence}"))
        self.findings.setVisible(self.findings.count() > 0)
        self.findings.setFixedHeight(min(_LOW, _LINE * self.findings.count() + _EDGE))
        for key in ("type", "explain"):
            self.buttons[key].setEnabled(opened)
        self.buttons["explain"].setEnabled(opened and bool(whole.failed))
        if whole.differences and not opened:
            self.banner.say(
                f"登记簿后来有改动，{len(whole.differences)} 个数与报出的不同；报出的数没有变。",
                tone="plain",
            )

    def _point(self, row: int) -> None:
        """Show where the chosen line stands in the table."""
        failed, later = self.whole.failed, self.whole.differences
        if 0 <= row < len(failed):
            self.table.go_to(failed[row].finding.cells)
        elif 0 <= row - len(failed) < len(later):
            self.table.go_to((later[row - len(failed)].place,))

    def _leave_for(self, record: object) -> None:
        self.wanted.emit(record)
        self.accept()

    def _build(self) -> None:
        foot = QHBoxLayout()
        for key, text, go in (
            ("behind", "看名单", self.show_behind),
            ("type", "改填…", self.type_over),
            ("explain", "说明原因…", self.explain),
            ("page", "签章页…", self.show_page),
            ("save", "导出…", self._ask_where),
            ("close", "关闭", self.reject),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, do=go: do())
            self.buttons[key] = button
            foot.addWidget(button)
            if key == "explain":
                foot.addStretch()
        column = QVBoxLayout(self)
        for part in (self.banner, self.table, self.told, self.findings):
            column.addWidget(part, 1 if part is self.table else 0)
        column.addLayout(foot)
