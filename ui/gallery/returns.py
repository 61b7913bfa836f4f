"""Scenes of what is sent: returns, their numbers and cross-checks, what stands behind a number."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.assets import asset
from ui.gallery.lists import detailed, listed, offered
from ui.gallery.stage import Stage
from ui.returns.ask_dialogs import OpenDialog
from ui.returns.behind_dialog import BehindDialog
from ui.returns.form_dialog import FormDialog
from ui.returns.return_dialog import ReturnDialog

RETURNS, FORMS = "报表", "市局表样"


def _figures(words: str) -> Callable[[Stage], QWidget]:
    def scene(stage: Stage) -> QWidget:
        detailed(RETURNS, words)(stage)
        stage.tab(RETURNS).bar.made["figures"].trigger()
        stage.wait()
        return stage.dialog(ReturnDialog)

    return scene


def _behind(stage: Stage) -> QWidget:
    dialog: Any = _figures("第4季度")(stage)
    dialog.table.setCurrentCell(1, 9)
    dialog.show_behind()
    stage.wait()
    return stage.dialog(BehindDialog)


def _form(stage: Stage) -> QWidget:
    tab: Any = stage.tab(FORMS)
    tab.read_file(asset("samples/form.xlsx"), "社会组织基本情况调查表")
    stage.wait()
    stage.wait()
    return stage.dialog(FormDialog)


SENT: Mapping[str, Callable[[Stage], QWidget]] = {
    "returns": listed(RETURNS),
    "returns-detail": detailed(RETURNS, "第3季度"),
    "returns-open": offered(RETURNS, "open", OpenDialog),
    "returns-figures": _figures("第4季度"),
    "returns-behind": _behind,
    "forms": detailed(FORMS),
    "forms-learn": _form,
}
