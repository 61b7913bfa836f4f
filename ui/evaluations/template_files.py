"""指标 out of the program as a sheet, and back into a draft."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from qyclient.evaluations.reports.templates import write_template
from qyclient.evaluations.services import templates
from qyclient.evaluations.services.template_rows import rows_from
from qyclient.paper.reading import read_workbook
from ui.kit.tab import Tab


def ask_sheet(tab: Tab, template: Any, then: Callable[[Any], None]) -> None:
    """Ask for a sheet, and make the indicators of a draft what it says."""
    dialog = QFileDialog(tab, "导入指标", "", "表格 (*.xlsx *.xls *.csv)")
    dialog.fileSelected.connect(lambda name: bring_in(tab, template, Path(name), then))
    dialog.open()


def ask_where(tab: Tab, template: Any) -> None:
    """Ask for a name, and write the indicators of a template there."""
    dialog = QFileDialog(tab, "导出指标")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{template.number} {template.name}.xlsx")
    dialog.fileSelected.connect(lambda name: export(tab, template, Path(name)))
    dialog.open()


def bring_in(tab: Tab, template: Any, path: Path, then: Callable[[Any], None]) -> None:
    """Read the indicators of a draft from a sheet."""
    watch = tab.jobs.watch(f"正在读取 {path.name}")

    def put(rows: list[dict[str, str]]) -> None:
        tab.jobs.write(templates.put_rows, template.id, template.version, rows, then=then)

    tab.jobs.do(partial(_rows, path, watch), put, watch=watch)


def export(tab: Tab, template: Any, path: Path) -> None:
    """Write the indicators of a template to a sheet."""
    workspace = tab.jobs.workspace

    def job() -> str:
        tree = workspace.read(templates.tree_of, template.id)
        title = f"{template.number} {template.name}"
        write_template(path, title, tree, tab.jobs.heading_of(workspace))
        return f"已写入 {path}"

    tab.jobs.do(job, tab.jobs.said.emit)


def _rows(path: Path, watch: Any) -> list[dict[str, str]]:
    return rows_from(read_workbook(path, watch)[0])
