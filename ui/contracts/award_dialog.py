"""成交: who won, at which price, and who else bid."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from qyclient.contracts.models import Bid, Contract
from qyclient.contracts.rules import CheckOccasion
from qyclient.contracts.services.awarding import AWARDED, award
from qyclient.contracts.services.gate import freeze, told_of
from qyclient.errors import Invalid, Refused
from qyclient.records.base import field_of
from ui.contracts.advice import Advice
from ui.kit.jobs import Jobs
from ui.kit.record_dialog import Call, RecordDialog
from ui.kit.rows_editor import RowsEditor

_PAUSE_MS = 300


class AwardDialog(RecordDialog):
    """Says below the form, before it is saved, whether the contractor may undertake it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None, contract: Any) -> None:
        super().__init__(jobs, [field_of(Contract, key) for key in AWARDED], parent)
        self.setWindowTitle(f"成交：{contract.contract_no} {contract.title}")
        self.done_word = "已登记成交"
        self._contract = contract
        fields = [field_of(Bid, key) for key in ("bidder", "price", "result")]
        self.bids = RowsEditor(fields, self.around, lines=2)
        self.add_section("报价", self.bids)
        self.standing = QLabel("填写承接主体后，这里显示它当日的资格。")
        self.standing.setObjectName("standing")
        self.standing.setWordWrap(True)
        self.standing.setMinimumHeight(120)
        self.add_section("资格核查", self.standing)
        self.advice = Advice(self, "amount", "method")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.form.edited.connect(lambda _key: self._pause.start())
        self.form.put({"award_on": jobs.today.isoformat()})
        self.begin()
        self.form.go_to("contractor")

    def call(self, texts: Mapping[str, str]) -> Call:
        """Award."""
        return award, (self._contract.id, self._contract.version, texts, self.bids.texts())

    def extra(self) -> object:
        """Return the bids typed so far."""
        return self.bids.texts()

    def lines_problem(self) -> str:
        """Check each bid."""
        problem = self.bids.problem()
        return f"报价{problem}" if problem else ""

    def _look(self) -> None:
        texts = self.form.texts()
        name = texts["contractor"].strip() or texts["outside"].strip()
        if name:
            day = texts["award_on"] or self.jobs.today.isoformat()
            self.jobs.read(
                told_of, name, day, self._contract.title, then=self._tell, refused=self._cannot
            )

    def _tell(self, lines: Sequence[str]) -> None:
        self.standing.setText("\n".join(lines))

    def _cannot(self, no: Refused) -> None:
        self.standing.setText(str(no))

    def _refused(self, no: Refused) -> None:
        super()._refused(no)
        keep_refusal(self.jobs, self._contract, CheckOccasion.AWARD, self.form.texts(), no)


def keep_refusal(
    jobs: Jobs, contract: Any, occasion: CheckOccasion, texts: Mapping[str, str], no: Refused
) -> None:
    """Keep on the contract that an ineligible contractor was stopped, with the evidence."""
    stopped = isinstance(no, Invalid) and any("不可承接" in text for text in no.problems.values())
    if stopped:
        name = texts.get("contractor", "").strip() or texts.get("outside", "").strip()
        day = texts.get("award_on") or texts.get("signed_on") or jobs.today.isoformat()
        jobs.write(partial(freeze), contract.id, name or contract.party, occasion, day)
