"""Entering projects, and contracts that exist already (期初), with what they buy and pay."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, ContractLine, Deliverable, Instalment
from qyclient.contracts.rules import COMMITTED
from qyclient.contracts.rules.money import lines_problem, plan_problem, problems
from qyclient.errors import Invalid, refuse
from qyclient.organizations.rules.standing import Standing, permit
from qyclient.organizations.services.by_law import body_on
from qyclient.records.base import Base
from qyclient.store.entry import amended, entered
from qyclient.store.listing import of

R = TypeVar("R", bound=Base)
Rows = Sequence[Mapping[str, str]]

PLANNED = (
    "contract_no", "title", "purchaser", "service_kind", "budget_amount", "catalogue_item",
    "procurement_item", "plan_no", "beneficiary_area", "content", "remark",
)  # fmt: skip
"""What is said of a project when it is planned."""

AMENDABLE = (
    "contract_no", "title", "purchaser", "service_kind", "budget_amount", "catalogue_item",
    "procurement_item", "plan_no", "method", "method_reason", "beneficiary_area", "place",
    "content", "standard", "breach", "subcontracting", "deposit_received_on",
    "deposit_returned_on", "remark",
)  # fmt: skip
"""What may be mended in a contract that is signed; everything else takes a supplement or a step."""


def plan(session: Session, texts: Mapping[str, str]) -> Contract:
    """立项: enter a project that is to be bought."""
    given = {key: text for key, text in texts.items() if text.strip()}
    project = entered(session, Contract, {**given, "status": "立项"})
    session.add(project)
    return project


def record(session: Session, texts: Mapping[str, str], instalments: Rows = ()) -> Contract:
    """Enter a contract that was signed before, with its payment plan, which must add up."""
    given = {"status": "履行中"} | {key: text for key, text in texts.items() if text.strip()}
    contract = entered(session, Contract, given)
    refuse(_problems(contract))
    if said := _barred(session, contract):
        raise Invalid({"contractor": said})
    contract.supplier = contract.supplier or contract.party
    session.add(contract)
    session.flush()
    enter_plan(session, contract, instalments)
    return contract


def amend(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Contract:
    """Change a contract, as it was opened at `version`; its plan must still add up."""
    contract = amended(session, Contract, key, version, texts)
    if contract.status in COMMITTED:
        refuse(_problems(contract))
        parts = [part.amount for part in instalments_of(session, key)]
        if contract.amount is not None and (problem := plan_problem(contract.amount, parts)):
            raise Invalid({"amount": problem})
    return contract


def enter_more(session: Session, contract: Contract, delta: Decimal, rows: Rows) -> None:
    """Keep the instalments by which a supplement is paid; they must add up to what it adds."""
    parts = _parts(session, contract, rows)
    if not parts:
        raise Invalid({"instalments": f"请填写增加的 {delta:,.2f} 元分几期支付"})
    if problem := plan_problem(delta, [part.amount for part in parts]):
        raise Invalid({"instalments": problem.replace("合同金额", "增加金额")})
    session.add_all(parts)


def enter_plan(session: Session, contract: Contract, rows: Rows) -> list[Instalment]:
    """Keep the instalments of a contract; they must add up to it."""
    parts = _parts(session, contract, rows)
    if problem := plan_problem(_amount(contract), [part.amount for part in parts]):
        raise Invalid({"instalments": problem})
    session.add_all(parts)
    return parts


def _parts(session: Session, contract: Contract, rows: Rows) -> list[Instalment]:
    first = len(instalments_of(session, contract.id)) + 1
    parts = [
        _of(session, contract, Instalment, {**row, "number": str(number)})
        for number, row in enumerate(rows, first)
    ]
    for part in parts:
        part.year = part.year or _year(contract, part)
    return parts


def enter_lines(session: Session, contract: Contract, rows: Rows) -> list[ContractLine]:
    """Keep the lines of what is bought; they must add up to the contract."""
    lines = [_of(session, contract, ContractLine, row) for row in rows]
    if problem := lines_problem(_amount(contract), [line.amount for line in lines]):
        raise Invalid({"lines": problem})
    session.add_all(lines)
    return lines


def enter_deliverables(session: Session, contract: Contract, rows: Rows) -> list[Deliverable]:
    """Keep what must be delivered."""
    found = [_of(session, contract, Deliverable, row) for row in rows]
    session.add_all(found)
    return found


def instalments_of(session: Session, key: UUID) -> Sequence[Instalment]:
    """Return the parts a contract is paid in."""
    return of(session, Instalment, "contract", key)


def lines_of_contract(session: Session, key: UUID) -> Sequence[ContractLine]:
    """Return the lines of what a contract buys."""
    return of(session, ContractLine, "contract", key)


def deliverables_of(session: Session, key: UUID) -> Sequence[Deliverable]:
    """Return what a contract must deliver."""
    return of(session, Deliverable, "contract", key)


def _of(session: Session, contract: Contract, model: type[R], texts: Mapping[str, str]) -> R:
    return entered(session, model, {**texts, "contract": contract.contract_no})


def _year(contract: Contract, part: Instalment) -> int | None:
    if part.line is not None:
        return part.line.year
    day = part.due_on or contract.signed_on
    return day.year if day else None


def _barred(session: Session, contract: Contract) -> str:
    """Return why the contractor could not sign as it stood on that day, or nothing."""
    body, day = contract.contractor, contract.signed_on
    then = body_on(session, body.id, day) if body is not None and day is not None else None
    if then is None or day is None:
        return ""
    found = permit("CONTRACT", Standing(then, day))
    return f"{body} 当时不能签订：{found.told}" if found.why_not else ""


def _amount(contract: Contract) -> Decimal:
    if contract.amount is None:
        raise Invalid({"amount": "请填写合同金额"})
    return contract.amount


def _problems(contract: Contract) -> dict[str, str]:
    found = problems(_amount(contract), contract.budget_amount, contract.start_on, contract.end_on)
    if contract.contractor is None and contract.outside is None:
        found["contractor"] = "请填写承接主体"
    elif contract.contractor is not None and contract.outside is not None:
        found["outside"] = "承接主体和外部承接主体只能填一个"
    return found
