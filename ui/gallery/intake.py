"""Scenes of a ledger being brought in, step by step."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook
from PySide6.QtWidgets import QDialog, QWidget

from ui.gallery.lists import BODIES, offered
from ui.gallery.stage import Stage
from ui.organizations.intake_dialog import IntakeDialog
from ui.organizations.intake_log import IntakeLog

_HEADS = (
    "序号", "社会组织名称", "统一社会信用代码", "法定代表人", "住所", "成立登记日期",
    "注册资金", "登记状态", "负责人手机", "2024年度年检结论",
)  # fmt: skip
_LEDGER = """清新区社会团体登记台账（截至2025年12月）
1|清新区青山环保志愿协会||梁国栋|太和镇建设街12号|2024.6.3|3万元|正常|13800138000|合格
2|清新区山泉书画社||何美玲|清远市清新区太平镇府前路8号|2023-09-01|叁万元|正常||合格
3|清新区北江龙舟协会|51441803MJM000123P|曾文斌|山塘镇|2022.5.6|50000|在册||合格
4|清新区同心家政协会||李|清远市清新区禾云镇|二〇二一年三月|三十万元|在册||基本合格
5|||王小明|清远市清新区龙颈镇|2019年4月|3万元|正常||合格
6|{known}||陈志强|清远市清新区太和镇明霞大道1号|||正常||合格"""


def _read(stage: Stage) -> Any:
    dialog: Any = offered(BODIES, "bring_in", IntakeDialog)(stage)
    known = str(dialog.parent().records.row(0).record)
    title, *lines = _LEDGER.format(known=known).splitlines()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "2025年社会团体台账.xlsx"
        book = Workbook()
        for row in ((title,), _HEADS, *(line.split("|") for line in lines)):
            book.active.append(row)
        book.active.title = "社会团体"
        book.create_sheet("填表说明").append(("本表由各镇街填报。",))
        book.save(path)
        dialog.take_files([path])
        stage.wait()
    return dialog


def _gone_to(steps: int) -> Callable[[Stage], QWidget]:
    def scene(stage: Stage) -> QWidget:
        dialog = _read(stage)
        for _step in range(steps):
            dialog.forward()
            stage.wait()
        return dialog  # type: ignore[no-any-return]  # the dialog, opened by its class above

    return scene


def _changed(stage: Stage) -> QWidget:
    dialog: Any = _gone_to(2)(stage)
    dialog.preview.chips["changed"].click()
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def _log(stage: Stage) -> QWidget:
    dialog: Any = _gone_to(3)(stage)
    dialog.frame.past.click()
    stage.wait()
    return stage.dialog(IntakeLog)


def _asked(stage: Stage) -> QWidget:
    log: Any = _log(stage)
    log.look()
    stage.wait()
    asked: QWidget = next(one for one in log.findChildren(QDialog) if one.isVisible())
    return asked


INTAKE: Mapping[str, Callable[[Stage], QWidget]] = {
    "intake": offered(BODIES, "bring_in", IntakeDialog),
    "intake-files": _gone_to(0),
    "intake-match": _gone_to(1),
    "intake-held": _gone_to(2),
    "intake-changed": _changed,
    "intake-done": _gone_to(3),
    "intake-log": _log,
    "intake-undo": _asked,
}
