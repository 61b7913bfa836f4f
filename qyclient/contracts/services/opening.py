"""期初: taking in ledgers of contracts that were signed, paid and judged before this program."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import (
    Amendment,
    Contract,
    Instalment,
    OutsideContractor,
    Payment,
)
from qyclient.contracts.rules.money import NOTHING, plan_problem
from qyclient.contracts.services.amending import amendments_of
from qyclient.contracts.services.contract_sheets import SORTS, Sheets, row_of, texts_of
from qyclient.contracts.services.recording import instalments_of, record
from qyclient.contracts.services.verdicts import enter_verdict
from qyclient.errors import Invalid, Refused
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may
from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.intake import Outcome
from qyclient.organizations.services.ledgers import Ledger
from qyclient.paper.ledger.rows import Line, lines
from qyclient.progress import Progress
from qyclient.records.field import clean
from qyclient.store.entry import entered, named

_UNKNOWN = "未登记"
_STEP = 50
Texts = dict[str, str]
Taken = tuple[Ledger, Line, Texts]


def take_in_contracts(session: Session, sheets: Sheets, progress: Progress) -> Outcome:
    """Keep every row that can be, marked 期初; hold the others with the cell and the reason."""
    if problem := may(session, Role.PROJECT):
        raise Refused(problem)
    outcome = Outcome()
    for key, take in _TAKES.items():
        rows = [
            (sheet, line, texts_of(sheet, line, SORTS[key]))
            for sheet in sheets.of[key]
            for line in lines(sheet.sheet, sheet.layout)
        ]
        progress.step(len(outcome.rows), len(outcome.rows) + len(rows), SORTS[key].label)
        aside = [row for row in rows if row[1].aside]
        outcome.rows += [row_of(s, one, "skipped", {"": one.aside}) for s, one, _texts in aside]
        outcome.rows += take(session, [row for row in rows if not row[1].aside], progress)
        session.flush()
    return outcome


def _contracts(session: Session, rows: Sequence[Taken], progress: Progress) -> list[Row]:
    outside = {*session.scalars(select(OutsideContractor.name))}
    found = []
    for done, (sheet, line, texts) in enumerate(rows):
        if done % _STEP == 0:
            progress.step(done, len(rows), SORTS["contracts"].label)
        if texts.get("contractor", "") in outside:
            texts["outside"] = texts.pop("contractor")
        found.append(_kept(sheet, line, partial(_contract, session, texts)))
    return found


def _contract(session: Session, texts: Texts) -> str:
    made = record(session, {**texts, "is_opening": "是"})
    session.flush()
    return made.contract_no


def _parts(session: Session, rows: Sequence[Taken], _progress: Progress) -> list[Row]:
    """Keep the instalments of each contract together: they must add up to it."""
    mine: dict[str, list[Taken]] = defaultdict(list)
    for row in rows:
        mine[row[2].get("contract", "")].append(row)
    found: list[Row] = []
    for number, some in mine.items():
        problem = _plan_problem(session, number, some)
        for sheet, line, texts in some:
            if problem:
                found.append(row_of(sheet, line, "held", {"contract": problem}))
            else:
                found.append(_kept(sheet, line, partial(_part, session, texts)))
    return found


def _plan_problem(session: Session, number: str, rows: Sequence[Taken]) -> str:
    contract = session.scalar(select(Contract).where(Contract.contract_no == number))
    if contract is None:
        return f"没有登记过合同“{number}”，请先登记或放在同一本台账里"
    if instalments_of(session, contract.id):
        return f"合同 {number} 已经有分期，不重复登记"
    amount = SORTS["parts"].fields["amount"]
    try:
        sums: list[Decimal] = [amount.kind.parse(texts["amount"]) for _s, _l, texts in rows]
    except (KeyError, ValueError):
        return f"合同 {number} 有一期的金额读不出，整份合同的分期一起改好再导入"
    return plan_problem(contract.amount or NOTHING, sums) or ""


def _part(session: Session, texts: Texts) -> str:
    own = {key: text for key, text in texts.items() if key not in {"paid_on", "voucher_no"}}
    part = entered(session, Instalment, own)
    asked = [SORTS["parts"].fields[key] for key in ("paid_on", "voucher_no")]
    paid = clean(asked, texts, partial(named, session))
    day = paid.get("paid_on")
    if day is not None and day > session.info["today"]:
        raise Invalid({"paid_on": "付讫日期晚于今天"})
    part.year = part.year or (day or part.due_on or session.info["today"]).year
    session.add(part)
    session.flush()
    if day is not None:
        session.add(_payment(part, day, paid.get("voucher_no")))
        session.flush()
    return f"{part.contract.contract_no} 第 {part.number} 期"


def _payment(part: Instalment, day: Any, voucher: str | None) -> Payment:
    contract = part.contract
    return Payment(
        number=f"QC-{contract.contract_no}-{part.number}",
        contract=contract,
        instalment=part,
        amount=part.amount,
        status="VOUCHERED" if voucher else "PAID",
        requested_on=day,
        paid_on=day,
        settles=True,
        payee=contract.payee or contract.supplier or _UNKNOWN,
        payee_bank=contract.payee_bank,
        payee_account=contract.payee_account or _UNKNOWN,
        voucher_no=voucher,
        is_opening=True,
        arithmetic="期初：按台账录入",
    )


def _amendments(session: Session, rows: Sequence[Taken], _progress: Progress) -> list[Row]:
    return [_kept(s, line, partial(_amendment, session, texts)) for s, line, texts in rows]


def _amendment(session: Session, texts: Texts) -> str:
    usual = {"content": "见台账", "reason": "期初，按台账录入"}
    made = entered(session, Amendment, {**usual, **texts})
    if any(one.number == made.number for one in amendments_of(session, made.contract.id)):
        raise Invalid({"number": f"第 {made.number} 号补充合同已经登记过"})
    session.add(made)
    session.flush()
    return f"{made.contract.contract_no} 第 {made.number} 号补充合同"


def _verdicts(session: Session, rows: Sequence[Taken], _progress: Progress) -> list[Row]:
    return [_kept(s, line, partial(_verdict, session, texts)) for s, line, texts in rows]


def _verdict(session: Session, texts: Texts) -> str:
    usual = {"given_on": f"{session.info['today']}", "report": "期初，按台账录入"}
    made = enter_verdict(session, {**usual, **texts})
    session.flush()
    return f"{made.contract.contract_no} {made.stage.label}"


def _kept(sheet: Ledger, line: Line, take: Any) -> Row:
    try:
        return row_of(sheet, line, "new", {}, take())
    except Invalid as no:
        return row_of(sheet, line, "held", no.problems)


_TAKES: Mapping[str, Any] = {
    "contracts": _contracts,
    "parts": _parts,
    "amendments": _amendments,
    "verdicts": _verdicts,
}
