"""预算指标: opening a line, changing it by documents, and what is free on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import BudgetEntry, BudgetLine, Instalment
from qyclient.contracts.rules import BudgetMove
from qyclient.contracts.rules.money import Balance, Due
from qyclient.contracts.services.keeping_sums import refuse_overdrawn
from qyclient.contracts.services.sums import balances, dues
from qyclient.errors import Invalid, Refused, refuse
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may
from qyclient.store.entry import amended, entered
from qyclient.store.listing import linked, of

_MIRRORED = {
    BudgetMove.TRANSFER_OUT: BudgetMove.TRANSFER_IN,
    BudgetMove.TRANSFER_IN: BudgetMove.TRANSFER_OUT,
    BudgetMove.CARRIED_OUT: BudgetMove.CARRIED_IN,
    BudgetMove.CARRIED_IN: BudgetMove.CARRIED_OUT,
}


def open_line(
    session: Session, texts: Mapping[str, str], entries: Sequence[Mapping[str, str]] = ()
) -> BudgetLine:
    """Open a budget line with what was approved for it."""
    _allowed(session)
    line = entered(session, BudgetLine, texts)
    session.add(line)
    session.flush()
    for entry in entries:
        change_budget(session, line.id, entry)
    return line


def amend_line(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> BudgetLine:
    """Mend what a line is called; its amount changes by entries only."""
    _allowed(session)
    return amended(session, BudgetLine, key, version, texts)


def change_budget(session: Session, line: UUID, texts: Mapping[str, str]) -> BudgetEntry:
    """追加、调剂、收回、结转: enter a dated change; nothing that is bound can be taken away."""
    _allowed(session)
    mine = session.get_one(BudgetLine, line)
    entry = entered(session, BudgetEntry, {**texts, "line": mine.number})
    refuse(_entry_problems(session, entry))
    session.add(entry)
    if entry.other is not None:
        session.add(_mirror(entry, entry.other))
    session.flush()
    for changed in filter(None, (entry.line, entry.other)):
        refuse_overdrawn(session, changed.id)
    return entry


def balance_of(session: Session, line: UUID) -> Balance:
    """Return 预算、已签、已付、可用 of a line."""
    return balances(session, [line])[line]


def free_after(session: Session, wanted: Mapping[str, Decimal]) -> list[str]:
    """Say what is free on lines, and what would be once so much more is signed on each."""
    lines = session.scalars(select(BudgetLine).where(BudgetLine.number.in_(wanted))).all()
    found = balances(session, [line.id for line in lines])
    told = [f"没有登记过指标“{n}”" for n in wanted if n not in {line.number for line in lines}]
    for line in lines:
        after = found[line.id].after(wanted[line.number])
        short = "" if after.free >= 0 else f"，还差 {-after.free:,.2f} 元，不能签订"
        told.append(f"{line.number} {line.name}：{found[line.id].told()}；")
        told.append(f"　　签订后可用 {after.free:,.2f} 元{short}")
    return told


def entries_of(session: Session, line: UUID) -> Sequence[BudgetEntry]:
    """Return what changed the budget of a line, oldest first."""
    return of(session, BudgetEntry, "line", line)


def parts_of_line(session: Session, line: UUID) -> list[tuple[Instalment, Due]]:
    """Return the instalments that are paid from a line, with what became of each."""
    parts = of(session, Instalment, "line", line)
    found = dues(session, parts)
    return [(part, found[part.id]) for part in parts]


def lines_of(session: Session, purchaser: str, year: int) -> Sequence[BudgetLine]:
    """Return the lines of a purchaser in a year."""
    mine = (BudgetLine.purchaser == purchaser) & (BudgetLine.year == year)
    return session.scalars(select(BudgetLine).where(mine).order_by(BudgetLine.number)).all()


def carry_over(
    session: Session, instalment: UUID, to: str, document: str, dated_on: str
) -> Instalment:
    """结转: let an unpaid instalment be paid from another year's line, its money with it."""
    _allowed(session)
    part = session.scalars(linked(Instalment).where(Instalment.id == instalment)).one()
    target = session.scalar(select(BudgetLine).where(BudgetLine.number == to.strip()))
    if target is None:
        raise Invalid({"line": f"没有登记过指标“{to}”"})
    due = dues(session, [part])[part.id]
    if due.paid or due.pending:
        raise Refused(f"第 {part.number} 期已经支付或正在支付，不能结转。")
    refuse(_carried(part, target))
    source = part.line
    part.line, part.year = target, target.year
    session.flush()
    if source is not None and due.unpaid:
        texts = {"kind": "结转下年", "amount": f"{due.unpaid}", "other": target.number}
        change_budget(session, source.id, {**texts, "document": document, "dated_on": dated_on})
    return part


def _carried(part: Instalment, target: BudgetLine) -> dict[str, str]:
    if part.line is None:
        return {"line": f"第 {part.number} 期没有占用指标，不需要结转；签订时写明指标的才能结转"}
    if target.purchaser != part.line.purchaser:
        return {"line": f"指标 {target.number} 属于 {target.purchaser}，不能结转过去"}
    if target.year <= part.line.year:
        return {"line": f"只能结转到 {part.line.year} 年以后的指标"}
    return {}


def _entry_problems(session: Session, entry: BudgetEntry) -> dict[str, str]:
    found: dict[str, str] = {}
    today: date = session.info["today"]
    if entry.amount <= 0:
        found["amount"] = "金额应大于零；收回、调出由变动种类表示"
    if entry.dated_on > today:
        found["dated_on"] = "日期晚于今天，请核对"
    if entry.kind in _MIRRORED and entry.other is None:
        found["other"] = f"{entry.kind.label}须写明对方指标"
    if entry.other is not None and entry.kind not in _MIRRORED:
        found["other"] = f"{entry.kind.label}没有对方指标，请留空"
    if entry.other is entry.line:
        found["other"] = "对方指标不能是本指标"
    return found


def _mirror(entry: BudgetEntry, other: BudgetLine) -> BudgetEntry:
    return BudgetEntry(
        line=other,
        kind=_MIRRORED[entry.kind],
        amount=entry.amount,
        dated_on=entry.dated_on,
        document=entry.document,
        other=entry.line,
        remark=entry.remark,
    )


def _allowed(session: Session) -> None:
    if problem := may(session, Role.FINANCE) and may(session, Role.PROJECT):
        raise Refused(problem)
