"""签订合同: lines, instalments and deliverables, compared with the amount and the budget."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from qyclient.contracts.models import Contract, ContractLine, Deliverable, Instalment
from qyclient.contracts.rules import CheckOccasion
from qyclient.contracts.rules.money import lines_problem, plan_problem
from qyclient.contracts.services.budget import free_after
from qyclient.contracts.services.signing import SIGNED, sign
from qyclient.errors import Refused
from qyclient.records.base import Base, field_of
from qyclient.records.kinds import MONEY
from ui.contracts.award_dialog import keep_refusal
from ui.kit.drafted import DraftedDialog
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call
from ui.kit.rows_editor import RowsEditor

_PAUSE_MS = 250
_ROWS: Mapping[str, tuple[str, type[Base], tuple[str, ...]]] = {
    "instalments": (
        "分期付款", Instalment, ("amount", "waits_for", "due_on", "line", "year", "milestone"),
    ),
    "lines": ("标的明细", ContractLine, ("name", "unit", "quantity", "price")),
    "deliverables": ("服务指标", Deliverable, ("name", "unit", "target")),
}  # fmt: skip


class SignDialog(DraftedDialog):
    """Everything a contract says of its money is compared to the fen while one types."""

    noun = "contract_signing"

    def __init__(self, jobs: Jobs, parent: QWidget | None, contract: Any) -> None:
        super().__init__(jobs, [field_of(Contract, key) for key in SIGNED], parent)
        self.setWindowTitle(f"签订合同：{contract.title}，{contract.party}")
        self.done_word = "已签订合同"
        self.contract = contract
        self.rows: dict[str, RowsEditor] = {}
        for key, (title, noun, fields) in _ROWS.items():
            editor = RowsEditor([field_of(noun, name) for name in fields], self.around, lines=1)
            self.rows[key] = editor
            self.add_section(title, editor)
            editor.edited.connect(self._compare)
        self.free = QLabel("填写分期的预算指标后，这里显示签订前后的可用金额。")
        self.free.setObjectName("free")
        self.free.setWordWrap(True)
        self.free.setMinimumHeight(64)
        self.add_section("预算", self.free)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.form.edited.connect(lambda key: self._compare() if key == "amount" else None)
        self.form.put(
            {
                "contract_no": contract.contract_no,
                "amount": f"{contract.amount:,.2f}" if contract.amount else "",
                "signed_on": jobs.today.isoformat(),
                "payee": contract.party,
            }
        )
        self._compare()
        self.begin()
        self.form.go_to("contract_no")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Sign it as it was opened."""
        rows = {key: editor.texts() for key, editor in self.rows.items()}
        return sign, (self.contract.id, self.contract.version, texts, rows)

    def lines_problem(self) -> str:
        """Check every line, then their sums."""
        for key, editor in self.rows.items():
            if problem := editor.problem():
                return f"{_ROWS[key][0]}{problem}"
        return ""

    def extra(self) -> object:
        """Return the lines typed so far."""
        return {key: editor.texts() for key, editor in self.rows.items()}

    def put_extra(self, extra: Any) -> None:
        """Show the lines of a draft."""
        for key, lines in extra.items():
            self.rows[key].put(lines)

    def _refused(self, no: Refused) -> None:
        super()._refused(no)
        keep_refusal(self.jobs, self.contract, CheckOccasion.SIGN, self.form.texts(), no)

    def _compare(self) -> None:
        amount = _yuan(self.form.editor("amount").text())
        parts = [_yuan(row["amount"]) for row in self.rows["instalments"].texts()]
        self._say("instalments", amount, parts, plan_problem)
        bought = [_product(row) for row in self.rows["lines"].texts()]
        self._say("lines", amount, bought, lines_problem)
        self._pause.start()

    def _say(
        self, key: str, amount: Decimal | None, parts: Sequence[Decimal | None], rule: Any
    ) -> None:
        known = [part for part in parts if part is not None]
        editor = self.rows[key]
        if not known:
            needed = key == "instalments"
            editor.say("至少填写一期。" if needed else "没有明细的留空。", "hint")
        elif amount is None or len(known) < len(parts):
            editor.say(f"合计 {sum(known, Decimal(0)):,.2f} 元。", "hint")
        elif problem := rule(amount, known):
            editor.say(f"{problem}。")
        else:
            editor.say(f"✓ 合计 {amount:,.2f} 元，与合同金额相符。", "said")

    def _look(self) -> None:
        wanted: dict[str, Decimal] = {}
        for row in self.rows["instalments"].texts():
            amount = _yuan(row["amount"])
            if row["line"].strip() and amount is not None:
                number = row["line"].strip()
                wanted[number] = wanted.get(number, Decimal(0)) + amount
        if wanted:
            self.jobs.read(free_after, wanted, then=self._tell)

    def _tell(self, lines: Sequence[str]) -> None:
        self.free.setText("\n".join(lines))


def _yuan(text: str) -> Decimal | None:
    try:
        return MONEY.parse(text)
    except ValueError:
        return None


def _product(row: Mapping[str, str]) -> Decimal | None:
    quantity, price = _yuan(row["quantity"]), _yuan(row["price"])
    if quantity is None or price is None:
        return None
    return (quantity * price).quantize(Decimal("0.01"), "ROUND_HALF_UP")
