"""Scenes of lists, and of what their actions open."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from qyclient.records.view import Filter
from ui.gallery.stage import Stage
from ui.kit.tab import Visit

BODIES, CONTRACTS = "社会组织", "购买服务"
MATTERS = "办件"


def home(stage: Stage) -> QWidget:
    """Show the first page."""
    stage.wait()
    return stage.window


def todo(stage: Stage) -> QWidget:
    """Show what is to be done."""
    stage.window.visit("待办", Visit(action="ALL"))
    stage.wait()
    return stage.window


def listed(title: str) -> Callable[[Stage], QWidget]:
    """Return the scene of a whole list."""

    def scene(stage: Stage) -> QWidget:
        stage.tab(title).visit(Visit())
        stage.wait()
        return stage.window

    return scene


def detailed(title: str, words: str = "") -> Callable[[Stage], QWidget]:
    """Return the scene of a record beside its list."""

    def scene(stage: Stage) -> QWidget:
        tab = stage.tab(title)
        tab.visit(Visit(words=words))
        stage.wait()
        tab.table.selectRow(0)
        stage.wait()
        return stage.window

    return scene


def visited(title: str, visit: Visit) -> Callable[[Stage], QWidget]:
    """Return the scene of a list narrowed."""

    def scene(stage: Stage) -> QWidget:
        stage.tab(title).visit(visit)
        stage.wait()
        return stage.window

    return scene


def offered(title: str, action: str, kind: type[QDialog]) -> Callable[[Stage], QWidget]:
    """Return the scene of what an action of a tab opens."""

    def scene(stage: Stage) -> QWidget:
        detailed(title, "nxdxs" if title == BODIES else "")(stage)
        stage.tab(title).bar.made[action].trigger()
        stage.wait()
        return stage.dialog(kind)

    return scene


def in_state(
    title: str, state: str, action: str, kind: type[QDialog]
) -> Callable[[Stage], QWidget]:
    """Return the scene of what an action opens for the first record in a state."""

    def scene(stage: Stage) -> QWidget:
        tab = stage.tab(title)
        filters = (Filter("state", among=(state,)),) if state else ()
        tab.visit(Visit(filters=filters))
        stage.wait()
        tab.table.selectRow(0)
        stage.wait()
        tab.bar.made[action].trigger()
        stage.wait()
        return stage.dialog(kind)

    return scene
