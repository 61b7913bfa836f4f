"""Scenes of a year of every body at once, and of the lists that follow from it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.gallery.stage import Stage
from ui.kit.tab import Visit
from ui.organizations.credit.propose_dialog import ProposeDialog
from ui.organizations.dues.letters_dialog import LettersDialog
from ui.organizations.restricted_dialog import RestrictedDialog
from ui.organizations.season.figures_dialog import FiguresDialog

_ROOM = "年报"


def _room(stage: Stage) -> Any:
    stage.window.visit_title(_ROOM)
    stage.wait()
    return stage.window.tab(_ROOM)


def _whole(stage: Stage) -> QWidget:
    tab = _room(stage)
    tab.visit(Visit(action="owing"))
    tab.table.selectRow(2)
    tab.marking.mark("1")
    tab.marking.mark("3")
    stage.wait()
    return stage.window


def _missing(stage: Stage) -> QWidget:
    tab = _room(stage)
    tab.marking.clear()
    tab.years.setCurrentIndex(tab.years.findData(2024))
    stage.wait()
    tab.visit(Visit(action="missing"))
    stage.wait()
    return stage.window


def _proposed(stage: Stage) -> QWidget:
    _missing(stage)
    stage.window.tab(_ROOM).visit(Visit(action="propose"))
    stage.wait()
    return stage.dialog(ProposeDialog)


def _figures(stage: Stage) -> QWidget:
    tab = _room(stage)
    tab.years.setCurrentIndex(tab.years.findData(2024))
    stage.wait()
    tab.visit(Visit(action="settled"))
    tab.table.selectRow(1)
    tab.bar.made["figures"].trigger()
    stage.wait()
    return stage.dialog(FiguresDialog)


def _credit(stage: Stage) -> QWidget:
    stage.window.visit_title("信用")
    stage.wait()
    return stage.window


def _dues(stage: Stage) -> Any:
    stage.window.visit_title("到期")
    stage.wait()
    return stage.window.tab("到期")


def _due(stage: Stage) -> QWidget:
    _dues(stage)
    return stage.window


def _letters(stage: Stage) -> QWidget:
    tab = _dues(stage)
    tab.near.setCurrentIndex(1)
    tab.table.selectRow(0)
    tab.bar.made["letters"].trigger()
    stage.wait()
    return stage.dialog(LettersDialog)


def _person(stage: Stage) -> QWidget:
    dialog = RestrictedDialog(stage.window.jobs, "", stage.window)
    dialog.open()
    stage.wait()
    return dialog


SEASON: Mapping[str, Callable[[Stage], QWidget]] = {
    "season": _whole,
    "season-missing": _missing,
    "season-propose": _proposed,
    "season-figures": _figures,
    "credit": _credit,
    "dues": _due,
    "dues-letters": _letters,
    "organizations-restricted": _person,
}
