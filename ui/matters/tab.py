"""The 办件 tab: applications and proceedings, step by step, within their clocks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QMenu

from qyclient.office.rules.workflow import STATES
from qyclient.organizations.models import Matter
from qyclient.organizations.rules.matter_kinds import MatterKind, kinds
from qyclient.records.view import Filter
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit
from ui.matters.deeds import OFFERS
from ui.matters.inside import CHILDREN
from ui.matters.open_dialog import OpenDialog
from ui.matters.words import state_tone, urgency

_OPEN = "open:"


class MattersTab(RecordTab):
    """办件: take in, collect, do the next step, stop the clock, hand over."""

    model = Matter
    offers = OFFERS
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
