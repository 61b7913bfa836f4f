"""Reading lists of records: any noun, in pages, with the links its fields show."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select, true
from sqlalchemy.orm import Session, aliased, contains_eager

from qyclient.records.base import Base, field_of, fields_of
from qyclient.records.dates import PartialDate
from qyclient.records.field import Field
from qyclient.records.view import Filter, View
from qyclient.store.search import matching, number_matching

R = TypeVar("R", bound=Base)
_CHUNK = 500
VOIDED = "voided_because"
"""A record with a reason here was entered by mistake: it is kept, and listed only if asked for."""


def count(session: Session, model: type[Base], view: View) -> int:
    """Return how many records a view holds; exact."""
    if view.words.strip() and not (view.filters or _links(model)):
        return session.scalar(number_matching(model.__tablename__, view.words)) or 0
    return (
        session.scalar(select(func.count()).select_from(model).where(_narrowed(model, view))) or 0
    )


def counts_by(session: Session, model: type[Base], view: View, key: str) -> dict[Any, int]:
    """Return how many records of a view have each value of a field, the most frequent first."""
    value = getattr(model, key)
    query = select(value, func.count()).where(_narrowed(model, view)).group_by(value)
    rows = session.execute(query.order_by(func.count().desc()))
    return {row[0]: row[1] for row in rows}


def page(
    session: Session, model: type[R], view: View, start: int = 0, size: int | None = None
) -> Sequence[R]:
    """Return some of a view's records, in its order; what is empty comes last.

    First their keys, which an index in that order answers without a look at the records, however
    far down the list; then the records themselves, no more than asked for.
    """
    keys = _keys(session, model, view, start, size)
    found: dict[UUID, R] = {}
    for first in range(0, len(keys), _CHUNK):
        part = keys[first : first + _CHUNK]
        found |= {r.id: r for r in session.scalars(linked(model).where(model.id.in_(part)))}
    return [found[key] for key in keys]


def _keys(
    session: Session, model: type[Base], view: View, start: int, size: int | None
) -> Sequence[UUID]:
    """Return the keys of some of a view's records, in its order.

    Full and empty rows are asked for one after the other: either question an index can answer.
    """
    if view.words.strip() and not (view.order or view.filters or _links(model)):
        found = matching(model.__tablename__, view.words)
        return session.scalars(found.offset(start).limit(size)).all()
    query = select(model.id).where(_narrowed(model, view))
    if not view.order:
        return session.scalars(query.order_by(model.id.desc()).offset(start).limit(size)).all()
    attribute = _sorted_by(model, view.order)
    if attribute.class_ is not model:
        query = _joined(query, model)
    order = [attribute, model.id]
    full = query.where(attribute.is_not(None))
    ordered = full.order_by(*(part.desc() if view.descending else part for part in order))
    keys = session.scalars(ordered.offset(start).limit(size)).all()
    if size is not None and len(keys) == size:
        return keys
    before = 0 if keys else start - (session.scalar(_number(full)) or 0)
    rest = query.where(attribute.is_(None)).order_by(model.id).offset(before)
    left = None if size is None else size - len(keys)
    return [*keys, *session.scalars(rest.limit(left))]


def _number(query: Select[Any]) -> Select[Any]:
    return select(func.count()).select_from(query.subquery())


def _links(model: type[Base]) -> bool:
    return any(field.target is not None for field in fields_of(model))


def linked(model: type[R]) -> Select[R]:
    """Return the query for records together with what their links are called."""
    query = _joined(select(model), model)
    return query.options(
        *(contains_eager(getattr(model, key).of_type(o)) for key, o in _others(model).items())
    )


def _joined(query: Select[Any], model: type[Base]) -> Select[Any]:
    for key, other in _others(model).items():
        query = query.outerjoin(getattr(model, key).of_type(other))
    return query


def of(session: Session, model: type[R], link: str, key: UUID) -> Sequence[R]:
    """Return the records whose link points to a key, oldest first."""
    mine = getattr(model, f"{link}_id") == key
    return session.scalars(linked(model).where(mine).order_by(model.id)).all()


@cache
def _others(model: type[Base]) -> Mapping[str, Any]:
    """Return what each link is joined to, by its key: a noun may link twice to another."""
    return {field.key: aliased(field.target) for field in fields_of(model) if field.target}


def standing(model: type[Base]) -> Any:
    """Return the condition for records that were not voided."""
    return getattr(model, VOIDED).is_(None) if hasattr(model, VOIDED) else true()


def _sorted_by(model: type[Base], key: str) -> Any:
    field = field_of(model, key)
    if field.target is None:
        return getattr(model, key)
    return getattr(_others(model)[key], field.target.__called_by__[0])


def _narrowed(model: type[Base], view: View) -> Any:
    """Return the condition for a view's records."""
    parts = [_kept(model, narrowing) for narrowing in view.filters]
    if all(f.key != VOIDED for f in view.filters):
        parts.append(standing(model))
    if view.words.strip():
        parts.append(_holds(model, view.words))
    return and_(true(), *parts)


def _holds(model: type[Base], words: str) -> Any:
    """Return the condition for records that hold every word, themselves or in what they link to.

    A contract is found by its own words and by its contractor's, also by one of each.
    """
    links = [field for field in fields_of(model) if field.target is not None]
    if not links:
        return model.id.in_(matching(model.__tablename__, words))
    return and_(true(), *(_holds_word(model, links, word) for word in words.split()))


def _holds_word(model: type[Base], links: Sequence[Field], word: str) -> Any:
    ways = [model.id.in_(matching(model.__tablename__, word))]
    for link in links:
        if link.target is not None:
            theirs = matching(link.target.__tablename__, word)
            ways.append(getattr(model, f"{link.key}_id").in_(theirs))
    return or_(*ways)


def _kept(model: type[Base], narrowing: Filter) -> Any:
    field = field_of(model, narrowing.key)
    attribute = getattr(model, narrowing.key)
    parts: list[Any] = []
    if narrowing.contains:
        parts.append(attribute.contains(narrowing.contains, autoescape=True))
    if narrowing.among:
        parts.append(attribute.in_([field.kind.parse(value) for value in narrowing.among]))
    if narrowing.least:
        parts.append(attribute >= field.kind.parse(narrowing.least))
    if narrowing.most:
        parts.append(attribute <= _end(field.kind.parse(narrowing.most)))
    if narrowing.empty is not None:
        parts.append(attribute.is_(None) if narrowing.empty else attribute.is_not(None))
    return and_(true(), *parts)


def _end(value: Any) -> Any:
    """Return the last value that still belongs to a bound: a year ends with its last day."""
    return PartialDate(f"{value}-99") if isinstance(value, PartialDate) else value
