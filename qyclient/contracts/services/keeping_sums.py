"""The last word before a transaction ends: no sum of purchased services may be broken by it.

What stood in older ledgers (期初) is taken as it was, and answered for by whoever enters it.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import (
    BudgetEntry,
    BudgetLine,
    Contract,
    ContractLine,
    Instalment,
    Payment,
    Refund,
    Release,
)
from qyclient.contracts.rules import COMMITTED
from qyclient.contracts.rules.money import NOTHING, lines_problem, plan_problem
from qyclient.contracts.services.sums import balances, dues
from qyclient.errors import Refused
from qyclient.records.base import Base, column_of
from qyclient.store.consequences import consequence
from qyclient.store.history import Change
from qyclient.store.listing import of

_MONEY = (BudgetEntry, Contract, ContractLine, Instalment, Payment, Refund, Release)


@consequence
def keep_sums(session: Session) -> None:
    """Refuse a transaction after which lines, plans, payments or budgets would not agree.

    Whatever did it: a form, an import, an undo, another window in between.
    """
    touched = _touched(session)
    if not touched:
        return
    contracts = _contracts(session, touched)
    for contract in contracts:
        _agree(session, contract)
    for line in _lines(session, touched, contracts):
        refuse_overdrawn(session, line)


def refuse_overdrawn(session: Session, line: UUID) -> None:
    """Refuse if more is bound and paid on a budget line than was given for it."""
    balance = balances(session, [line])[line]
    if balance.free < 0:
        named = session.get_one(BudgetLine, line)
        raise Refused(f"指标 {named.number} {named.name} 不够：{balance.told()}。")


def _agree(session: Session, contract: Contract) -> None:
    if contract.amount is None:
        return
    parts = of(session, Instalment, "contract", contract.id)
    bought = of(session, ContractLine, "contract", contract.id)
    problem = plan_problem(contract.amount, [part.amount for part in parts])
    worth = [sum((line.amount for line in bought), NOTHING)] if bought else []
    problem = problem or lines_problem(contract.amount, worth)
    if problem:
        raise Refused(f"合同 {contract.contract_no}：{problem}。")
    for part in parts:
        due = dues(session, [part])[part.id]
        if due.open < 0:
            raise Refused(
                f"合同 {contract.contract_no} 第 {part.number} 期 {part.amount:,.2f} 元："
                f"已付 {due.paid:,.2f}、在途 {due.pending:,.2f}、核减 {due.released:,.2f}，"
                f"超出 {-due.open:,.2f} 元。"
            )


def _touched(session: Session) -> dict[type[Base], list[Change]]:
    changes: Mapping[object, Change] = session.info["changes"]
    found: dict[type[Base], list[Change]] = {}
    names = {model.__tablename__: model for model in _MONEY}
    for change in changes.values():
        if change.noun in names:
            found.setdefault(names[change.noun], []).append(change)
    return found


def _contracts(session: Session, touched: Mapping[type[Base], list[Change]]) -> list[Contract]:
    """Return the contracts whose sums may have been moved, those that something left too."""
    keys = {change.record_id for change in touched.get(Contract, [])}
    for model in (ContractLine, Instalment, Payment):
        keys |= _named(touched.get(model, []), "contract")
        keys |= _of_records(session, model, touched, "contract_id")
    parts = _named(touched.get(Release, []), "instalment")
    parts |= _of_records(session, Release, touched, "instalment_id")
    parts |= _parts_of_refunds(session, touched)
    query = select(column_of(Instalment, "contract")).where(Instalment.id.in_(parts))
    keys |= {*session.scalars(query)}
    bound = Contract.status.in_(COMMITTED) & Contract.is_opening.is_not(True)
    return [*session.scalars(select(Contract).where(Contract.id.in_(keys), bound))]


def _lines(
    session: Session, touched: Mapping[type[Base], list[Change]], contracts: Iterable[Contract]
) -> set[UUID]:
    later = [change for change in touched.get(BudgetEntry, []) if change.action != "created"]
    keys = _named(later, "line") | _of_records(
        session, BudgetEntry, {BudgetEntry: later}, "line_id"
    )
    mine = column_of(Instalment, "contract").in_([contract.id for contract in contracts])
    query = select(column_of(Instalment, "line")).where(
        mine, column_of(Instalment, "line").is_not(None)
    )
    keys |= {key for key in session.scalars(query) if key is not None}
    there = select(BudgetLine.id).where(BudgetLine.id.in_(keys))
    return {*session.scalars(there)}


def _parts_of_refunds(session: Session, touched: Mapping[type[Base], list[Change]]) -> set[UUID]:
    payments = _named(touched.get(Refund, []), "payment")
    payments |= _of_records(session, Refund, touched, "payment_id")
    query = select(column_of(Payment, "instalment")).where(Payment.id.in_(payments))
    return {*session.scalars(query)}


def _named(changes: Iterable[Change], key: str) -> set[UUID]:
    """Return what a link of the changed records was and became."""
    sides = (side for change in changes for side in change.fields.get(key, ()))
    return {UUID(str(side)) for side in sides if side}


def _of_records(
    session: Session, model: type[Base], touched: Mapping[type[Base], list[Change]], column: str
) -> set[UUID]:
    keys = [change.record_id for change in touched.get(model, [])]
    query = select(getattr(model, column)).where(model.id.in_(keys))
    return {key for key in session.scalars(query) if key is not None}
