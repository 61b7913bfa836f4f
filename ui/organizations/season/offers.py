"""What the room 年报 lets people do."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from qyclient.organizations.services.credit import from_season
from qyclient.organizations.services.figures import with_last_year
from ui.kit.actions import Action
from ui.organizations.credit.propose_dialog import ProposeDialog
from ui.organizations.season.figures_dialog import FiguresDialog
from ui.organizations.season.intake_dialog import SeasonIntakeDialog
from ui.organizations.undo_dialog import UndoDialog

_FILES = "表格 (*.xlsx *.xls *.csv)"


def _keep(tab: Any) -> None:
    tab.marking.keep()


def _figures(tab: Any) -> None:
    [line] = tab.chosen
    tab.jobs.read(with_last_year, line.key, tab.year, then=partial(_ask_figures, tab, line))


def _ask_figures(tab: Any, line: Any, both: Any) -> None:
    FiguresDialog(tab.jobs, tab, line, tab.year, both).open()


def _bring_in(tab: Any) -> None:
    chooser = QFileDialog(tab, "选择平台导出的年检（年报）情况表")
    chooser.setNameFilter(_FILES)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
    chooser.filesSelected.connect(partial(_take_files, tab))
    chooser.open()


def _take_files(tab: Any, names: list[str]) -> None:
    SeasonIntakeDialog(tab.jobs, tab.year, [Path(name) for name in names], tab).open()


def _propose(tab: Any) -> None:
    only = [line.key for line in tab.chosen] or None
    tab.jobs.read(from_season, tab.year, only, then=partial(_show, tab))


def _show(tab: Any, proposals: Any) -> None:
    ProposeDialog(tab.jobs, f"{tab.year}年度未按时报送", proposals, tab).open()


def _undo(tab: Any) -> None:
    UndoDialog(tab.jobs, tab).open()


OFFERS = (
    Action("keep", "保存登记", "save", "Ctrl+S", _keep, tip="把“本次登记”一栏标记的全部保存"),
    Action(
        "figures", "年度数据…", "amend", "F2", _figures, "one",
        "这一年的人员、财务、捐赠，旁边是上年的数",
    ),
    Action("bring_in", "导入平台表", "import", "Ctrl+I", _bring_in, tip="导入平台导出的情况表"),
    Action(
        "propose", "列入名录…", "more", "Ctrl+L", _propose,
        tip="未按时报送的单位拟列入活动异常名录；选中若干行时只看选中的",
    ),
    Action("undo", "撤销上一步…", "undo", "Ctrl+Z", _undo, tip="先看撤销什么，再撤销"),
)  # fmt: skip
