"""更正: what is open, what carries the wrong value, and what was done about each."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.certificates.models import Correction, CorrectionItem
from qyclient.certificates.services import close_correction, items_of, reissue, settle_item
from qyclient.records.base import field_of
from qyclient.records.view import Filter
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit
from ui.kit.text_dialog import TextDialog


def _settle(tab: "CorrectionsTab") -> None:
    tab.jobs.read(items_of, tab.current().id, then=tab.ask_next)


def _reissue(tab: "CorrectionsTab") -> None:
    tab.jobs.write(reissue, tab.current().id, then=tab.go_to_issue)


def _close(tab: "CorrectionsTab") -> None:
    said = f"已办结更正：{tab.current().body}"
    tab.jobs.write(close_correction, tab.current().id, then=lambda _made: tab.jobs.said.emit(said))


def _why_closed(record: Correction) -> str:
    return "已经办结" if record.closed_on else ""


def _items(session: Any, key: Any) -> list[list[str]]:
    keys = ("sort", "what", "offer", "done_on", "note")
    return [[field_of(CorrectionItem, k).show(one) for k in keys] for one in items_of(session, key)]


class CorrectionsTab(RecordTab):
    """更正: deal with each thing, issue anew, close."""

    model = Correction
    offers = (
        Action("settle", "处理…", "tick", "F2", _settle, "one", "处理清单里的下一项", _why_closed),
        Action("reissue", "重新发证", "certificate", "F3", _reissue, "one", "", _why_closed),
        Action("close", "办结", "save", "F4", _close, "one", "错证收回或作废之后", _why_closed),
    )
    children_ = (Child("更正清单", _items, ("类别", "内容", "建议", "处理日期", "处理情况")),)
    search_hint = "持证单位、发证编号"
    nothing_yet = ("没有更正", "证书印错了发出去的，在“证书”里选中那一份，点“更正…”。")
    touched_by = frozenset({"correction_item"})

    def presets(self) -> Sequence[Preset]:
        """Offer what is open."""
        return [Preset("未办结", (Filter("closed_on", empty=True),))]

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return what is wrong with whose certificate."""
        state = ("已办结", "quiet") if record.closed_on else ("办理中", "warn")
        return f"{record.body}：{record.item}", *state

    def ask_next(self, items: Sequence[Any]) -> None:
        """Ask what was done about the first thing that is left."""
        left = next((one for one in items if one.done_on is None), None)
        if left is None:
            self.jobs.said.emit("清单已经全部处理，可以办结。")
            return
        told = f"{left.sort.label}：{left.what}。建议：{left.offer}。"
        dialog = TextDialog("处理更正清单", told, "处理情况", "保存", self)
        dialog.given.connect(partial(self._settle, dialog, left))
        dialog.open()

    def go_to_issue(self, issue: Any) -> None:
        """Go to the set that puts it right."""
        self.wants.emit("发证", Visit(words=issue.number, record=issue))

    def _settle(self, dialog: TextDialog, item: Any, note: str) -> None:
        self.jobs.write(
            settle_item, item.id, note, then=lambda _i: dialog.accept(), refused=dialog.refuse
        )
