"""The 指导性目录 room: the items of every version; those shipped, those read from a sheet."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from qyclient.contracts.models import Catalogue, CatalogueItem
from qyclient.contracts.services.catalogues import bring_shipped, enter_catalogue, read_catalogue
from qyclient.records.base import fields_of
from ui.contracts.verb_dialog import Form, VerbDialog
from ui.kit.actions import Action
from ui.kit.record_tab import RecordTab


def _shipped(tab: "CatalogueTab") -> None:
    tab.jobs.write(bring_shipped, then=lambda many: tab.jobs.said.emit(f"已装入 {many} 个目录"))


def _bring(tab: "CatalogueTab") -> None:
    dialog = QFileDialog(tab, "选择目录表")
    dialog.setNameFilter("表格 (*.xlsx *.xls *.csv)")
    dialog.fileSelected.connect(lambda name: tab.bring(Path(name)))
    dialog.open()


class CatalogueTab(RecordTab):
    """指导性目录: items of every version, never deleted."""

    model = CatalogueItem
    offers = (
        Action("shipped", "装入自带目录", "import", "Ctrl+N", _shipped,
               tip="装入随程序提供的目录；已有的不变"),
        Action("bring", "导入目录…", "import", "Ctrl+I", _bring,
               tip="读本省、本级的目录表：表头有“代码”和“事项”，级次和服务类型可以不写"),
    )  # fmt: skip
    search_hint = "代码、事项"
    nothing_yet = ("还没有指导性目录", "先装入随程序提供的目录，或导入本省、本级的目录表。")
    touched_by = frozenset({"catalogue"})

    def bring(self, path: Path) -> None:
        """Read a sheet, then ask whose catalogue it is."""
        watch = self.jobs.watch(f"正在读 {path.name}")
        self.jobs.do(partial(read_catalogue, path, watch), partial(self._ask, path), watch=watch)

    def _ask(self, path: Path, rows: Sequence[Any]) -> None:
        form = Form(
            f"导入目录：{path.name}",
            fields_of(Catalogue),
            lambda texts: (enter_catalogue, (texts, rows)),
            "已导入目录",
            {"name": path.stem, "since": self.jobs.today.isoformat()},
            told=f"读到 {len(rows)} 个事项；有一个不对，整个目录不导入，并写明是哪一个。",
        )
        VerbDialog(self.jobs, self, form).open()
