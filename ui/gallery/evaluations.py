"""Scenes of evaluations: indicators, rounds, score sheets, results."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ui.evaluations.charts_dialog import ChartsDialog
from ui.evaluations.draw_dialog import DrawDialog
from ui.evaluations.evidence_dialog import EvidenceDialog
from ui.evaluations.experts_tab import ExpertDialog
from ui.evaluations.gradings_tab import ApplyDialog
from ui.evaluations.papers_menu import show_charts
from ui.evaluations.quantities_dialog import QuantitiesDialog
from ui.evaluations.raters_dialog import RatersDialog, raters_in
from ui.evaluations.rectify_dialog import RectifyDialog
from ui.evaluations.round_dialog import RoundDialog
from ui.evaluations.sheet_dialog import SheetDialog
from ui.evaluations.tree_dialog import TreeDialog
from ui.gallery.lists import detailed, listed, offered
from ui.gallery.stage import Stage

INDICATORS, ROUNDS, GRADINGS, EXPERTS = "指标", "轮次", "等级评估", "专家"


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


def _sheet(stage: Stage) -> QWidget:
    detailed(ROUNDS, "QX-2025-032")(stage)
    tab: Any = stage.tab(ROUNDS)
    tab.open_sheet(stage.window.jobs.workspace.read(raters_in, tab.current().id)[1])
    stage.wait()
    return stage.dialog(SheetDialog)


def _charts(stage: Stage) -> QWidget:
    detailed(ROUNDS, "QX-2025-032")(stage)
    tab: Any = stage.tab(ROUNDS)
    show_charts(tab, tab.current())
    stage.wait()
    dialog: Any = stage.dialog(ChartsDialog)
    dialog.open_rows("1")
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # the dialog, opened by its class above


def _of(number: str, key: str, kind: type[QDialog]) -> Callable[[Stage], QWidget]:
    """Return the scene of what is opened from the round of a contract."""

    def scene(stage: Stage) -> QWidget:
        detailed(ROUNDS, number)(stage)
        tab: Any = stage.tab(ROUNDS)
        tab.bar.made[key].trigger()
        stage.wait()
        return stage.dialog(kind)

    return scene


EVALUATIONS: Mapping[str, Callable[[Stage], QWidget]] = {
    "rounds": listed(ROUNDS),
    "rounds-detail": detailed(ROUNDS, "QX-2025-012"),
    "rounds-plan": offered(ROUNDS, "plan", RoundDialog),
    "rounds-raters": offered(ROUNDS, "raters", RatersDialog),
    "rounds-sheet": _sheet,
    "rounds-charts": _charts,
    "rounds-draw": _of("QX-2025-034", "draw", DrawDialog),
    "rounds-evidence": _of("QX-2025-034", "evidence", EvidenceDialog),
    "rounds-actuals": _of("QX-2025-034", "actuals", QuantitiesDialog),
    "rounds-rectify": _of("QX-2025-012", "rectify", RectifyDialog),
    "experts": detailed(EXPERTS),
    "experts-enter": offered(EXPERTS, "enter", ExpertDialog),
    "gradings": detailed(GRADINGS, "DJ2026-001"),
    "gradings-apply": offered(GRADINGS, "apply", ApplyDialog),
    "indicators": listed(INDICATORS),
    "indicators-detail": detailed(INDICATORS, "C1"),
    "indicators-tree": _tree,
}
