"""The 办件 tab: applications and proceedings, step by step, within their clocks."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QDialog, QMenu

from qyclient.office.rules.workflow import STATES, Move
from qyclient.organizations.models import Matter, MatterPaper
from qyclient.organizations.rules.matter_kinds import MatterKind, kinds
from qyclient.organizations.services.holding import papers_of, reassign
from qyclient.organizations.services.many import allowed_for_all
from qyclient.organizations.services.matters import Verb, allowed
from qyclient.records.view import Filter
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog
from ui.matters.inside import CHILDREN
from ui.matters.issuing import OFFERS
from ui.matters.open_dialog import OpenDialog
from ui.matters.papers_dialog import PapersDialog
from ui.matters.step_dialog import ManyStepsDialog, StepDialog
from ui.matters.words import state_tone, urgency

_OPEN = "open:"
ROOMS_OF_STEPS = {"发证": "open"}
"""The rooms where steps of a matter are done, and the action that begins there."""


def _open(tab: "MattersTab") -> None:
    tab.menu = QMenu(tab)
    groups: dict[str, QMenu] = {}
    for kind in kinds().values():
        label = kind.flow.label
        if label not in groups:
            groups[label] = tab.menu.addMenu(label)
        groups[label].addAction(kind.label, partial(tab.open_kind, kind))
    tab.menu.popup(QCursor.pos())


def _step(tab: "MattersTab") -> None:
    matter = tab.current()
    tab.jobs.read(allowed, matter, then=partial(tab.offer_steps, matter))


def _many(tab: "MattersTab") -> None:
    chosen = tab.table.selected()
    keys = [matter.id for matter in chosen]
    tab.jobs.read(allowed_for_all, keys, then=partial(tab.offer_many, chosen))


def _papers(tab: "MattersTab") -> None:
    matter = tab.current()
    tab.jobs.read(papers_of, matter.id, then=partial(tab.ask_papers, matter))


def _reassign(tab: "MattersTab") -> None:
    chosen = tab.table.selected()
    told = f"把选中的 {len(chosen)} 个办件交给谁办理？"
    dialog = TextDialog("移交办件", told, "责任人", "移交", tab)
    dialog.given.connect(partial(tab.hand_over, dialog, [matter.id for matter in chosen]))
    dialog.open()


def _why_closed(matter: Matter) -> str:
    return f"办件已{STATES[matter.state].removeprefix('已')}，不能再办" if matter.closed_on else ""


class MattersTab(RecordTab):
    """办件: take in, collect, do the next step, hand over."""

    model = Matter
    offers = (
        Action("open", "收件…", "add", "Ctrl+N", _open, tip="收下一份申请，或立一个案"),
        Action("step", "办理…", "step", "F2", _step, "one", "做下一步", _why_closed),
        Action("papers", "收材料…", "folder", "F3", _papers, "one", "登记收到的材料", _why_closed),
        *OFFERS,
        Action(
            "many", "批量办理…", "", "Ctrl+F2", _many, "some", "对选中的办件做同一步", folded=True
        ),
        Action("reassign", "移交…", "", "", _reassign, "some", "交给别人办理", folded=True),
    )
    children_ = CHILDREN
    search_hint = "办件编号、办理对象、申请人、电话、省平台办件号"
    nothing_yet = ("还没有办件", "有人来申请时，点左边的“收件…”。")
    grouped_by = "state"
    touched_by = frozenset(
        {"matter_step", "matter_paper", "matter_pause", "document", "attachment"}
    )
    menu: QMenu

    def presets(self) -> Sequence[Preset]:
        """Offer what is open, what a clock runs for, and what waits for somebody."""
        return [
            Preset("未办结", (Filter("closed_on", empty=True),)),
            Preset("有期限", (Filter("due_on", empty=False),)),
            Preset("待补正", (Filter("state", among=("CORRECTION",)),)),
            Preset("待批准", (Filter("state", among=("REVIEWED",)),)),
        ]

    def tone(self, record: Any, key: str) -> str:
        """Colour the state, and the last day by how near it is."""
        if key == "state":
            return state_tone(record)
        return urgency(record, self.jobs.today) if key == "due_on" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return what it is about, and where it stands."""
        title = f"{kinds()[record.kind].label}：{record.subject}"
        return title, STATES[record.state], state_tone(record)

    def visit(self, visit: Visit) -> None:
        """Take an application of a sort in for the body another room wants it for."""
        if not visit.action.startswith(_OPEN):
            super().visit(visit)
            return
        self.start()
        self.open_kind(kinds()[visit.action.removeprefix(_OPEN)], visit.record)

    def open_kind(self, kind: MatterKind, body: Any = None) -> None:
        """Take an application of one sort in."""
        dialog = OpenDialog(self.jobs, self, kind, body)
        dialog.saved.connect(self.show_saved)
        dialog.open()

    def offer_steps(self, matter: Any, verbs: Sequence[Verb]) -> None:
        """Show what can be done next; what cannot is greyed with the reason."""
        self._offer(verbs, partial(StepDialog, self.jobs, self, matter))

    def offer_many(self, matters: Sequence[Any], verbs: Sequence[Verb]) -> None:
        """Show what can be done next to all of them."""
        self._offer(verbs, partial(ManyStepsDialog, self.jobs, self, matters))

    def _offer(self, verbs: Sequence[Verb], ask: Callable[[Move], QDialog]) -> None:
        self.menu = QMenu(self)
        for verb in verbs:
            text = f"{verb.move.label}（{verb.why_not}）" if verb.why_not else verb.move.label
            action = QAction(text, self.menu)
            if verb.why_not and verb.move.at in ROOMS_OF_STEPS:
                action.triggered.connect(partial(self._go_to_desk, verb.move))
            else:
                action.triggered.connect(partial(_open_dialog, ask, verb.move))
                action.setEnabled(not verb.why_not)
            self.menu.addAction(action)
        self.menu.popup(QCursor.pos())

    def ask_papers(self, matter: Any, papers: Sequence[MatterPaper]) -> None:
        """Show what must be handed in."""
        PapersDialog(self.jobs, self, matter, papers).open()

    def hand_over(self, dialog: TextDialog, keys: Sequence[Any], to: str) -> None:
        """Give matters to another person."""

        def done(matters: Sequence[Any]) -> None:
            self.jobs.said.emit(f"已移交 {len(matters)} 个办件给{to}")
            dialog.accept()

        self.jobs.write(reassign, keys, to, then=done, refused=dialog.refuse)

    def _go_to_desk(self, move: Move, _checked: bool = False) -> None:
        wanted = Visit(action=ROOMS_OF_STEPS[move.at], record=self.current())
        self.wants.emit(move.at, wanted)


def _open_dialog(ask: Callable[[Move], QDialog], move: Move, _checked: bool = False) -> None:
    ask(move).open()
