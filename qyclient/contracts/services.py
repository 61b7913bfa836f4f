"""Entering 购买服务合同 and the instalments they are paid in."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, Instalment
from qyclient.contracts.rules import plan_problem, problems
from qyclient.errors import Invalid, refuse
from qyclient.store.entry import amended, entered
from qyclient.store.listing import of


def record(
    session: Session, texts: Mapping[str, str], instalments: Sequence[Mapping[str, str]] = ()
) -> Contract:
    """Enter a contract with its payment plan, which must add up to its amount."""
    given = {"status": "履行中"} | {key: text for key, text in texts.items() if text.strip()}
    contract = entered(session, Contract, given)
    refuse(_problems(contract))
    session.add(contract)
    session.flush()
    plan = [_instalment(session, contract, n, part) for n, part in enumerate(instalments, 1)]
    if problem := plan_problem(contract.amount, [part.amount for part in plan]):
        raise Invalid({"instalments": problem})
    session.add_all(plan)
    return contract


def amend(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Contract:
    """Change a contract, as it was opened at `version`; its plan must still add up."""
    contract = amended(session, Contract, key, version, texts)
    refuse(_problems(contract))
    plan = [part.amount for part in instalments_of(session, key)]
    if problem := plan_problem(contract.amount, plan):
        raise Invalid({"amount": problem})
    return contract


def instalments_of(session: Session, key: UUID) -> Sequence[Instalment]:
    """Return the parts a contract is paid in."""
    return of(session, Instalment, "contract", key)


def _instalment(
    session: Session, contract: Contract, number: int, texts: Mapping[str, str]
) -> Instalment:
    whole = {**texts, "contract": contract.contract_no, "number": str(number)}
    return entered(session, Instalment, whole)


def _problems(contract: Contract) -> dict[str, str]:
    return problems(contract.amount, contract.budget_amount, contract.start_on, contract.end_on)
