"""Putting right what was entered wrongly, each with its reason, and nothing ever deleted.

A clerical correction (更正) is kept apart from a change in law by its reason in the history.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused, refuse
from qyclient.organizations.models import Absent, AnnualReview, Officer, Organization, YearFigures
from qyclient.organizations.rules.archive import OF_THE_ENTRY
from qyclient.organizations.rules.checks import new_problems
from qyclient.organizations.services.grounds import require_reason
from qyclient.organizations.services.register import facts_of
from qyclient.records.base import Base, field_of, fields_of
from qyclient.store.bulk import Amended, amend
from qyclient.store.entry import amended
from qyclient.store.history import of_transaction
from qyclient.store.undo import newest_of, take_back

_ONCE: Mapping[type[Base], tuple[str, ...]] = {
    AnnualReview: ("year",),
    YearFigures: ("year",),
    Absent: ("item",),
    Officer: ("name", "post", "term_start", "term_end"),
}
UNSHARED = frozenset(
    {
        "name", "uscc", "legacy_cert_no", "org_code", "legal_rep_id_no", *OF_THE_ENTRY,
    }
)  # fmt: skip
"""Fields in which no two bodies have the same value, so that a list cannot be set to one."""


def void(session: Session, key: UUID, version: int, reason: str) -> Organization:
    """Mark a body as entered by mistake: it is kept with its history, and listed no more."""
    if not reason.strip():
        raise Invalid({"voided_because": "请写明作废原因"})
    _require_unlinked(session, key)
    return amended(session, Organization, key, version, {"voided_because": reason.strip()})


def change_all(
    session: Session, keys: Sequence[UUID], field_key: str, text: str
) -> Sequence[Organization]:
    """Set one field of many bodies to one value; all of them, or none with what stands against."""
    field = field_of(Organization, field_key)
    if field_key in UNSHARED:
        raise Refused(f"“{field.label}”各单位不同，不能批量修改。")
    require_reason(session, [field_key])
    try:
        value = None if field.is_empty(text) else field.kind.parse(text)
    except ValueError as problem:
        raise Invalid({field_key: field.complaint(problem)}) from problem
    if value is None and field.required:
        raise Invalid({field_key: f"请填写{field.label}"})
    bodies = session.scalars(select(Organization).where(Organization.id.in_(keys))).all()
    changed = [body for body in bodies if getattr(body, field_key) != value]
    today = session.info["today"]
    wrong = [
        f"{body.name}：{'；'.join(found.values())}"
        for body in changed
        if (found := new_problems(facts_of(body), {**facts_of(body), field_key: value}, today))
    ]
    if wrong:
        raise Refused("没有修改任何记录：" + "\n".join(wrong))
    amend(session, Organization, [Amended(body, {field_key: value}) for body in changed])
    return changed


def merge(
    session: Session, keep: UUID, drop: UUID, chosen: Mapping[str, str], reason: str
) -> Organization:
    """Make two records of one body one: values by choice, and all that hangs on it re-pointed.

    The record that goes is voided and names the one it went into.
    """
    if keep == drop:
        raise Refused("请选择两条不同的记录。")
    if not reason.strip():
        raise Invalid({"reason": "请写明合并原因"})
    kept, dropped = (session.get_one(Organization, key) for key in (keep, drop))
    dropped.voided_because = f"并入 {kept.name}：{reason.strip()}"
    session.flush()
    before = facts_of(kept)
    merged = amended(session, Organization, keep, kept.version, chosen)
    refuse(new_problems(before, facts_of(merged), session.info["today"]))
    for model, link in _pointing():
        _repoint(session, model, link, keep, drop)
    return merged


def undo_last(session: Session) -> int:
    """Take back the newest transaction of the operator at the desk."""
    newest = newest_of(session, session.info["stamp"].operator)
    if newest is None:
        raise Refused("没有可以撤销的操作。")
    return take_back(session, newest)


def last_deeds(session: Session) -> list[Mapping[str, Any]]:
    """Return the history's entries that `undo_last` would take back, their nouns by label."""
    newest = newest_of(session, session.info["stamp"].operator)
    if newest is None:
        return []
    labels = {m.class_.__tablename__: m.class_.__label__ for m in Base.registry.mappers}
    entries = of_transaction(session.connection(), newest)
    return [{**entry, "label": labels[entry["noun"]]} for entry in entries]


def _repoint(session: Session, model: type[Base], link: str, keep: UUID, drop: UUID) -> None:
    column = getattr(model, f"{link}_id")
    sides = (session.scalars(select(model).where(column == key)).all() for key in (keep, drop))
    own, others = sides
    taken = {one for record in own if (one := _told_apart(record))}
    for record in others:
        if _told_apart(record) not in taken:
            setattr(record, f"{link}_id", keep)


def _told_apart(record: Base) -> tuple[Any, ...]:
    """Return what makes a record one of which a body has one: the kept body's own stands."""
    return tuple(getattr(record, key) for key in _ONCE.get(type(record), ()))


def _require_unlinked(session: Session, key: UUID) -> None:
    for model, link in _pointing():
        if model.__tablename__ in ("contract", "certificate"):
            column = getattr(model, f"{link}_id")
            if session.scalar(select(model.id).where(column == key).limit(1)):
                raise Refused(f"已有{model.__label__}，不能作废；如是重复登记，请用“合并”。")


def _pointing() -> list[tuple[type[Base], str]]:
    """Return every noun that links to a body, with the link."""
    found: set[type[Base]] = {mapper.class_ for mapper in Base.registry.mappers}
    models = sorted(found, key=lambda model: model.__tablename__)
    return [(m, f.key) for m in models for f in fields_of(m) if f.target is Organization]
