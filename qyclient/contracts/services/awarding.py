"""采购和成交: the advice on methods, the bids, and who won; a contractor must be eligible."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Bid, Contract
from qyclient.contracts.rules import CheckOccasion
from qyclient.contracts.services.gate import refuse_ineligible
from qyclient.contracts.services.recording import Rows
from qyclient.contracts.services.stepping import step
from qyclient.errors import refuse
from qyclient.store.entry import amended, entered
from qyclient.store.listing import of

AWARDED = (
    "contractor", "outside", "amount", "award_on", "award_notice", "method", "method_reason",
)  # fmt: skip
"""The fields that the award fills in."""


def award(
    session: Session, key: UUID, version: int, texts: Mapping[str, str], bids: Rows = ()
) -> Contract:
    """成交: a contractor won, at a price within the budget, and may undertake it on that day."""
    contract = amended(session, Contract, key, version, {k: texts.get(k, "") for k in AWARDED})
    refuse(_problems(session, contract))
    for bid in bids:
        session.add(entered(session, Bid, {**bid, "contract": contract.contract_no}))
    day = contract.award_on or session.info["today"]
    refuse_ineligible(session, contract, CheckOccasion.AWARD, day)
    contract.supplier = contract.party
    step(session, contract, "award", {"done_on": day.isoformat()})
    return contract


def bids_of(session: Session, contract: UUID) -> Sequence[Bid]:
    """Return who bid for a project."""
    return of(session, Bid, "contract", contract)


def _problems(session: Session, contract: Contract) -> dict[str, str]:
    found: dict[str, str] = {}
    if (contract.contractor is None) == (contract.outside is None):
        found["contractor"] = "请填写成交的承接主体：名册中的或外部的，只填一个"
    if contract.award_on is None:
        found["award_on"] = "请填写成交通知日期"
    elif contract.award_on > session.info["today"]:
        found["award_on"] = "成交通知日期晚于今天，请核对"
    if contract.method is None:
        found["method"] = "请填写采购方式"
    if contract.amount is None or contract.amount <= 0:
        found["amount"] = "请填写成交金额"
    elif contract.budget_amount is not None and contract.amount > contract.budget_amount:
        over = contract.amount - contract.budget_amount
        found["amount"] = f"成交金额超过采购预算 {contract.budget_amount:,.2f} 元 {over:,.2f} 元"
    return found
