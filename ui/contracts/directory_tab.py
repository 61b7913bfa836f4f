"""The 资质目录 room: who is qualified, by which conditions, and what was found of late."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from qyclient.contracts.models import DirectoryEntry
from qyclient.contracts.reports import REPORTS
from qyclient.contracts.rules import DirectoryStatus
from qyclient.contracts.services.directory import (
    amend_entry,
    apply_for,
    enlist,
    publicise,
    remove,
)
from qyclient.records.base import field_of
from qyclient.records.view import Filter
from ui.contracts.verb_dialog import Form, VerbDialog
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.record_tab import RecordTab
from ui.kit.text_dialog import TextDialog

_TONES = {
    DirectoryStatus.LISTED: "good",
    DirectoryStatus.PUBLICITY: "warn",
    DirectoryStatus.SUSPENDED: "bad",
    DirectoryStatus.REMOVED: "quiet",
}
_ASKED = (
    "number", "organization", "service_field", "applied_on", "full_time", "has_finance",
    "has_premises", "contact",
)  # fmt: skip
_FIELDS = [field_of(DirectoryEntry, key) for key in _ASKED]


class _Amend(RecordDialog):
    """修改 what a body said of itself."""

    def __init__(self, jobs: Jobs, parent: Any, entry: Any) -> None:
        super().__init__(jobs, _FIELDS, parent, entry)
        self.setWindowTitle(f"修改申请：{entry.organization}")
        self.begin()

    def call(self, texts: Any) -> Call:
        """Change what was changed."""
        return amend_entry, (self.record.id, self.record.version, texts)


def _apply(tab: "DirectoryTab") -> None:
    form = Form(
        "申请列入资质目录",
        _FIELDS,
        lambda texts: (apply_for, (texts,)),
        "已登记申请",
        {"applied_on": tab.jobs.today.isoformat()},
    )
    dialog = VerbDialog(tab.jobs, tab, form)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _amend(tab: "DirectoryTab") -> None:
    dialog = _Amend(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _publicise(tab: "DirectoryTab") -> None:
    entry = tab.current()
    tab.jobs.write(publicise, entry.id, entry.version, then=tab.show_saved)


def _enlist(tab: "DirectoryTab") -> None:
    entry = tab.current()
    tab.jobs.write(enlist, entry.id, entry.version, then=tab.show_saved)


def _remove(tab: "DirectoryTab") -> None:
    entry = tab.current()
    dialog = TextDialog(
        "移出目录", f"移出后 {entry.organization} 不再列入。", "移出理由", "移出", tab
    )
    dialog.given.connect(partial(_go, tab, entry, dialog))
    dialog.open()


def _go(tab: "DirectoryTab", entry: Any, dialog: TextDialog, reason: str) -> None:
    args = (entry.id, entry.version, reason)
    tab.jobs.write(remove, *args, then=lambda _entry: dialog.accept(), refused=dialog.refuse)


def _only(status: DirectoryStatus) -> Any:
    def barred(entry: DirectoryEntry) -> str:
        return "" if entry.status is status else f"现在是“{entry.status.label}”"

    return barred


def _found(session: Any, key: Any) -> list[list[str]]:
    entry = session.get_one(DirectoryEntry, key)
    return [
        ["✓" if one["met"] else "✗", one["label"], one["evidence"], one["citation"]]
        for one in entry.findings
    ]


class DirectoryTab(RecordTab):
    """资质目录: apply, show to the public, list, look again, remove."""

    model = DirectoryEntry
    offers = (
        Action("apply", "登记申请…", "add", "Ctrl+N", _apply, tip="登记一个社会组织的申请"),
        Action("publicise", "公示", "tick", "F2", _publicise, "one", "逐项核查后公示",
               _only(DirectoryStatus.APPLIED)),
        Action("enlist", "列入", "tick", "F3", _enlist, "one", "公示期满后列入",
               _only(DirectoryStatus.PUBLICITY)),
        Action("amend", "修改…", "amend", "", _amend, "one", "改正申请内容，重新核查"),
        Action("remove", "移出…", "", "", _remove, "one", "写明理由移出", folded=True),
    )  # fmt: skip
    reports = tuple(one for one in REPORTS if one.noun is DirectoryEntry)
    children_ = (Child("逐项核查", _found, ("", "条件", "当日情况", "依据")),)
    search_hint = "目录编号、社会组织"
    nothing_yet = ("资质目录还是空的", "登记申请后逐项核查；登记、信用、年检变化时自动重新核查。")
    grouped_by = "status"

    def presets(self) -> Sequence[Preset]:
        """Offer each status."""
        return [Preset(s.label, (Filter("status", among=(s.value,)),)) for s in DirectoryStatus]

    def tone(self, record: Any, key: str) -> str:
        """Colour the status."""
        return _TONES.get(record.status, "plain") if key == "status" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return who, and the status."""
        tone = _TONES.get(record.status, "plain")
        return str(record.organization), record.status.label, tone
