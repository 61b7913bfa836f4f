"""文书 of a contract: which can be made now, why not, and what each rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract
from qyclient.contracts.reports.contract_facts import Deed
from qyclient.contracts.rules.payable import Grade
from qyclient.contracts.rules.states import PLANNING
from qyclient.contracts.rules.terms import clock
from qyclient.contracts.services.amending import amendments_of, heat_of
from qyclient.contracts.services.awarding import bids_of
from qyclient.contracts.services.payments import payments_of, refunds_of
from qyclient.contracts.services.planned import planned_payments
from qyclient.contracts.services.recording import (
    deliverables_of,
    instalments_of,
    lines_of_contract,
)
from qyclient.contracts.services.serving import progress_of
from qyclient.contracts.services.stepping import steps_of
from qyclient.contracts.services.verdicts import verdicts_of
from qyclient.office.rules.limits import dated, in_force
from qyclient.office.rules.workdays import Calendar
from qyclient.organizations.rules.papers import Paper, papers
from qyclient.organizations.services.texts import text_of
from qyclient.records.dates import format_date
from qyclient.store.listing import linked


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper of a contract: can be made if nothing stands against it."""

    move: Paper
    why_not: str


def papers_of(session: Session, key: UUID) -> list[Offer]:
    """Return the papers of a contract in the order of its course."""
    deed = deed_of(session, key)
    return [Offer(papers()[name], why(deed)) for name, why in _WAITS.items()]


def paper_words(session: Session, name: str) -> str:
    """Return the words a paper has in this office."""
    return text_of(session, papers()[name])


def deed_of(session: Session, key: UUID) -> Deed:
    """Return a contract with everything its papers rest on."""
    contract = session.scalars(linked(Contract).where(Contract.id == key)).one()
    deed = Deed(contract)
    deed.lines = lines_of_contract(session, key)
    deed.deliverables = deliverables_of(session, key)
    deed.progress = progress_of(session, key)
    deed.bids = bids_of(session, key)
    deed.planned = planned_payments(session, instalments_of(session, key))
    deed.steps = steps_of(session, key)
    deed.payments = payments_of(session, key)
    deed.verdicts = verdicts_of(session, key)
    back = (one.amount for paid in deed.payments for one in refunds_of(session, paid.id))
    deed.refunded = sum(back, deed.refunded)
    deed.amendment = next(reversed(amendments_of(session, key)), None)
    if deed.amendment is not None:
        deed.heat = heat_of(session, contract)
    deed.until = _days(contract)
    deed.payment_rule = _rule(contract.signed_on or session.info["today"])
    return deed


def _days(contract: Contract) -> dict[str, str]:
    """Return the legal days of a contract's notices (采购法 arts 46 and 47; 条例 art 50)."""
    asked = {
        "sign_due": ("CONTRACT_SIGN_DAYS", contract.award_on),
        "publish_due": ("CONTRACT_NOTICE_DAYS", contract.signed_on),
        "file_due": ("CONTRACT_FILE_DAYS", contract.signed_on),
    }
    calendar = Calendar()
    found = {
        mark: clock(rule, mark, since, calendar)
        for mark, (rule, since) in asked.items()
        if since is not None
    }
    return {mark: format_date(one.due) for mark, one in found.items() if one is not None}


def _rule(on: date) -> str:
    """Say how grades pay by the rule of a day: what the contract says goes before it."""
    bands = in_force(dated("grades")["bands"], on)["at_least"]
    pay = in_force(dated("grades")["last_instalment"], on)["pay"]
    words = {"full": "全额支付", "none": "不予支付"}
    told = []
    for grade in Grade:
        least = f"（{bands[grade.value]} 分以上）" if Decimal(bands[grade.value]) else ""
        told.append(f"{grade.label}{least}{words.get(pay[grade.value], '按得分比例支付')}")
    return "，".join(told)


def _signed(deed: Deed) -> str:
    return "合同还没有签订" if deed.contract.status in PLANNING else ""


def _awarded(deed: Deed) -> str:
    return "" if deed.contract.award_on and deed.bids else "还没有登记成交和报价"


def _amended(deed: Deed) -> str:
    return "" if deed.amendment else "没有补充合同"


def _stepped(move: str, why: str) -> Callable[[Deed], str]:
    return lambda deed: "" if any(step.move == move for step in deed.steps) else why


def _ended(deed: Deed) -> str:
    return "" if deed.contract.terminated_on else "合同没有解除"


_WAITS: Mapping[str, Callable[[Deed], str]] = {
    "contract_award": _awarded,
    "contract_text": lambda deed: "" if deed.contract.award_on else _signed(deed),
    "contract_notice": _signed,
    "contract_amendment": _amended,
    "contract_rectification": _stepped("rectify", "没有办理过限期整改"),
    "contract_acceptance": _stepped("accept_work", "还没有验收"),
    "contract_acceptance_notice": _stepped("accept_work", "还没有验收"),
    "contract_termination": _ended,
    "contract_ledger": lambda _deed: "",
}
"""The papers of a contract, each with what it waits for."""
