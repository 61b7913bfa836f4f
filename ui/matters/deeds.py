"""What the 办件 tab lets people do: each reads what is possible now, and asks for the rest."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QDialog, QMenu

from qyclient.errors import Refused
from qyclient.office.rules.workflow import STATES, Move
from qyclient.organizations.models import Matter
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.clocks import running_pause
from qyclient.organizations.services.holding import papers_of, reassign
from qyclient.organizations.services.many import allowed_for_all
from qyclient.organizations.services.matters import Verb
from qyclient.organizations.services.offers import Offer, offer
from ui.kit.actions import Action
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog
from ui.matters.clock_dialogs import PauseDialog, ResumeDialog
from ui.matters.hand_over_dialog import HandOverDialog, who
from ui.matters.issuing import OFFERS as PAPERS
from ui.matters.papers_dialog import PapersDialog
from ui.matters.step_dialog import ManyStepsDialog, StepDialog, in_one_go

_NOT_COUNTED = "听证、检验、鉴定、专家评审等所需时间不计入期限；再按一次恢复计时"
_LONGER = "经负责人批准，可以延长一次作出决定的期限"
_ALL_OF = "有人离岗或休假时，把他未办结的办件一次交给别人"
ROOMS_OF_STEPS = {"发证": "open"}
"""The rooms where steps of a matter are done, and the action that begins there."""
_TOO_EARLY = "只有受理以后、作出决定以前的期限可以延长"


def _open(tab: Any) -> None:
    tab.menu = QMenu(tab)
    groups: dict[str, QMenu] = {}
    for kind in kinds().values():
        label = kind.flow.label
        if label not in groups:
            groups[label] = tab.menu.addMenu(label)
        groups[label].addAction(kind.label, partial(tab.open_kind, kind))
    tab.menu.popup(QCursor.pos())


def _step(tab: RecordTab) -> None:
    matter = tab.current()
    tab.jobs.read(offer, matter, then=partial(_offer_steps, tab, matter))


def _offer_steps(tab: Any, matter: Any, offered: Offer) -> None:
    """Show what can be done next, also in one go; what cannot is greyed with the reason."""
    ask = partial(StepDialog, tab.jobs, tab, matter)
    tab.menu = _menu_of(tab, offered.verbs, lambda move: ask([move], offered.signers))
    tab.menu.addSeparator()
    for moves in offered.runs:
        text = f"{in_one_go(moves)}（一并办理）"
        _add(tab.menu, text, partial(ask, moves, offered.signers))
    tab.menu.popup(QCursor.pos())


def _many(tab: RecordTab) -> None:
    chosen = tab.table.selected()
    keys = [matter.id for matter in chosen]
    tab.jobs.read(allowed_for_all, keys, then=partial(_offer_many, tab, chosen))


def _offer_many(tab: Any, matters: Sequence[Any], verbs: Sequence[Verb]) -> None:
    """Show what can be done next to all of them."""
    tab.menu = _menu_of(tab, verbs, partial(ManyStepsDialog, tab.jobs, tab, matters))
    tab.menu.popup(QCursor.pos())


def _menu_of(tab: Any, verbs: Sequence[Verb], ask: Callable[[Move], QDialog]) -> QMenu:
    menu = QMenu(tab)
    for verb in verbs:
        text = f"{verb.move.label}（{verb.why_not}）" if verb.why_not else verb.move.label
        if verb.why_not and verb.move.at in ROOMS_OF_STEPS:
            menu.addAction(text, partial(_go_to_desk, tab, verb.move))
        else:
            _add(menu, text, partial(ask, verb.move)).setEnabled(not verb.why_not)
    return menu


def _go_to_desk(tab: RecordTab, move: Move) -> None:
    wanted = Visit(action=ROOMS_OF_STEPS[move.at], record=tab.current())
    tab.wants.emit(move.at, wanted)


def _add(menu: QMenu, text: str, dialog: Callable[[], QDialog]) -> QAction:
    action = QAction(text, menu)
    action.triggered.connect(lambda _checked=False: dialog().open())
    menu.addAction(action)
    return action


def _papers(tab: RecordTab) -> None:
    matter = tab.current()
    tab.jobs.read(
        papers_of,
        matter.id,
        then=lambda papers: PapersDialog(tab.jobs, tab, matter, papers).open(),
    )


def _pause(tab: RecordTab) -> None:
    matter = tab.current()
    tab.jobs.read(running_pause, matter, then=partial(_ask_pause, tab, matter))


def _ask_pause(tab: RecordTab, matter: Any, running: Any) -> None:
    """Stop the clock, or let it run again."""
    if running is None:
        PauseDialog(tab.jobs, tab, matter).open()
    else:
        ResumeDialog(tab.jobs, tab, matter, running).open()


def _extend(tab: RecordTab) -> None:
    matter = tab.current()
    tab.jobs.read(offer, matter, then=partial(_ask_extension, tab, matter))


def _ask_extension(tab: RecordTab, matter: Any, offered: Offer) -> None:
    """Ask who extended the limit and why, or say why it cannot be."""
    verb = offered.verb("extend")
    if verb is None or verb.why_not:
        why = verb.why_not if verb else _TOO_EARLY
        tab.jobs.refused.emit(Refused(f"{why}。".replace("。。", "。")))
    else:
        StepDialog(tab.jobs, tab, matter, [verb.move], offered.signers).open()


def _reassign(tab: RecordTab) -> None:
    chosen = tab.table.selected()
    told = f"把选中的 {len(chosen)} 个办件交给谁办理？"
    dialog = TextDialog("移交办件", told, "责任人", "移交", tab)
    keys = [matter.id for matter in chosen]
    dialog.given.connect(partial(_hand_over, tab, dialog, keys))
    dialog.open()


def _hand_over(tab: RecordTab, dialog: TextDialog, keys: Sequence[Any], to: str) -> None:
    def done(matters: Sequence[Any]) -> None:
        tab.jobs.said.emit(f"已移交 {len(matters)} 个办件给{to}")
        dialog.accept()

    tab.jobs.write(reassign, keys, to, then=done, refused=dialog.refuse)


def _reassign_all(tab: RecordTab) -> None:
    tab.jobs.read(who, then=lambda people: HandOverDialog(tab.jobs, tab, people).open())


def _closed(matter: Matter) -> str:
    return f"办件已{STATES[matter.state].removeprefix('已')}，不能再办" if matter.closed_on else ""


OFFERS = (
    Action("open", "收件…", "add", "Ctrl+N", _open, tip="收下一份申请，或立一个案"),
    Action("step", "办理…", "step", "F2", _step, "one", "做下一步", _closed),
    Action("papers", "收材料…", "folder", "F3", _papers, "one", "登记收到的材料", _closed),
    *PAPERS,
    Action("pause", "不计时…", "", "", _pause, "one", _NOT_COUNTED, _closed),
    Action("extend", "延期…", "calendar", "", _extend, "one", _LONGER, _closed),
    Action("many", "批量办理…", "", "Ctrl+F2", _many, "some", "对选中的办件做同一步", folded=True),
    Action("reassign", "移交…", "", "", _reassign, "some", "交给别人办理", folded=True),
    Action(
        "reassign_all", "移交一个人的全部办件…", "", "", _reassign_all, "", _ALL_OF, folded=True
    ),
)
"""The actions of the tab, from the counter to handing over."""
