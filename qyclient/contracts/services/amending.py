"""补充合同: numbered, typed, within 10 % of the original amount (采购法 art 49)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Amendment, Contract, ContractLine, Payment
from qyclient.contracts.rules import AmendmentKind
from qyclient.contracts.rules.money import NOTHING, Thermometer, thermometer
from qyclient.contracts.rules.states import RUNNING
from qyclient.contracts.rules.terms import longest
from qyclient.contracts.services.recording import (
    Rows,
    enter_more,
    instalments_of,
    lines_of_contract,
)
from qyclient.contracts.services.stepping import opened
from qyclient.contracts.services.sums import dues
from qyclient.contracts.services.suppliers import account_problem
from qyclient.errors import Invalid, Refused, refuse
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may
from qyclient.store.entry import entered
from qyclient.store.listing import of


def supplement(
    session: Session, key: UUID, version: int, texts: Mapping[str, str], instalments: Rows = ()
) -> Amendment:
    """Sign a supplement: what it adds is paid in `instalments`, what it takes away is released.

    The old wording stays in the supplement's record and in the history of the contract.
    """
    if problem := may(session, Role.PROJECT):
        raise Refused(problem)
    contract = opened(session, key, version)
    before = amendments_of(session, key)
    number = str(len(before) + 1)
    whole = {**texts, "contract": contract.contract_no, "number": number}
    made = entered(session, Amendment, whole)
    refuse(_problems(session, contract, made, before))
    session.add(made)
    if made.delta:
        _change_amount(session, contract, made, instalments)
    if made.end_on is not None:
        made.end_before, contract.end_on = contract.end_on, made.end_on
    if made.kind is AmendmentKind.PARTY:
        contract.payee = made.payee or contract.payee
        contract.payee_bank = made.payee_bank or contract.payee_bank
        contract.payee_account = made.payee_account or contract.payee_account
        if made.payee_account and (problem := account_problem(session, contract)):
            raise Invalid({"payee_account": f"{problem}；先办理银行账户备案"})
    session.flush()
    return made


def amendments_of(session: Session, contract: UUID) -> Sequence[Amendment]:
    """Return the supplements of a contract, the first first."""
    return of(session, Amendment, "contract", contract)


def heat_of(session: Session, contract: Contract, more: Decimal = NOTHING) -> Thermometer:
    """Return how much supplements added to a contract, and would with so much more."""
    deltas = [one.delta or NOTHING for one in amendments_of(session, contract.id)]
    original = (contract.amount or NOTHING) - sum(deltas, NOTHING)
    on = contract.signed_on or session.info["today"]
    return thermometer(original, [*deltas, more], on)


def told_heat(session: Session, key: UUID, more: Decimal) -> list[str]:
    """Say where the supplements of a contract stand with so much more."""
    contract = session.get_one(Contract, key)
    heat = heat_of(session, contract, more)
    if problem := heat.problem():
        return [f"{problem}。"]
    added = f"补充合同累计增加 {heat.added:,.2f} 元（{heat.share:.2f}%）"
    left = f"还可增加 {heat.left:,.2f} 元（{heat.citation}）"
    return [f"原合同 {heat.original:,.2f} 元，{added}，{left}。"]


def _problems(
    session: Session, contract: Contract, made: Amendment, before: Sequence[Amendment]
) -> dict[str, str]:
    found: dict[str, str] = {}
    if contract.status not in RUNNING:
        raise Refused(f"合同 {contract.contract_no} 没有在履行，不能签订补充合同。")
    if made.signed_on > session.info["today"]:
        found["signed_on"] = "签订日期晚于今天，请核对"
    elif contract.signed_on and made.signed_on < contract.signed_on:
        found["signed_on"] = f"早于原合同签订日期 {contract.signed_on}"
    elif before and made.signed_on < before[-1].signed_on:
        found["signed_on"] = f"早于第 {before[-1].number} 号补充合同"
    found |= _amount_problem(session, contract, made)
    return found | _other_problems(contract, made)


def _other_problems(contract: Contract, made: Amendment) -> dict[str, str]:
    found: dict[str, str] = {}
    if made.kind is AmendmentKind.TERM and made.end_on is None:
        found["end_on"] = "请填写新服务期限止"
    if made.end_on is not None and contract.start_on is not None:
        most = longest(contract.start_on, contract.signed_on or made.signed_on)
        if not contract.start_on <= made.end_on <= most.last:
            found["end_on"] = f"新期限应在 {contract.start_on} 至 {most.last} 之间（{most.told}）"
    if made.kind is AmendmentKind.PARTY and not (made.payee or made.payee_account):
        found["payee"] = "请填写新的收款户名或账号"
    return found


def _amount_problem(session: Session, contract: Contract, made: Amendment) -> dict[str, str]:
    if made.kind is AmendmentKind.AMOUNT and not made.delta:
        return {"delta": "请填写增减金额，减少写负数"}
    if made.delta and made.kind is not AmendmentKind.AMOUNT:
        return {"delta": "增减金额只用于“增减金额”的补充合同"}
    heat = heat_of(session, contract, made.delta or NOTHING)
    if made.delta and made.delta > 0 and (problem := heat.problem()):
        return {"delta": problem}
    return {}


def _line(contract: Contract, made: Amendment, delta: Decimal) -> ContractLine:
    """Return the line by which what is bought adds up to the contract again."""
    return ContractLine(
        contract=contract,
        name=f"第 {made.number} 号补充合同",
        unit="项",
        quantity=Decimal(1),
        price=delta,
        by_amendment=made.number,
    )


def _cut(session: Session, contract: Contract, much: Decimal) -> Decimal:
    """Take so much off what is not paid, from the last instalment on; return what is left."""
    parts = instalments_of(session, contract.id)
    money = dues(session, parts)
    for part in reversed(parts):
        cut = min(much, money[part.id].open)
        if cut == part.amount and not of(session, Payment, "instalment", part.id):
            session.delete(part)
            much -= cut
        elif 0 < cut < part.amount:
            part.amount -= cut
            much -= cut
    return much


def _change_amount(
    session: Session, contract: Contract, made: Amendment, instalments: Rows
) -> None:
    delta = made.delta or NOTHING
    contract.amount = (contract.amount or NOTHING) + delta
    if lines_of_contract(session, contract.id):
        session.add(_line(contract, made, delta))
    session.flush()
    if delta > 0:
        enter_more(session, contract, delta, instalments)
        return
    if instalments:
        raise Invalid({"instalments": "减少金额时不填新的分期，从没有付的分期里核减"})
    if left := _cut(session, contract, -delta):
        raise Invalid({"delta": f"没有付的分期不够减，还差 {left:,.2f} 元"})
