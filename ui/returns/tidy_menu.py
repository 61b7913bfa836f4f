"""整理数据: one flat table of a noun, as .xlsx, .csv, or JSON-LD of bodies."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu

from qyclient.organizations.models import Organization
from qyclient.records.base import Base, fields_of
from qyclient.tidying import tidy, tidy_nouns
from ui.kit.export_choice import ExportChoice
from ui.kit.tab import Tab

_KINDS = ["Excel 工作簿 (*.xlsx)", "CSV (*.csv)"]
_LINKED = "JSON-LD (*.jsonld)"


def offer_tidy(tab: Tab) -> QMenu:
    """Offer every noun; of one with personal data ask first whether it is masked."""
    menu = QMenu(tab)
    for noun in tidy_nouns().values():
        menu.addAction(f"{noun.__label__}…", partial(_ask, tab, noun))
    menu.popup(QCursor.pos())
    return menu


def write_tidied(tab: Tab, noun: type[Base], path: Path, purpose: str = "") -> None:
    """Write a noun with progress; it may be cancelled."""
    watch = tab.jobs.watch(f"整理{noun.__label__}")
    job = partial(tidy, tab.jobs.workspace, noun.__tablename__, path, watch, purpose)

    def said(count: int) -> None:
        tab.jobs.said.emit(f"已写入 {path.name}：{count} 条")

    tab.jobs.do(job, said, watch=watch)


def _ask(tab: Tab, noun: type[Base]) -> None:
    personal = [field for field in fields_of(noun) if field.personal]
    if not personal:
        _ask_where(tab, noun, "")
        return
    choice = ExportChoice(personal, tab)
    choice.chosen.connect(partial(_ask_where, tab, noun))
    choice.open()


def _ask_where(tab: Tab, noun: type[Base], purpose: str) -> None:
    dialog = QFileDialog(tab, f"整理{noun.__label__}：另存为")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([*_KINDS, _LINKED] if noun is Organization else _KINDS)
    dialog.selectFile(f"{noun.__label__}.xlsx")
    dialog.fileSelected.connect(lambda name: write_tidied(tab, noun, Path(name), purpose))
    dialog.open()
