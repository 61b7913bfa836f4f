"""The 预算 room: each purchaser's lines by fiscal year, with what is signed, paid and free."""

from collections.abc import Mapping, Sequence
from typing import Any

from qyclient.contracts.models import BudgetLine
from qyclient.contracts.services.sums import balances
from qyclient.records.base import fields_of
from qyclient.records.kinds import MONEY
from qyclient.records.view import Filter
from ui.contracts import money_panes
from ui.contracts.forms import entry_form, line_form
from ui.contracts.verb_dialog import VerbDialog
from ui.kit.actions import Action
from ui.kit.columns import Column, table_columns, worked_column
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab

_MONEY = (
    worked_column("budget", "预算", MONEY, 14),
    worked_column("committed", "已签", MONEY, 14),
    worked_column("paid", "已付", MONEY, 14),
    worked_column("free", "可用", MONEY, 14),
)


def _open(tab: "BudgetTab") -> None:
    dialog = VerbDialog(tab.jobs, tab, line_form(tab.jobs))
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _change(tab: "BudgetTab") -> None:
    VerbDialog(tab.jobs, tab, entry_form(tab.jobs, tab.current())).open()


def _worked(session: Any, records: Sequence[BudgetLine]) -> Mapping[Any, Mapping[str, Any]]:
    found = balances(session, [record.id for record in records])
    return {
        key: {
            "budget": one.budget,
            "committed": one.committed,
            "paid": one.paid,
            "free": one.free,
        }
        for key, one in found.items()
    }


class BudgetTab(RecordTab):
    """预算: open a line, change it by a document, see 预算、已签、已付、可用."""

    model = BudgetLine
    offers = (
        Action("open", "新增指标…", "add", "Ctrl+N", _open, tip="登记年初批复的一条指标"),
        Action("change", "指标变动…", "amend", "F2", _change, "one", "追加、调剂、收回、结转"),
    )
    work = staticmethod(_worked)
    children_ = money_panes.LINE
    search_hint = "指标编号、名称、购买主体"
    nothing_yet = ("还没有预算指标", "没有预算不得购买：先登记批复的指标，签订合同时从中占用。")
    touched_by = frozenset(
        {"budget_entry", "instalment", "payment", "refund", "instalment_release", "contract"}
    )

    def columns(self) -> Sequence[Column]:
        """Put the money beside each line."""
        number, name, *rest = table_columns(fields_of(BudgetLine))
        return (number, name, *_MONEY, *rest)

    def presets(self) -> Sequence[Preset]:
        """Offer this year and the one before."""
        year = self.jobs.today.year
        return [
            Preset(f"{one} 年度", (Filter("year", least=str(one), most=str(one)),))
            for one in (year, year - 1)
        ]

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return number and name."""
        return f"{record.number}　{record.name}", f"{record.year}", "plain"
