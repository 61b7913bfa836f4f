"""Scenes of evaluations: indicators, rounds, score sheets, results."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.evaluations.tree_dialog import TreeDialog
from ui.gallery.lists import detailed, listed
from ui.gallery.stage import Stage

INDICATORS = "指标"


def _tree(stage: Stage) -> QWidget:
    detailed(INDICATORS, "F-10")(stage)
    tab: Any = stage.tab(INDICATORS)
    tab.bar.made["edit"].trigger()
    stage.wait()
    dialog: Any = stage.dialog(TreeDialog)
    dialog.view.setCurrentItem(dialog.view.topLevelItem(1).child(0))
    dialog.form.editor("weight").put("6")
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # the dialog, opened by its class above


EVALUATIONS: Mapping[str, Callable[[Stage], QWidget]] = {
    "indicators": listed(INDICATORS),
    "indicators-detail": detailed(INDICATORS, "C1"),
    "indicators-tree": _tree,
}
