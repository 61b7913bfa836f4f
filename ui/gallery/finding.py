"""Scenes of the box that searches the whole register, and of a list on paper."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.gallery.lists import CONTRACTS, listed
from ui.gallery.stage import Stage
from ui.kit.print_found import PrintDialog, print_found


def found(words: str) -> Callable[[Stage], QWidget]:
    """Return the scene of what words find."""

    def scene(stage: Stage) -> QWidget:
        stage.window.visit_title("工作台")
        stage.wait()
        stage.window.activateWindow()
        stage.window.finder.begin()
        stage.window.finder.setText(words)
        stage.wait()
        return stage.window

    return scene


def printed(stage: Stage) -> QWidget:
    """Show a list as it will be printed."""
    listed(CONTRACTS)(stage)
    stage.window.finder.leave()
    tab = stage.tab(CONTRACTS)
    columns = [tab.records.columns[number] for number in tab.table.shown_columns()]
    print_found(tab.jobs, tab.records, columns, tab)
    stage.wait()
    return stage.dialog(PrintDialog)
