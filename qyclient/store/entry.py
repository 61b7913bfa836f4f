"""The door by which texts become records: typed in a form or read from a sheet, all the same."""

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qyclient.errors import Overtaken, Refused, refuse
from qyclient.records.base import Base, fields_of
from qyclient.records.field import clean
from qyclient.store.history import of_record
from qyclient.store.listing import linked, standing

R = TypeVar("R", bound=Base)


def entered(session: Session, model: type[R], texts: Mapping[str, str]) -> R:
    """Return a record of what was typed, not yet added; refuse what cannot be one."""
    whole = {field.key: texts.get(field.key, "") for field in fields_of(model)}
    record = model(**clean(fields_of(model), whole, partial(named, session)))
    refuse(taken(session, record))
    return record


def amended(
    session: Session, model: type[R], key: UUID, version: int, texts: Mapping[str, str]
) -> R:
    """Return a record changed to what was typed; refuse if somebody changed it since `version`."""
    record: R | None = session.scalar(linked(model).where(model.id == key))
    if record is None:
        raise Refused(f"这条{model.__label__}记录已不存在。")
    if record.version != version:
        [last, *_] = of_record(session.connection(), model.__tablename__, key)
        labels = "、".join(f.label for f in fields_of(model) if f.key in last["changes"])
        raise Overtaken(
            f"{record} 刚刚被 {last['operator']} 改过（{labels}），"
            "您的修改没有保存；请重新打开再改。"
        )
    for field_key, value in clean(fields_of(model), texts, partial(named, session)).items():
        if getattr(record, field_key) != value:
            setattr(record, field_key, value)
    with session.no_autoflush:
        refuse(taken(session, record))
    return record


def named(session: Session, model: type[R], name: str) -> R:
    """Return the record that people call so, or raise ValueError with a sentence."""
    ways = or_(*(getattr(model, key) == name for key in model.__called_by__))
    found = session.scalars(select(model).where(ways, standing(model)).limit(2)).all()
    if not found:
        raise ValueError(f"没有登记过“{name}”，请先登记该{model.__label__}")
    if len(found) > 1:
        raise ValueError(f"“{name}”有几条同名记录，请填写统一社会信用代码或登记证号")
    return found[0]


def taken(session: Session, record: Base) -> dict[str, str]:
    """Return a sentence for each unique value that another record has."""
    problems: dict[str, str] = {}
    model = type(record)
    for field in fields_of(model):
        value: Any = getattr(record, field.key) if field.unique else None
        if value is not None:
            others = select(model).where(getattr(model, field.key) == value)
            if record.id is not None:
                others = others.where(model.id != record.id)
            others = others.where(standing(model))
            if twin := session.scalar(others.limit(1)):
                problems[field.key] = f"{field.label}已登记：{twin}"
    return problems
