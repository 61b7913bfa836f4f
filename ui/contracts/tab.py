"""The 项目合同 room: projects and contracts with their money, step by step."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from qyclient.contracts.models import Contract
from qyclient.contracts.reports import REPORTS
from qyclient.contracts.rules.clocks import warnings
from qyclient.contracts.rules.states import PLANNING, RUNNING
from qyclient.contracts.services.contract_papers import Offer, papers_of
from qyclient.contracts.services.due import InstalmentDue, dues_of
from qyclient.contracts.services.stepping import Verb, allowed
from qyclient.office.rules.workflow import STATES, Move
from qyclient.records.base import fields_of
from qyclient.records.view import Filter
from ui.contracts import panes
from ui.contracts.amend_dialog import AmendDialog
from ui.contracts.award_dialog import AwardDialog
from ui.contracts.bought_columns import WORKED, worked
from ui.contracts.end_dialog import EndDialog
from ui.contracts.form import ContractDialog
from ui.contracts.forms import check_form, invoice_form
from ui.contracts.opening_dialog import OpeningDialog, choose_ledgers
from ui.contracts.papers import deed, show_paper
from ui.contracts.plan_dialog import PlanDialog
from ui.contracts.request_dialog import RequestDialog
from ui.contracts.sign_dialog import SignDialog
from ui.contracts.steps import contract_step, nobody, unsigned
from ui.contracts.verb_dialog import VerbDialog
from ui.contracts.verdict_dialog import VerdictDialog
from ui.contracts.words import CONTRACT_TONES, tone
from ui.kit.actions import Action
from ui.kit.columns import Column, table_columns
from ui.kit.filters import Preset
from ui.kit.next_menu import next_menu
from ui.kit.record_dialog import RecordDialog
from ui.kit.record_tab import RecordTab


def _plan(tab: "ContractsTab") -> None:
    tab.show_dialog(PlanDialog(tab.jobs, tab))


def _record(tab: "ContractsTab") -> None:
    tab.show_dialog(ContractDialog(tab.jobs, tab))


def _amend(tab: "ContractsTab") -> None:
    tab.show_dialog(PlanDialog(tab.jobs, tab, tab.current()))


def _step(tab: "ContractsTab") -> None:
    contract = tab.current()
    tab.jobs.read(allowed, contract, then=partial(tab.offer_steps, contract))


def _request(tab: "ContractsTab") -> None:
    contract = tab.current()
    tab.jobs.read(dues_of, contract.id, then=partial(tab.ask_payment, contract))


def _supplement(tab: "ContractsTab") -> None:
    tab.show_dialog(AmendDialog(tab.jobs, tab, tab.current()))


def _invoice(tab: "ContractsTab") -> None:
    tab.show_dialog(VerbDialog(tab.jobs, tab, invoice_form(tab.jobs, tab.current())))


def _verdict(tab: "ContractsTab") -> None:
    tab.show_dialog(VerdictDialog(tab.jobs, tab, tab.current()))


def _check(tab: "ContractsTab") -> None:
    tab.show_dialog(VerbDialog(tab.jobs, tab, check_form(tab.jobs, tab.current())))


def _papers(tab: "ContractsTab") -> None:
    contract = tab.current()
    tab.jobs.read(papers_of, contract.id, then=partial(tab.offer_papers, contract))


class ContractsTab(RecordTab):
    """项目合同: plan, buy, sign, ask for payment, see every sum."""

    model = Contract
    offers = (
        Action("plan", "立项…", "add", "Ctrl+N", _plan, tip="登记一个拟购买的服务项目"),
        Action("step", "办理…", "tick", "F2", _step, "one", "做下一步：预算、采购、成交、签订……"),
        Action("request", "申请付款…", "export", "F3", _request, "one", "按应付金额", unsigned),
        Action("invoice", "登记发票…", "", "F4", _invoice, "one", "承接主体开来的发票", unsigned),
        Action("papers", "文书…", "print", "Ctrl+P", _papers, "one",
               "合同文本、公告、补充合同、验收书、整改和解除通知、项目台账"),
        Action("amend", "修改…", "amend", "", _amend, "one", "修改选中的项目或合同"),
        Action("verdict", "录入评价报告…", "score", "", _verdict, "one",
               "按签字的纸质评价报告录入结论，由另一人确认", unsigned, folded=True),
        Action("supplement", "补充合同…", "", "", _supplement, "one",
               "增减金额、期限、内容或账户，累计增加不超过 10%", unsigned, folded=True),
        Action("check", "资格核查…", "", "", _check, "one",
               "按某一天的名册核查承接主体", nobody, folded=True),
        Action("record", "登记已有合同…", "", "", _record, folded=True,
               tip="启用本程序以前签订的合同，按台账录入"),
        Action("bring", "导入合同台账…", "", "Ctrl+I", choose_ledgers, folded=True,
               tip="合同、分期和付款、补充合同、评价结论的台账一次导入，都标为期初"),
    )  # fmt: skip
    reports = tuple(one for one in REPORTS if one.noun is Contract)
    work = staticmethod(worked)
    children_ = panes.CONTRACT
    search_hint = "合同编号、项目名称、购买主体、承接主体"
    nothing_yet = ("还没有项目和合同", "先立项，再采购、签订；以前签的合同在“更多”里登记。")
    grouped_by = "status"
    touched_by = frozenset(
        {
            "instalment", "payment", "verdict", "invoice", "refund", "instalment_release",
            "contract_step", "eligibility_check", "outside_contractor", "amendment", "deduction",
        }
    )  # fmt: skip

    def presets(self) -> Sequence[Preset]:
        """Offer what is being bought, what runs, and what is over."""
        return [
            Preset("采购中", (Filter("status", among=tuple(sorted(PLANNING))),)),
            Preset("履行中", (Filter("status", among=tuple(sorted(RUNNING))),)),
            Preset("待付清", (Filter("status", among=("WORK_ACCEPTED", "FINAL_EVALUATED")),)),
            Preset("已解除", (Filter("status", among=("TERMINATED",)),)),
        ]

    def columns(self) -> Sequence[Column]:
        """Put who undertakes it, and what was paid, beside what it is worth."""
        own = {column.key: column for column in table_columns(fields_of(Contract))}
        own.pop("contractor")
        party, paid, watch = WORKED
        first = [own.pop(key) for key in ("contract_no", "title", "status")]
        amount = own.pop("amount")
        return (*first, watch, party, amount, paid, *own.values())

    def tone(self, record: Any, key: str) -> str:
        """Colour the status, and what is late."""
        if key == "watch":
            said = warnings(record, self.jobs.today)
            return ("bad" if said[0].late else "warn") if said else ""
        return tone(CONTRACT_TONES, record.status) if key == "status" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the title and the status."""
        return record.title, STATES[record.status], tone(CONTRACT_TONES, record.status)

    def offer_steps(self, contract: Any, verbs: Sequence[Verb]) -> None:
        """Show what can be done next to a contract."""
        self.menu = next_menu(verbs, self, partial(self.do_step, contract))

    def bring(self, paths: Sequence[Path]) -> None:
        """Show what ledgers of older contracts hold, to be taken in."""
        OpeningDialog(self.jobs, self, paths).open()

    def offer_papers(self, contract: Any, offers: Sequence[Offer]) -> None:
        """Show which papers of a contract can be made now."""
        self.menu = next_menu(offers, self, partial(self.do_paper, contract))

    def do_paper(self, contract: Any, paper: Any) -> None:
        """Show a paper as it is printed."""
        title = f"{paper.label}_{contract.contract_no}"
        show_paper(self.jobs, self, title, deed(self.jobs, contract.id, paper.key))

    def do_step(self, contract: Any, move: Move) -> None:
        """Open the dialog of a step."""
        if move.key == "terminate":
            end = partial(self._end, contract, move)
            self.jobs.read(dues_of, contract.id, then=end)
            return
        own = {"award": AwardDialog, "sign": SignDialog}.get(move.key)
        if own is not None:
            self.show_dialog(own(self.jobs, self, contract))
        else:
            self.show_dialog(contract_step(self.jobs, self, contract, move))

    def _end(self, contract: Any, move: Move, dues: Sequence[InstalmentDue]) -> None:
        self.show_dialog(EndDialog(self.jobs, self, contract, move, dues))

    def ask_payment(self, contract: Any, dues: Sequence[InstalmentDue]) -> None:
        """Ask for a payment of one of a contract's instalments."""
        if dues:
            self.show_dialog(RequestDialog(self.jobs, self, contract, dues))
        else:
            self.jobs.said.emit("这份合同没有登记分期付款，不能申请付款。")

    def show_dialog(self, dialog: RecordDialog) -> None:
        """Open a dialog; what it saved is shown."""
        dialog.saved.connect(self._show_saved)
        dialog.open()

    def _show_saved(self, record: Any) -> None:
        if isinstance(record, Contract):
            self.show_saved(record)
        elif (current := self.current()) is not None:
            self.pane.show_record(current)
