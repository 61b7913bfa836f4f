"""The 支付 room: every payment, its steps, and the slip that is signed for it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from qyclient.contracts.models import Payment
from qyclient.contracts.services.paying import allowed_payment
from qyclient.contracts.services.stepping import Verb
from qyclient.office.rules.workflow import STATES, Move
from qyclient.records.view import Filter
from ui.contracts import money_panes
from ui.contracts.forms import refund_form
from ui.contracts.papers import show_paper, slip
from ui.contracts.reconcile_dialog import ReconcileDialog
from ui.contracts.steps import payment_step
from ui.contracts.verb_dialog import VerbDialog
from ui.contracts.words import PAYMENT_TONES, tone
from ui.kit.actions import Action
from ui.kit.filters import Preset
from ui.kit.next_menu import next_menu
from ui.kit.record_tab import RecordTab


def _step(tab: "PaymentsTab") -> None:
    payment = tab.current()
    tab.jobs.read(allowed_payment, payment, then=partial(tab.offer_steps, payment))


def _slip(tab: "PaymentsTab") -> None:
    payment = tab.current()
    show_paper(tab.jobs, tab, f"支付审批单_{payment.number}", slip(tab.jobs, payment.id))


def _reconcile(tab: "PaymentsTab") -> None:
    dialog = QFileDialog(tab, "选择财务的付款清单")
    dialog.setNameFilter("表格 (*.xlsx *.xls *.csv)")
    dialog.fileSelected.connect(lambda name: tab.reconcile(Path(name)))
    dialog.open()


class PaymentsTab(RecordTab):
    """支付: check, approve, pay, voucher, take back; the program moves no money."""

    model = Payment
    offers = (
        Action("step", "办理…", "tick", "F2", _step, "one", "审核、批准、付款、入账、退回……"),
        Action("slip", "支付审批单…", "print", "Ctrl+P", _slip, "one", "打印这笔支付的审批单"),
        Action(
            "reconcile",
            "与财务对账…",
            "import",
            "Ctrl+I",
            _reconcile,
            tip="读财务的付款清单，列出金额、日期、户名的差异和只有一方有的",
        ),
    )
    children_ = money_panes.PAYMENT
    search_hint = "支付编号、合同编号、项目名称、支付令、凭证号"
    nothing_yet = ("还没有支付", "在“项目合同”里选一份合同，点“申请付款…”。")
    grouped_by = "status"
    touched_by = frozenset({"payment_step", "refund", "invoice"})

    def presets(self) -> Sequence[Preset]:
        """Offer what waits for each desk."""
        waits = {
            "待财务审核": "REQUESTED",
            "待批准": "CHECKED",
            "待付款": "PAYMENT_APPROVED",
            "待入账": "PAID",
            "退票和退回": "BOUNCED",
        }
        return [Preset(name, (Filter("status", among=(key,)),)) for name, key in waits.items()]

    def tone(self, record: Any, key: str) -> str:
        """Colour the status."""
        return tone(PAYMENT_TONES, record.status) if key == "status" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the number and sum, and the status."""
        title = f"{record.number}　{record.amount:,.2f} 元"
        return title, STATES[record.status], tone(PAYMENT_TONES, record.status)

    def reconcile(self, path: Path) -> None:
        """Hold finance's list against ours."""
        ReconcileDialog(self.jobs, self, path).open()

    def offer_steps(self, payment: Any, verbs: Sequence[Verb]) -> None:
        """Show what can be done next to a payment."""
        self.menu = next_menu(verbs, self, partial(self.do_step, payment))

    def do_step(self, payment: Any, move: Move) -> None:
        """Open the dialog of a step."""
        if move.key == "refund":
            dialog = VerbDialog(self.jobs, self, refund_form(self.jobs, payment))
        else:
            dialog = payment_step(self.jobs, self, payment, move)
        dialog.saved.connect(self._show_saved)
        dialog.open()

    def _show_saved(self, record: Any) -> None:
        if isinstance(record, Payment):
            self.show_saved(record)
