"""Taking a whole transaction back, if nothing has happened to its records since."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.progress import Progress, Silent
from qyclient.records.base import Base, field_of, fields_of
from qyclient.store.history import HISTORY, of_transaction

_NAMED = 5
_UNWATCHED = Silent()
_UNDOING = "撤销 "
_KEY = 36
"""How long a transaction is as text: what stands behind it is no part of it."""


def take_back(
    session: Session,
    transaction: UUID,
    spare: frozenset[UUID] = frozenset(),
    progress: Progress = _UNWATCHED,
    *,
    foreign: bool = False,
    besides: Collection[str] = (),
) -> int:
    """Undo what a transaction did, except to the records spared; return to how many records.

    Refused if any of them was changed or linked to since; `besides` are transactions that were
    taken back just before. What was numbered in another office (`foreign`) leaves no gap in ours.
    """
    found = of_transaction(session.connection(), transaction)
    entries = [entry for entry in found if entry["record_id"] not in spare]
    models = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    if any(entry["noun"] not in models for entry in entries):
        raise Refused("不能撤销：这一步用的是旧版程序的记录，现在已并入别的记录。")
    if not foreign:
        _refuse_numbered(entries, models)
    stands = _changed_since(session, transaction, besides) | _linked_since(
        session, models, transaction
    )
    if stands:
        named = "、".join(sorted(stands)[:_NAMED])
        raise Refused(f"不能撤销：有 {len(stands)} 处之后又有改动（{named}），请先处理它们。")
    stamp = session.info["stamp"]
    session.info["stamp"] = replace(stamp, reason=f"{_UNDOING}{transaction}")
    with session.no_autoflush:  # only when all is known, what goes and what lets go of it
        for number, entry in enumerate(entries):
            progress.step(number, len(entries), "条")
            record = session.get(models[entry["noun"]], entry["record_id"])
            if record is None:
                raise Refused(f"不能撤销：{entry['record']} 已不存在。")
            if entry["action"] == "created":
                session.delete(record)
            else:
                _put_back(record, entry["changes"])
    progress.step(len(entries), len(entries), "条")
    session.flush()
    return len(entries)


def _refuse_numbered(
    entries: Iterable[Mapping[str, Any]], models: Mapping[str, type[Base]]
) -> None:
    for entry in entries:
        if entry["action"] == "created" and (why := models[entry["noun"]].__never_undone__):
            raise Refused(f"不能撤销：{why}。")


def undone_by(reason: str) -> str:
    """Return the transaction that a reason says was taken back, as text; empty if none was."""
    return reason.removeprefix(_UNDOING)[:_KEY] if reason.startswith(_UNDOING) else ""


def newest_of(session: Session, operator: str) -> UUID | None:
    """Return an operator's newest transaction that neither is nor was taken back."""
    mine = select(HISTORY.c.transaction, HISTORY.c.reason).where(HISTORY.c.operator == operator)
    gone: set[str] = set()
    for transaction, reason in session.execute(mine.order_by(HISTORY.c.seq.desc())):
        if reason.startswith(_UNDOING):
            gone |= {reason.removeprefix(_UNDOING)[:_KEY], str(transaction)}
        elif str(transaction) not in gone:
            return cast("UUID", transaction)
    return None


def _put_back(record: Base, changes: Mapping[str, list[Any]]) -> None:
    for key, (before, _after) in changes.items():
        field = field_of(type(record), key)
        if field.target is not None:
            setattr(record, f"{key}_id", UUID(before) if before else None)
        else:
            setattr(record, key, field.restored(before))


def _changed_since(session: Session, transaction: UUID, besides: Collection[str]) -> set[str]:
    """Return what was changed later; what was changed and taken back again does not count."""
    mine = select(HISTORY.c.record_id, HISTORY.c.seq).where(HISTORY.c.transaction == transaction)
    ours = mine.subquery()
    later = select(HISTORY.c.record, HISTORY.c.transaction, HISTORY.c.reason).join(
        ours, (HISTORY.c.record_id == ours.c.record_id) & (HISTORY.c.seq > ours.c.seq)
    )
    later = later.where(HISTORY.c.transaction != transaction)
    found = session.execute(later).all()
    gone = {reason.removeprefix(_UNDOING) for _, _, reason in found if reason.startswith(_UNDOING)}
    gone |= {*besides}
    return {
        record
        for record, by, reason in found
        if str(by) not in gone and not reason.startswith(_UNDOING)
    }


def _linked_since(
    session: Session, models: Mapping[str, type[Base]], transaction: UUID
) -> set[str]:
    """Return what others did that points to a record that would go."""
    ours = select(HISTORY.c.record_id).where(HISTORY.c.transaction == transaction)
    made = ours.where(HISTORY.c.action == "created")
    found: set[str] = set()
    for model in models.values():
        for field in fields_of(model):
            if field.target is not None:
                points = getattr(model, f"{field.key}_id").in_(made)
                others = select(func.count()).where(points, model.id.not_in(ours))
                if session.scalar(others):
                    found.add(f"有{model.__label__}引用其中的{field.target.__label__}")
    return found
