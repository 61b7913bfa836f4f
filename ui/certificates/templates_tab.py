"""版式: the office's own editions; what the program ships is never changed."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu

from qyclient.certificates.models import Certificate, OfficeTemplate
from qyclient.certificates.rules import STOCKS
from qyclient.certificates.services import backdrop_of, current_template, drop_edition
from qyclient.certificates.services.template_files import packed, take_in_template
from qyclient.errors import Refused
from qyclient.paper.atomic import write_bytes
from qyclient.records.view import View
from ui.certificates.editor.dialog import TemplateDialog
from ui.kit.actions import Action
from ui.kit.record_tab import RecordTab
from ui.kit.text_dialog import TextDialog

_FILE = "版式文件 (*.qytpl)"


def _edit(tab: "TemplatesTab") -> None:
    tab.choose_stock(tab.edit)


def _export(tab: "TemplatesTab") -> None:
    tab.choose_stock(tab.export)


def _import(tab: "TemplatesTab") -> None:
    dialog = QFileDialog(tab, "导入版式")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilter(_FILE)
    dialog.fileSelected.connect(lambda name: tab.take_in(Path(name)))
    dialog.open()


def _drop(tab: "TemplatesTab") -> None:
    edition = tab.current()
    dialog = TextDialog("作废版式", "作废之后用前一版。", "原因", "作废", tab)
    dialog.given.connect(partial(tab.drop, dialog, edition))
    dialog.open()


def _asked(stock: str, workspace: Any) -> Any:
    template = workspace.read(current_template, stock)
    scan = workspace.read(backdrop_of, stock)
    made = workspace.page(Certificate, View(), 0, 50)
    values: dict[str, str] = next((c.values for c in made if c.template.startswith(stock)), {})
    return template, scan, dict(values)


class TemplatesTab(RecordTab):
    """版式: edit over one's own scan, export, import."""

    model = OfficeTemplate
    offers = (
        Action("edit", "编辑…", "amend", "F2", _edit, tip="在扫描底图上拖动、微调、输入坐标"),
        Action("export", "导出…", "export", "", _export, tip="存成一个版式文件"),
        Action("import", "导入…", "import", "Ctrl+I", _import, tip="从版式文件导入为新的一版"),
        Action("drop", "作废…", "", "", _drop, "one", folded=True),
    )
    search_hint = "证书种类"
    nothing_yet = ("还没有本机关的版式", "现在用随程序的版式；位置不合的，点左边的“编辑…”。")
    menu: QMenu

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the stock and which edition."""
        return STOCKS.get(record.stock, record.stock), f"第 {record.edition} 版", "plain"

    def choose_stock(self, then: Any) -> None:
        """Ask which certificate it is about."""
        self.menu = QMenu(self)
        for stock, label in STOCKS.items():
            self.menu.addAction(label, partial(then, stock))
        self.menu.popup(QCursor.pos())

    def edit(self, stock: str) -> None:
        """Open the editor on what is printed by now."""
        self.jobs.ask(partial(_asked, stock), self._open)

    def export(self, stock: str) -> None:
        """Ask where the file is kept."""
        dialog = QFileDialog(self, "导出版式")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_FILE)
        dialog.setDefaultSuffix("qytpl")
        dialog.selectFile(f"{STOCKS[stock]}.qytpl")
        dialog.fileSelected.connect(lambda name: self.write_to(stock, Path(name)))
        dialog.open()

    def write_to(self, stock: str, path: Path) -> None:
        """Write the file."""
        workspace = self.jobs.workspace
        said = f"版式已写入 {path}"
        self.jobs.do(
            lambda: write_bytes(path, workspace.read(packed, stock)),
            lambda _none: self.jobs.said.emit(said),
        )

    def take_in(self, path: Path) -> None:
        """Take a file in as a new edition."""
        try:
            data = path.read_bytes()
        except OSError as no:
            self.jobs.refused.emit(Refused(f"“{path.name}”打不开：{no.strerror}。"))
            return
        self.jobs.write(take_in_template, data, then=self.show_saved)

    def drop(self, dialog: TextDialog, edition: Any, reason: str) -> None:
        """Print no longer by an edition."""
        self.jobs.write(
            drop_edition,
            edition.id,
            reason,
            then=lambda _e: dialog.accept(),
            refused=dialog.refuse,
        )

    def _open(self, asked: Any) -> None:
        dialog = TemplateDialog(self.jobs, self, *asked)
        dialog.saved.connect(self.show_saved)
        dialog.open()
