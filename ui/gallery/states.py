"""What an office sees before there is anything: the first start, and lists that are empty."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.errors import Refused
from qyclient.founding import Owner
from qyclient.premises.kinds import Facts, Unsure, refuse_unfit
from ui.gallery.stage import Stage
from ui.kit.empty import Empty
from ui.office.area_dialog import AreaDialog
from ui.office.first_start import FirstStart
from ui.office.gone import Gone
from ui.office.where_dialog import WhereDialog
from ui.tabs import open_register


def _opening(stage: Stage) -> QWidget:
    return stage.window


def _begun_anew(stage: Stage) -> Any:
    """Return the welcome, asked for once more."""
    stage.wait()
    stage.window.open(partial(open_register, stage.folder, "张晓梅", stage.clock))
    stage.wait()
    return stage.dialog(FirstStart)


def _told(folder: Path, owner: Owner | None = None) -> Callable[[Stage], QWidget]:
    """Return the scene of a folder having been picked."""

    def scene(stage: Stage) -> QWidget:
        first = _begun_anew(stage)
        first.offices.scrollToBottom()
        if owner is not None:
            first._seen((folder, owner))  # noqa: SLF001 - what a look into the folder brings
        else:
            first.look_at(folder)
        stage.wait()
        return first  # type: ignore[no-any-return]  # the dialog, found by its class above

    return scene


def _on_stick(stage: Stage) -> QWidget:
    first = _begun_anew(stage)
    stick = Facts(folder="E:\\登记簿", removable=True)
    try:
        refuse_unfit(stick)
    except Unsure as no:
        first.refuse(no)
    stage.wait()
    return first  # type: ignore[no-any-return]  # as above


def _other_area(stage: Stage) -> QWidget:
    first = _begun_anew(stage)
    first.ask_area()
    dialog: Any = stage.dialog(AreaDialog)
    dialog.form.put({"code": "990101", "name": "某某县"})
    dialog.give()
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def _gone(stage: Stage) -> QWidget:
    dialog = Gone(Path("E:/登记簿"), stage.window)
    dialog.open()
    stage.wait()
    return dialog


def _where(stage: Stage) -> QWidget:
    dialog = WhereDialog(Path("百度网盘/登记簿"), stage.window)
    dialog.open()
    stage.wait()
    return dialog


def _empty(title: str) -> Callable[[Stage], QWidget]:
    def scene(stage: Stage) -> QWidget:
        if not stage.window.known:
            _begun_anew(stage).establish()
            stage.wait()
        stage.window.visit_title(title)
        stage.wait()
        return stage.window

    return scene


def _shut(stage: Stage) -> QWidget:
    no = Refused("打不开 register.db：请检查文件夹是否存在、是否有写入权限。")
    stage.window.line.refuse(no)
    page = stage.window.tabs.currentWidget().findChild(Empty)
    if isinstance(page, Empty):
        page.say("登记数据打不开", str(no))
    return stage.window


STATES: Mapping[str, Callable[[Stage], QWidget]] = {
    "empty-opening": _opening,
    "first-start": _begun_anew,
    "first-start-synced": _told(Path("D:/OneDrive - 民政局/登记簿")),
    "first-start-another-office": _told(
        Path("D:/登记簿"), Owner("佛冈县民政局", "441821", is_sample=False)
    ),
    "first-start-stick": _on_stick,
    "first-start-area": _other_area,
    "first-start-gone": _gone,
    "where": _where,
    "empty-home": _empty("工作台"),
    "empty-organizations": _empty("社会组织"),
    "empty-contracts": _empty("购买服务"),
    "empty-evaluations": _empty("绩效评价"),
    "empty-refused": _shut,
}
