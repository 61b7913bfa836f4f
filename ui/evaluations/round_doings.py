"""What is opened from a round beside its sheets and steps: raters, quantities, 缺一方, 整改."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.evaluations.services import effect, quantities, rounds
from qyclient.evaluations.services.templates import tree_of
from ui.evaluations.draw_dialog import DrawDialog
from ui.evaluations.evidence_dialog import EvidenceDialog
from ui.evaluations.quantities_dialog import QuantitiesDialog
from ui.evaluations.raters_dialog import RatersDialog, raters_in
from ui.evaluations.rectify_dialog import RectifyDialog, newest_open
from ui.kit.record_tab import RecordTab
from ui.kit.text_dialog import TextDialog

_EXCUSE = "缺少一方评分时，由负责人写明理由，其余各方的权重按比例折算成 100。"


def who_rates(tab: RecordTab) -> None:
    """Show who rates."""
    found = tab.current()

    def show(raters: Sequence[Any]) -> None:
        RatersDialog(tab.jobs, tab, found, raters).open()

    tab.jobs.read(raters_in, found.id, then=show)


def draw_from_pool(tab: RecordTab) -> None:
    """Draw the third party's raters from the pool."""
    found = tab.current()
    dialog = DrawDialog(tab.jobs, tab, found)
    dialog.saved.connect(lambda _draw: tab.pane.show_record(found))
    dialog.open()


def evidence_kept(tab: RecordTab) -> None:
    """Show the photographs and papers of a round."""
    found = tab.current()

    def show(nodes: Sequence[Any]) -> None:
        EvidenceDialog(tab.jobs, tab, found, nodes).open()

    tab.jobs.read(tree_of, found.template.id, then=show)


def reached(tab: RecordTab) -> None:
    """Show what was reached."""
    found = tab.current()

    def show(known: Any) -> None:
        QuantitiesDialog(tab.jobs, tab, found, known).open()

    tab.jobs.read(quantities.quantities, found.id, then=show)


def excused(tab: RecordTab) -> None:
    """Ask why a party is missing, and keep it."""
    found = tab.current()
    dialog = TextDialog(f"缺一方：{found.number}", _EXCUSE, "理由", "同意折算", tab)

    def keep(because: str) -> None:
        def done(_round: object) -> None:
            dialog.accept()

        verb, args = rounds.excuse_missing, (found.id, found.version, because)
        tab.jobs.write(verb, *args, then=done, refused=dialog.refuse)

    dialog.given.connect(keep)
    dialog.open()


def rectified(tab: RecordTab) -> None:
    """Ask for the report or the finding of what is to be mended."""
    found = tab.current()
    show = partial(_ask_rectified, tab, found)
    tab.jobs.read(effect.rectifications_of, found.id, then=show)


def _ask_rectified(tab: RecordTab, found: Any, kept: Sequence[Any]) -> None:
    one = newest_open(kept)
    if one is None:
        done = "整改已复查合格" if kept else "这个等级没有要求整改"
        tab.jobs.said.emit(f"{found.number}：{done}")
        return
    dialog = RectifyDialog(tab.jobs, tab, found, one)
    dialog.saved.connect(lambda _kept: tab.pane.show_record(found))
    dialog.open()
