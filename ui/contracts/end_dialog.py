"""解除合同: why, by which clause, and what of each instalment is still to be paid."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.contracts.models import ContractStep
from qyclient.contracts.services.due import InstalmentDue
from qyclient.contracts.services.ending import terminate
from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.records.base import field_of
from qyclient.records.field import Field
from qyclient.records.kinds import LONG_TEXT, MONEY, TEXT
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog

_DUE = "due_"


class EndDialog(RecordDialog):
    """What is left empty is released: work that was accepted must still be paid."""

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None,
        contract: Any,
        move: Move,
        dues: Sequence[InstalmentDue],
    ) -> None:
        open_ = [due for due in dues if due.money.open]
        super().__init__(jobs, [*map(_field, move.asks), _DAY, *map(_still, open_)], parent)
        self.setWindowTitle(f"解除合同：{contract.contract_no} {contract.title}")
        self.done_word = "已解除合同"
        self.contract = contract
        self.form.put({"done_on": jobs.today.isoformat()})
        self.begin()
        self.form.go_to(move.asks[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """End it before its time."""
        still = {
            int(key.removeprefix(_DUE)): text for key, text in texts.items() if key.startswith(_DUE)
        }
        return terminate, (self.contract.id, self.contract.version, texts, still)


_DAY = field_of(ContractStep, "done_on")


def _field(key: str) -> Field:
    answer = ANSWERS[key]
    kind = LONG_TEXT if answer.long else TEXT
    return Field(key, answer.label, kind, required=answer.required, width=40)


def _still(due: InstalmentDue) -> Field:
    part = due.instalment
    return Field(
        f"{_DUE}{part.number}",
        f"第 {part.number} 期还应付",
        MONEY,
        required=False,
        section="解除后还应支付的",
        help=f"最多 {due.money.open:,.2f} 元；留空表示不再支付",
    )
