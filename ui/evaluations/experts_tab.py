"""The 专家 room: the pool from which the third party's raters are drawn."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.evaluations.models import Expert
from qyclient.evaluations.services.experts import amend_expert, enter_expert, rounds_rated
from qyclient.records.base import fields_of
from qyclient.records.dates import format_date
from qyclient.records.view import Filter
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.record_tab import RecordTab


class ExpertDialog(RecordDialog):
    """Takes an expert in, or changes what is known of one."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, expert: Any = None) -> None:
        fields = [f for f in fields_of(Expert) if expert is not None or f.key != "out_because"]
        super().__init__(jobs, fields, parent, expert)
        self.setWindowTitle("登记专家" if expert is None else f"修改专家：{expert.name}")
        if expert is None:
            self.done_word = "已登记专家"
            self.form.put({"joined_on": jobs.today.isoformat()})
        self.resize(860, 560)
        self.begin()
        self.form.go_to("name")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Enter, or change what was changed."""
        if self.record is None:
            return enter_expert, (texts,)
        return amend_expert, (self.record.id, self.record.version, texts)

    def called(self, record: Any) -> str:
        """Return unit and name."""
        return f"{record.unit} {record.name}"


def _enter(tab: "ExpertsTab") -> None:
    tab.show_dialog(ExpertDialog(tab.jobs, tab))


def _amend(tab: "ExpertsTab") -> None:
    tab.show_dialog(ExpertDialog(tab.jobs, tab, tab.current()))


def _rounds(session: Any, key: Any) -> list[list[str]]:
    return [
        [
            one.round.number,
            one.round.subject,
            format_date(one.handed_in_on) if one.handed_in_on else one.excluded_because or "未交",
        ]
        for one in rounds_rated(session, session.get_one(Expert, key))
    ]


class ExpertsTab(RecordTab):
    """专家库: enter, amend, stop; drawing is done from a round."""

    model = Expert
    offers = (
        Action("enter", "登记专家…", "add", "Ctrl+N", _enter, tip="收进专家库"),
        Action("amend", "修改…", "amend", "F2", _amend, "one", "领域、回避的单位、停用"),
    )
    children_ = (Child("参加过的轮次", _rounds, ("轮次", "评价对象", "交表")),)
    search_hint = "姓名、单位、专业领域"
    nothing_yet = (
        "专家库还没有专家",
        "点左边的“登记专家…”；在“轮次”里拟订方案后，从这里随机抽取。",
    )
    grouped_by = "specialty"
    touched_by = frozenset({"rater"})

    def presets(self) -> Sequence[Preset]:
        """Offer those who can be drawn, and those who are stopped."""
        return [
            Preset("在库", (Filter("out_because", empty=True),)),
            Preset("已停用", (Filter("out_because", empty=False),)),
        ]

    def tone(self, record: Any, key: str) -> str:
        """Colour who is stopped."""
        return "quiet" if key == "name" and record.out_because else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return name and unit, and whether he can be drawn."""
        title = f"{record.name}　{record.unit}"
        return (title, "已停用", "quiet") if record.out_because else (title, "在库", "good")

    def show_dialog(self, dialog: RecordDialog) -> None:
        """Open a dialog; what it saved is shown."""
        dialog.saved.connect(self.show_saved)
        dialog.open()
