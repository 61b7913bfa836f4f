"""The 分期 room: every instalment with its money; what is taken off it, let go, carried over."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from qyclient.contracts.models import Instalment
from qyclient.contracts.reports import REPORTS
from qyclient.contracts.rules.money import Due
from qyclient.contracts.services.due import deductions_of
from qyclient.contracts.services.ending import releases_of
from qyclient.contracts.services.planned import planned_payments
from qyclient.records.base import fields_of
from qyclient.records.dates import format_date
from qyclient.records.kinds import MONEY, TEXT
from qyclient.records.money import format_money
from qyclient.records.view import Filter
from ui.contracts.plan_forms import carry_form, deduct_form, release_form, undeduct_form
from ui.contracts.verb_dialog import VerbDialog
from ui.contracts.year_end_dialog import YearEndDialog
from ui.kit.actions import Action
from ui.kit.columns import Column, table_columns, worked_column
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab
from ui.kit.tab import Visit

_WORKED = (
    worked_column("title", "项目名称", TEXT, 24),
    worked_column("paid", "已付", MONEY, 14),
    worked_column("unpaid", "未付", MONEY, 14),
    worked_column("now", "现在", TEXT, 30),
)


def _year_end(tab: "InstalmentsTab") -> None:
    YearEndDialog(tab.jobs, tab).open()


def _contract(tab: "InstalmentsTab") -> None:
    tab.wants.emit("项目合同", Visit(words=tab.current().contract.contract_no))


def _ask(tab: "InstalmentsTab", form: Any) -> None:
    dialog = VerbDialog(tab.jobs, tab, form(tab.jobs, tab.current()))
    dialog.saved.connect(tab.look_again)
    dialog.open()


def _undeduct(tab: "InstalmentsTab") -> None:
    part = tab.current()
    tab.jobs.read(deductions_of, part.id, then=partial(tab.take_back, part))


def _worked(session: Any, records: Sequence[Instalment]) -> Mapping[Any, Mapping[str, Any]]:
    return {
        line.part.id: {
            "title": line.title,
            "paid": line.money.paid or None,
            "unpaid": line.money.unpaid or None,
            "now": line.now,
            "planned": line,
        }
        for line in planned_payments(session, records)
    }


def _deductions(session: Any, key: Any) -> list[list[str]]:
    return [
        [format_money(one.amount), one.reason, one.document] for one in deductions_of(session, key)
    ]


def _releases(session: Any, key: Any) -> list[list[str]]:
    return [
        [format_date(one.dated_on), format_money(one.amount), one.reason]
        for one in releases_of(session, key)
    ]


def _arithmetic(session: Any, key: Any) -> list[list[str]]:
    [line] = planned_payments(session, [session.get_one(Instalment, key)])
    money: Due = line.money
    sums = (
        ("金额", money.amount), ("核减", money.released), ("已付", money.paid),
        ("在途", money.pending), ("还可申请", money.open),
    )  # fmt: skip
    return [[label, format_money(amount)] for label, amount in sums if amount] + [
        ["现在", line.now]
    ]


class InstalmentsTab(RecordTab):
    """分期: 扣款, 核减, 结转, and what a year still has to evaluate and pay."""

    model = Instalment
    offers = (
        Action("year_end", "年末待办…", "", "Ctrl+N", _year_end,
               tip="一个预算年度里还要评价、还要支付的分期"),
        Action("contract", "打开合同", "", "F2", _contract, "one", "到“项目合同”里看这份合同"),
        Action("deduct", "扣款…", "amend", "F3", partial(_ask, form=deduct_form), "one",
               "缺场次、违约等，按合同条款从本期应付里减去"),
        Action("release", "核减…", "", "F4", partial(_ask, form=release_form), "one",
               "本期的一部分不再支付"),
        Action("carry", "结转…", "", "F6", partial(_ask, form=carry_form), "one",
               "没有付的连同指标转到下一年度"),
        Action("undeduct", "作废扣款…", "", "", _undeduct, "one",
               "误登的扣款写明理由作废", folded=True),
    )  # fmt: skip
    reports = tuple(one for one in REPORTS if one.noun is Instalment)
    work = staticmethod(_worked)
    children_ = (
        Child("本期算账", _arithmetic, ("", "")),
        Child("扣款", _deductions, ("金额", "理由", "依据"), frozenset({0})),
        Child("核减", _releases, ("日期", "金额", "理由"), frozenset({1})),
    )
    search_hint = "合同编号、指标编号"
    nothing_yet = ("还没有分期付款", "签订合同时填写分期；这里可以看全部分期和年末待办。")
    touched_by = frozenset(
        {"payment", "refund", "instalment_release", "deduction", "verdict", "contract_step"}
    )

    def presets(self) -> Sequence[Preset]:
        """Offer this year's, those that wait for an evaluation, and what was due by today."""
        today = self.jobs.today
        year = str(today.year)
        return [
            Preset("本年度", (Filter("year", least=year, most=year),)),
            Preset("须评价后付", (Filter("waits_for", empty=False),)),
            Preset("预计付款日已到", (Filter("due_on", most=today.isoformat()),)),
        ]

    def columns(self) -> Sequence[Column]:
        """Put the money and what is in the way beside each instalment."""
        contract, number, amount, *rest = table_columns(fields_of(Instalment))
        title, *money = _WORKED
        return (contract, title, number, amount, *money, *rest)

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return which instalment of which contract it is, and its sum."""
        title = f"{record.contract.contract_no}　第 {record.number} 期"
        return title, f"{record.amount:,.2f} 元", "plain"

    def look_again(self, _made: object) -> None:
        """Show the chosen instalment as it is now."""
        if (current := self.current()) is not None:
            self.pane.show_record(current)

    def take_back(self, part: Any, deductions: Sequence[Any]) -> None:
        """Ask which deduction is void."""
        if not deductions:
            self.jobs.said.emit("这一期没有扣款。")
            return
        dialog = VerbDialog(self.jobs, self, undeduct_form(part, deductions))
        dialog.saved.connect(self.look_again)
        dialog.open()
