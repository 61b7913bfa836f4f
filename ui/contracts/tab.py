"""The 购买服务 tab: contracts, and what their instalments pay."""

from collections.abc import Sequence
from typing import Any

from qyclient.contracts.models import Contract
from qyclient.contracts.reports import REPORTS
from qyclient.contracts.rules import ContractStatus
from qyclient.evaluations.rules import grade_with_rule
from qyclient.evaluations.services import Due, dues_of, evaluations_of
from qyclient.records.dates import format_date
from qyclient.records.money import format_money
from qyclient.records.view import Filter
from ui.contracts.form import ContractDialog
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab

_TONES = {
    ContractStatus.DRAFT: "plain",
    ContractStatus.IN_PROGRESS: "good",
    ContractStatus.SETTLED: "quiet",
    ContractStatus.TERMINATED: "bad",
}


def _record(tab: "ContractsTab") -> None:
    dialog = ContractDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _amend(tab: "ContractsTab") -> None:
    dialog = ContractDialog(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _dues(session: Any, key: Any) -> list[list[str]]:
    return [_due(due) for due in dues_of(session, key)]


def _due(due: Due) -> list[str]:
    part = due.instalment
    waits = part.waits_for.label if part.waits_for else "签约后"
    pays = due.payable.how if due.payable else f"等待{waits}"
    day = format_date(part.due_on) if part.due_on else "—"
    return [f"第 {part.number} 期", format_money(part.amount), waits, day, pays]


def _scores(session: Any, key: Any) -> list[list[str]]:
    return [
        [e.stage.label, f"{e.score:.2f}", grade_with_rule(e.score, e.evaluated_on),
         format_date(e.evaluated_on)]
        for e in evaluations_of(session, key)
    ]  # fmt: skip


class ContractsTab(RecordTab):
    """购买服务合同: record, amend, see what is payable."""

    model = Contract
    offers = (
        Action("record", "登记合同", "add", "Ctrl+N", _record, tip="登记一份购买服务合同"),
        Action("amend", "修改", "amend", "F2", _amend, "one", tip="修改选中的合同"),
    )
    reports = tuple(REPORTS)
    children_ = (
        Child("分期付款", _dues, ("期次", "金额", "付款条件", "预计付款", "应付"), frozenset({1})),
        Child("绩效评价", _scores, ("阶段", "得分", "等级", "评价日期"), frozenset({1})),
    )
    search_hint = "合同编号、项目名称、购买主体、承接主体"
    nothing_yet = ("还没有登记合同", "登记合同时一并录入分期付款，评价后自动算出应付金额。")
    grouped_by = "status"
    touched_by = frozenset({"instalment", "evaluation"})

    def presets(self) -> Sequence[Preset]:
        """Offer each status."""
        return [Preset(s.label, (Filter("status", among=(s.value,)),)) for s in ContractStatus]

    def tone(self, record: Any, key: str) -> str:
        """Colour the status."""
        return _TONES[record.status] if key == "status" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the title and the status."""
        return record.title, record.status.label, _TONES[record.status]
