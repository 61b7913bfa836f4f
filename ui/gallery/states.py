"""What an office sees before there is anything: the first start, and lists that are empty."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from qyclient.errors import Refused
from ui.gallery.stage import Stage
from ui.kit.empty import Empty
from ui.office.first_start import FirstStart


def _opening(stage: Stage) -> QWidget:
    return stage.window


def _first_start(stage: Stage) -> QWidget:
    stage.wait()
    return stage.dialog(FirstStart)


def _empty(title: str) -> Callable[[Stage], QWidget]:
    def scene(stage: Stage) -> QWidget:
        if not stage.window.known:
            first = FirstStart(stage.window.jobs, stage.window)
            first.established.connect(stage.window.desk.take)
            first.establish()
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
    "empty-first-start": _first_start,
    "empty-home": _empty("工作台"),
    "empty-organizations": _empty("社会组织"),
    "empty-contracts": _empty("购买服务"),
    "empty-evaluations": _empty("绩效评价"),
    "empty-refused": _shut,
}
