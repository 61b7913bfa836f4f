"""合同的步骤: what may be done to a contract now, why not, and doing it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, ContractStep
from qyclient.contracts.rules.states import PURCHASE
from qyclient.contracts.services.marking import MARKS
from qyclient.contracts.services.obstacles import GUARDS
from qyclient.errors import Overtaken, Refused, refuse
from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.office.services.people import may
from qyclient.records.base import field_of
from qyclient.store.listing import linked, of

OWN_DIALOGS = frozenset({"award", "sign", "terminate"})
"""Moves that ask for more than words: they have a verb of their own."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One move of a contract: possible now if nothing is said against it."""

    move: Move
    why_not: str


def opened(session: Session, key: UUID, version: int) -> Contract:
    """Return a contract as it was opened; refuse one that somebody changed since."""
    contract = session.scalar(linked(Contract).where(Contract.id == key))
    if contract is None:
        raise Refused("这份合同已不存在。")
    if contract.version != version:
        raise Overtaken(f"合同 {contract.contract_no} 刚刚被别人办理过，请重新打开再办。")
    return contract


def allowed(session: Session, contract: Contract) -> list[Verb]:
    """Return every move from where a contract stands, and what is in the way of each."""
    return [
        Verb(move, may(session, move.role) or _obstacle(session, contract, move))
        for move in PURCHASE.moves_from(contract.status)
    ]


def advance(
    session: Session, key: UUID, version: int, move: str, answers: Mapping[str, str]
) -> Contract:
    """Do a step that asks for words only."""
    contract = opened(session, key, version)
    if move in OWN_DIALOGS:
        raise Refused(f"“{PURCHASE.move(move).label}”要填写的内容不止一句话，请用它自己的窗口。")
    step(session, contract, move, answers)
    return contract


def step(
    session: Session, contract: Contract, move: str, answers: Mapping[str, str]
) -> ContractStep:
    """Move a contract on: refuse what is not allowed now, keep who did it and when."""
    found = next((v for v in allowed(session, contract) if v.move.key == move), None)
    if found is None:
        label = PURCHASE.states[contract.status].label
        raise Refused(
            f"合同 {contract.contract_no} 现在是“{label}”，不能{PURCHASE.move(move).label}。"
        )
    if found.why_not:
        raise Refused(f"{found.why_not.removesuffix('。')}。")
    made = _step(session, contract, found.move, answers)
    session.add(made)
    session.flush()
    contract.status = made.target
    if mark := MARKS.get(move):
        mark(contract, made)
    session.flush()
    return made


def steps_of(session: Session, contract: UUID) -> list[ContractStep]:
    """Return what was done to a contract, from the first step to the last."""
    return [*of(session, ContractStep, "contract", contract)]


def _step(
    session: Session, contract: Contract, move: Move, answers: Mapping[str, str]
) -> ContractStep:
    said = {key: answers.get(key, "").strip() for key in move.asks}
    problems = {
        key: f"请填写{ANSWERS[key].label}"
        for key, text in said.items()
        if ANSWERS[key].required and not text
    }
    done = _day(session, contract, answers.get("done_on", ""), problems)
    refuse(problems)
    return ContractStep(
        contract=contract,
        move=move.key,
        source=contract.status,
        target=move.to,
        done_on=done,
        operator=session.info["stamp"].operator,
        opinion=said.get("opinion") or said.get("reason") or None,
        answers={key: text for key, text in said.items() if text},
    )


def _day(session: Session, contract: Contract, text: str, problems: dict[str, str]) -> date:
    today: date = session.info["today"]
    if not text.strip():
        return today
    try:
        day: date = field_of(ContractStep, "done_on").kind.parse(text)
    except ValueError as problem:
        problems["done_on"] = f"日期：{problem}"
        return today
    before = [one.done_on for one in steps_of(session, contract.id)]
    if day > today:
        problems["done_on"] = "日期晚于今天，请核对"
    elif before and day < max(before):
        problems["done_on"] = f"日期不能早于上一步（{max(before)}）"
    return day


def _obstacle(session: Session, contract: Contract, move: Move) -> str:
    """Return why a move cannot be done now; nothing if it can."""
    guard = GUARDS.get(move.key)
    return guard(session, contract) if guard else ""
