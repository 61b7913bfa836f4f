"""Scenes of a name being checked."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.organizations.rules.matter_kinds import kinds
from ui.gallery.lists import BODIES, MATTERS, offered
from ui.gallery.stage import Stage
from ui.matters.open_dialog import OpenDialog
from ui.naming.name_dialog import NameDialog

_VOTES = {"meeting": "第三届第一次会员大会", "due": "30", "present": "31", "yes": "20"}


def _checked(stage: Stage) -> QWidget:
    """Show a name with much against it."""
    page: Any = offered(BODIES, "name_check", NameDialog)(stage)
    page.sort.setCurrentText("社会团体")
    page.name.setText("清新县暧心大學生社会服務中心")
    stage.wait()
    return page  # type: ignore[no-any-return]  # the dialog, opened by its class above


def _free(stage: Stage) -> QWidget:
    """Show a name nothing is known against."""
    page: Any = offered(BODIES, "name_check", NameDialog)(stage)
    page.sort.setCurrentText("社会团体")
    page.name.setText("清新区晨光阅读促进会")
    stage.wait()
    return page  # type: ignore[no-any-return]  # as above


def _applied(stage: Stage) -> QWidget:
    """Show an application whose name is taken."""
    tab: Any = stage.tab(MATTERS)
    tab.open_kind(kinds()["NAME"])
    dialog: Any = stage.dialog(OpenDialog)
    dialog.form.put({"name": "清新区何乐社会工作服务中心", "org_type": "民办非企业单位"})
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def _fees(stage: Stage) -> QWidget:
    """Show a filing whose votes cannot be."""
    tab: Any = stage.tab(MATTERS)
    tab.open_kind(kinds()["FEES"])
    dialog: Any = stage.dialog(OpenDialog)
    dialog.form.put({"organization": "清新县暖心大学生社会服务队", **_VOTES})
    dialog.save()
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def _officers(stage: Stage) -> QWidget:
    """Show people who come into office, a line each."""
    tab: Any = stage.tab(MATTERS)
    tab.open_kind(kinds()["OFFICERS"])
    dialog: Any = stage.dialog(OpenDialog)
    dialog.lines.put([{"name": "梁国栋", "action": "任职", "post": "会长（理事长）"}])
    dialog.form.show_section("任职和离任的人")
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


NAMING: Mapping[str, Callable[[Stage], QWidget]] = {
    "name-check": _checked,
    "name-check-free": _free,
    "name-check-typing": _applied,
    "matters-open-fees": _fees,
    "matters-open-officers": _officers,
}
