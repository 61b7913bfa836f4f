"""与财务对账: finance's list of payments against ours; what differs is told, nothing is changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from qyclient.contracts.models import Payment
from qyclient.contracts.reports.reconciled import Line, Reconciled
from qyclient.contracts.rules.states import PAID
from qyclient.errors import Refused
from qyclient.paper.ledger.cells import address
from qyclient.paper.ledger.headings import Names, find_layout, names_of
from qyclient.paper.ledger.rows import lines
from qyclient.paper.reading import read_workbook
from qyclient.progress import Progress
from qyclient.records.base import fields_of
from qyclient.records.dates import format_date
from qyclient.records.money import format_money
from qyclient.store.listing import linked

_KEYS = ("number", "order_no", "amount", "paid_on", "payee")
_FIELDS = {field.key: field for field in fields_of(Payment) if field.key in _KEYS}
_NEEDED = ("amount", "paid_on")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of finance's list: where it stands, what it says, what cannot be read."""

    where: str
    facts: Mapping[str, Any]
    problem: str = ""

    @property
    def called(self) -> str:
        """Return by what people know it."""
        return str(self.facts.get("number") or self.facts.get("order_no") or "—")


def read_payments(path: Path, progress: Progress) -> list[Entry]:
    """Return the rows of finance's list; refuse a file that is none."""
    names = Names(names_of(_FIELDS.values()))
    found: list[Entry] = []
    for sheet in read_workbook(path, progress):
        layout = find_layout(sheet, names, _NEEDED) if sheet.visible else None
        if layout is None:
            continue
        columns = [(column.key, column.index) for column in layout.columns if column.key]
        for line in lines(sheet, layout):
            if not line.aside:
                texts = {key: line.texts.get(index, "") for key, index in columns}
                found.append(_entry(f"{sheet.name} {address(line.row, 0)}", texts))
    if not found:
        raise Refused(
            "没有找到付款记录：表头里要有“金额”和“付讫日期”，最好还有支付编号或支付令号。"
        )
    return found


def reconcile(session: Session, entries: Sequence[Entry]) -> Reconciled:
    """Hold finance's rows against our payments of the same days."""
    days = [one.facts["paid_on"] for one in entries if one.facts.get("paid_on")]
    ours = [*_paid(session, min(days), max(days))] if days else []
    left = {payment.id: payment for payment in ours}
    same, told = 0, []
    for entry in entries:
        mine = None if entry.problem else _match(entry, left.values())
        if mine is not None:
            del left[mine.id]
        found = _compared(entry, mine)
        same += found is None
        told += [found] if found else []
    told += [_only_ours(payment) for payment in left.values()]
    return Reconciled(same, told)


def _paid(session: Session, first: Any, last: Any) -> Iterable[Payment]:
    mine = Payment.status.in_(PAID) & (Payment.paid_on >= first) & (Payment.paid_on <= last)
    return session.scalars(linked(Payment).where(mine).order_by(Payment.paid_on)).all()


def _match(entry: Entry, left: Iterable[Payment]) -> Payment | None:
    """Return the payment a row means: by number, by order, else the only one of its sum and day."""
    there = [*left]
    for key in ("number", "order_no"):
        said = entry.facts.get(key)
        hits = [one for one in there if said and getattr(one, key) == said]
        if hits:
            return hits[0]
    alike = [
        one
        for one in there
        if one.amount == entry.facts["amount"] and one.paid_on == entry.facts["paid_on"]
    ]
    return alike[0] if len(alike) == 1 else None


def _compared(entry: Entry, mine: Payment | None) -> Line | None:
    if entry.problem:
        return Line("读不出", entry.called, "", "", f"{entry.where}：{entry.problem}")
    theirs = _sum(entry.facts["amount"], entry.facts["paid_on"])
    if mine is None:
        return Line("只有财务有", entry.called, "", theirs, f"{entry.where}；本册没有这笔付款")
    ours, differs = _sum(mine.amount, mine.paid_on), []
    if mine.amount != entry.facts["amount"]:
        differs.append(f"金额相差 {entry.facts['amount'] - mine.amount:+,.2f} 元")
    if mine.paid_on != entry.facts["paid_on"]:
        differs.append("付讫日期不同")
    payee = entry.facts.get("payee")
    if payee and payee != mine.payee:
        differs.append(f"收款户名不同：{payee}")
    told = "；".join(differs)
    return Line("不符", mine.number, ours, theirs, f"{entry.where}；{told}") if differs else None


def _only_ours(one: Payment) -> Line:
    return Line("只有本册有", one.number, _sum(one.amount, one.paid_on), "", "财务清单里没有")


def _sum(amount: Any, day: Any) -> str:
    return f"{format_money(amount)}　{format_date(day)}"


def _entry(where: str, texts: Mapping[str, str]) -> Entry:
    facts: dict[str, Any] = {}
    problems = []
    for key, text in texts.items():
        field = _FIELDS[key]
        if field.is_empty(text):
            continue
        try:
            facts[key] = field.kind.parse(text)
        except ValueError as problem:
            problems.append(field.complaint(problem))
    problems += [
        f"缺少{_FIELDS[key].label}" for key in _NEEDED if key not in texts or not texts[key]
    ]
    return Entry(where, facts, "；".join(problems))
