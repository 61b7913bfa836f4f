"""Two sides wrote different things: somebody says which stands, and the history keeps why."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.exchange.models import Difference, Package
from qyclient.exchange.rules.lists import Decision
from qyclient.exchange.services.accepting import still_open
from qyclient.exchange.services.nouns import columns_of, travelling
from qyclient.exchange.services.packing import let_exchange
from qyclient.records.base import Base, field_of
from qyclient.store.entry import named, taken
from qyclient.store.listing import linked


def decide(session: Session, key: UUID, decision: Decision, text: str = "") -> Difference:
    """Settle a difference: what stands here, what the other side wrote, or what is typed."""
    let_exchange(session)
    wait = session.scalar(linked(Difference).where(Difference.id == key))
    if wait is None or wait.decision is not Decision.OPEN:
        raise Refused("这一项已经处理过，请重新读取列表。")
    stamp = session.info["stamp"]
    session.info["stamp"] = replace(
        stamp, reason=f"处理两边不同：{wait.title} {wait.label}，{decision.label}"
    )
    if decision in {Decision.RIGHT, Decision.NEW}:
        _put(session, wait, decision, text)
    elif decision is not Decision.LEFT:
        raise Invalid({"decision": "请选择 左、右 或 另填"})
    wait.decision, wait.decided_by = decision, stamp.operator
    wait.decided_on, wait.decided_in = session.info["today"], str(stamp.transaction)
    session.flush()
    package = session.get_one(Package, wait.package.id)
    package.open_differences = still_open(session, package)
    return wait


def open_differences(session: Session) -> Sequence[Difference]:
    """Return what waits, by package and record."""
    query = linked(Difference).where(Difference.decision == Decision.OPEN)
    order = (Difference.noun_label, Difference.title, Difference.id)
    return session.scalars(query.order_by(*order)).all()


def _put(session: Session, wait: Difference, decision: Decision, text: str) -> None:
    model = travelling().get(wait.noun)
    record = session.get(model, UUID(wait.record_key)) if model else None
    if model is None or record is None:
        raise Refused(f"{wait.noun_label}“{wait.title}”已不在本机关的登记数据里，只能选“左”。")
    if not wait.item:
        raise Refused("整条记录不能这样删除；请在它自己的列表里作废，再选“左”。")
    column, read = columns_of(model)[wait.item]
    if decision is Decision.RIGHT:
        value = None if wait.theirs is None else read(wait.theirs)
    else:
        column, value = _typed(session, model, wait.item, text)
    setattr(record, column, value)
    with session.no_autoflush:
        if problems := taken(session, record):
            raise Refused(f"{'；'.join(problems.values())}；请选“另填”，或选“左”。")


def _typed(session: Session, model: type[Base], item: str, text: str) -> tuple[str, Any]:
    field = field_of(model, item)
    if field.is_empty(text):
        if field.required:
            raise Invalid({"text": f"请填写{field.label}"})
        return columns_of(model)[item][0], None
    try:
        value = field.read(text, partial(named, session))
    except ValueError as problem:
        raise Invalid({"text": field.complaint(problem)}) from problem
    return (item, value) if field.target is None else (f"{item}_id", getattr(value, "id", None))
