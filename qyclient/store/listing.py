"""Reading lists of records: any noun, in pages, with the links its fields show."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, contains_eager

from qyclient.records.base import Base, field_of, fields_of
from qyclient.records.view import View
from qyclient.store.search import matching

R = TypeVar("R", bound=Base)


def count(session: Session, model: type[Base], view: View) -> int:
    """Return how many records a view holds; exact."""
    return session.scalar(select(func.count()).select_from(_keys(model, view).subquery())) or 0


def page(
    session: Session, model: type[R], view: View, start: int = 0, size: int | None = None
) -> Sequence[R]:
    """Return some of a view's records, in its order."""
    query = linked(model).order_by(*_order(model, view))
    if view.words.strip():
        query = query.where(model.id.in_(_found(model, view.words)))
    return session.scalars(query.offset(start).limit(size)).all()


def linked(model: type[R]) -> Select[R]:
    """Return the query for records together with what their links are called."""
    query = select(model)
    for field in fields_of(model):
        if field.target is not None:
            attribute = getattr(model, field.key)
            query = query.outerjoin(attribute).options(contains_eager(attribute))
    return query


def of(session: Session, model: type[R], link: str, key: UUID) -> Sequence[R]:
    """Return the records whose link points to a key, oldest first."""
    mine = getattr(model, f"{link}_id") == key
    return session.scalars(linked(model).where(mine).order_by(model.id)).all()


def _keys(model: type[Base], view: View) -> Select[Any]:
    query = select(model.id)
    return query.where(model.id.in_(_found(model, view.words))) if view.words.strip() else query


def _found(model: type[Base], words: str) -> Select[Any]:
    """Search a noun, and through its links: a contract is found by its contractor too."""
    own = matching(model.__tablename__, words)
    found = [own]
    for field in fields_of(model):
        if field.target is not None:
            theirs = matching(field.target.__tablename__, words)
            column = getattr(model, f"{field.key}_id")
            found.append(select(model.id).where(column.in_(theirs)))
    return found[0] if len(found) == 1 else select(found[0].union(*found[1:]).subquery())


def _order(model: type[Base], view: View) -> list[Any]:
    if not view.order:
        return [model.id.desc()]
    field = field_of(model, view.order)
    attribute = getattr(model, view.order)
    if field.target is not None:
        attribute = getattr(field.target, field.target.__called_by__[0])
    ordered = attribute.desc() if view.descending else attribute.asc()
    return [attribute.is_(None), ordered, model.id]
