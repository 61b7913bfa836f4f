"""The 市局表样 room: forms the city sends, learned once and filled in as they are."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from qyclient.progress import Silent
from qyclient.returns.models import OfficialForm
from qyclient.returns.services import form_values, forms
from ui.kit.actions import Action
from ui.kit.jobs import Jobs
from ui.kit.record_tab import RecordTab
from ui.kit.watch import Watch
from ui.returns.form_dialog import FormDialog

_XLSX = "Excel 表样 (*.xlsx *.xlsm *.xls)"


def _learn(tab: "FormsTab") -> None:
    tab.ask_file("")


def _successor(tab: "FormsTab") -> None:
    tab.ask_file(tab.current().name)


def _settle(tab: "FormsTab") -> None:
    found = tab.current()
    due = found.due_on.isoformat() if found.due_on else ""
    show = partial(tab.show_form, found.name, due)
    tab.jobs.read(forms.kept_form, found.id, Silent(), then=lambda kept: show(kept[1]))


def _fill(tab: "FormsTab") -> None:
    found = tab.current()
    dialog = QFileDialog(tab, f"{found.name}：填好后存为")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.setNameFilter("Excel 工作簿 (*.xlsx)")
    dialog.selectFile(f"{found.name}.xlsx")
    dialog.fileSelected.connect(lambda name: tab.fill_to(found, Path(name)))
    dialog.open()


def _unsettled(found: Any) -> str:
    return f"还有 {found.open_places} 处没有定" if found.open_places else ""


class FormsTab(RecordTab):
    """市局表样: drop an empty form, settle its places once, fill it in whenever it is due."""

    model = OfficialForm
    offers = (
        Action("learn", "读入空表…", "import", "Ctrl+N", _learn, tip="也可以把文件拖到这里"),
        Action("fill", "填好另存…", "save", "F2", _fill, "one", "按登记簿填写", _unsettled),
        Action("settle", "改填法…", "amend", "F3", _settle, "one", "每一处填什么"),
        Action("next", "换新表样…", "folder", "", _successor, "one", "只问改动的地方"),
    )  # fmt: skip
    search_hint = "表样名称"
    nothing_yet = ("还没有市局表样", "把市局发来的空表（.xlsx）拖到这里，程序找出要填的地方。")

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setAcceptDrops(True)

    def ask_file(self, name: str) -> None:
        """Ask which file is the empty form."""
        dialog = QFileDialog(self, "选择空表样")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(_XLSX)
        dialog.fileSelected.connect(lambda file: self.read_file(Path(file), name))
        dialog.open()

    def read_file(self, path: Path, name: str = "") -> None:
        """Read an empty form, and show what it asks for against what was settled before."""
        watch = self.jobs.watch("读表样")
        show = partial(self.show_form, name or path.stem, "")

        def compare(form: forms.ReadForm) -> None:
            self.jobs.read(forms.compare, form, name, then=show)

        self.jobs.do(partial(forms.read_form, path, watch), compare, watch=watch)

    def show_form(self, name: str, due: str, compared: forms.Compared) -> None:
        """Show the places of a form."""
        dialog = FormDialog(self.jobs, self, compared, name, due)
        dialog.saved.connect(self.show_saved)
        dialog.open()

    def fill_to(self, found: Any, path: Path) -> None:
        """Fill a form in and write it."""
        watch: Watch = self.jobs.watch("填写表样")

        def written(filled: form_values.FilledForm) -> None:
            said = partial(self.jobs.said.emit, f"已写入 {path.name}")
            self.jobs.do(partial(filled.write, path), lambda _none: said())

        self.jobs.write(form_values.fill_kept, found.id, then=written, watch=watch)

    def tone(self, record: Any, key: str) -> str:
        """Colour what is still open."""
        return "warn" if key == "open_places" and record.open_places else ""

    def dragEnterEvent(self, event: Any) -> None:
        """Take files of forms."""
        if any(url.toLocalFile().lower().endswith((".xlsx", ".xlsm", ".xls"))
               for url in event.mimeData().urls()):  # fmt: skip
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        """Read what was dropped."""
        self.read_file(Path(event.mimeData().urls()[0].toLocalFile()))
