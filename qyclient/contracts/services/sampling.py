"""抽查: a random sample of what a supplier declared is looked at, each record 认可 or 剔除."""

from collections.abc import Mapping, Sequence
from functools import partial
from random import Random
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, SampleCheck, ServiceRecord
from qyclient.contracts.rules import RecordStatus
from qyclient.errors import Invalid, Refused
from qyclient.records.base import column_of, fields_of
from qyclient.records.field import clean
from qyclient.store.bulk import Amended
from qyclient.store.bulk import amend as amend_many
from qyclient.store.entry import named
from qyclient.store.listing import of

_BETWEEN = "、"
_NAMED = 5
_ASKED = ("contract", "size", "seed")


def draw(session: Session, contract: UUID, size: int, seed: int) -> SampleCheck:
    """抽查: draw so many of the declared records; the seed is kept, so it can be drawn again."""
    declared = _declared(session, contract)
    if not declared:
        raise Refused("这份合同没有待核查的申报记录。")
    if not 0 < size <= len(declared):
        raise Invalid({"size": f"抽取数应在 1 至 {len(declared)} 之间"})
    chosen = sorted(Random(seed).sample(declared, size))  # noqa: S311 - to be drawn again
    made = SampleCheck(
        contract=session.get_one(Contract, contract),
        drawn_on=session.info["today"],
        seed=seed,
        population=len(declared),
        size=size,
        numbers=_BETWEEN.join(chosen),
        operator=session.info["stamp"].operator,
    )
    session.add(made)
    return made


def draw_texts(session: Session, texts: Mapping[str, str]) -> SampleCheck:
    """抽取 as the dialog asks for it: a contract by its number, a size and a seed."""
    asked = [field for field in fields_of(SampleCheck) if field.key in _ASKED]
    given = clean(asked, texts, partial(named, session))
    return draw(session, given["contract"].id, given["size"], given["seed"])


def judge(session: Session, keys: Sequence[UUID], *, recognised: bool, how: str, why: str) -> int:
    """认可 or 剔除 records, with how they were checked; a rejected one needs its reason."""
    if not recognised and not why.strip():
        raise Invalid({"checked_because": "剔除的记录请写明理由"})
    records = session.scalars(select(ServiceRecord).where(ServiceRecord.id.in_(keys))).all()
    status = RecordStatus.RECOGNISED if recognised else RecordStatus.REJECTED
    values = {
        "status": status,
        "checked_how": how.strip() or None,
        "checked_by": session.info["stamp"].operator,
        "checked_because": why.strip() or None,
    }
    amend_many(session, ServiceRecord, [Amended(record, values) for record in records])
    return len(records)


def recognise_the_rest(session: Session, contract: UUID, how: str) -> int:
    """认可 everything that is declared still: what was drawn was looked at one by one before."""
    if waiting := [
        one
        for check in sampled(session, contract)
        for one in drawn(session, check)
        if one.status is RecordStatus.DECLARED
    ]:
        told = "、".join(one.number for one in waiting[:_NAMED])
        raise Refused(f"抽中的还有 {len(waiting)} 条没有核查：{told}；核查完才能认可其余的。")
    mine = column_of(ServiceRecord, "contract") == contract
    left = select(ServiceRecord.id).where(mine, ServiceRecord.status == RecordStatus.DECLARED)
    return judge(session, [*session.scalars(left)], recognised=True, how=how, why="")


def sampled(session: Session, contract: UUID) -> Sequence[SampleCheck]:
    """Return the samples that were drawn of a contract."""
    return of(session, SampleCheck, "contract", contract)


def drawn(session: Session, check: SampleCheck) -> Sequence[ServiceRecord]:
    """Return the records that a sample drew, in the order of their numbers."""
    mine = ServiceRecord.number.in_(check.numbers.split(_BETWEEN))
    return session.scalars(select(ServiceRecord).where(mine).order_by(ServiceRecord.number)).all()


def judged(session: Session, checks: Sequence[SampleCheck]) -> dict[UUID, tuple[int, int]]:
    """Return for each sample how many were looked at, and how many of them rejected."""
    found = {}
    for check in checks:
        states = [one.status for one in drawn(session, check)]
        looked = sum(state is not RecordStatus.DECLARED for state in states)
        found[check.id] = looked, states.count(RecordStatus.REJECTED)
    return found


def _declared(session: Session, contract: UUID) -> list[str]:
    mine = column_of(ServiceRecord, "contract") == contract
    waits = ServiceRecord.status == RecordStatus.DECLARED
    query = select(ServiceRecord.number).where(mine, waits).order_by(ServiceRecord.number)
    return [*session.scalars(query)]
