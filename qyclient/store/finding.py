"""Looking for words in the whole register: every noun that declares what it is found by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, column, exists, func, or_, select, table
from sqlalchemy.orm import Session
from sqlalchemy.types import Uuid

from qyclient.records.base import Base, fields_of
from qyclient.records.field import Field
from qyclient.store.indexed import found_nouns
from qyclient.store.listing import linked, standing
from qyclient.store.search import fold, matching, number_matching

FEW = 5
_MANY = 2000
"""More keys than this are not gone through: then each record is asked what its link is found by."""
_TEXT = table("search_text", column("record_id", Uuid()), column("folded"))

Number = Callable[[str, str], int]
"""How many records of a noun hold a word themselves."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one noun: how many, and the first few, newest first."""

    noun: type[Base]
    count: int
    records: Sequence[Base]


def find_everywhere(session: Session, words: str, few: int = FEW) -> list[Found]:
    """Return what holds every word, by noun; nouns of which nothing was found are left out."""
    asked = [word for word in words.split() if fold(word)]

    @cache
    def number(noun: str, word: str) -> int:
        return session.scalar(number_matching(noun, word)) or 0

    groups = [_found(session, model, asked, few, number) for model in found_nouns() if asked]
    return [group for group in groups if group.count]


def found_by_personal(record: Base, words: str) -> list[str]:
    """Return the labels of the personal fields by which words find a record."""
    asked = [folded for word in words.split() if (folded := fold(word))]
    return [
        field.label
        for field in fields_of(type(record))
        if field.personal and field.found
        if any(word in fold(field.show(record)) for word in asked)
    ]


def _found(
    session: Session, model: type[Base], asked: Sequence[str], few: int, number: Number
) -> Found:
    links = [field for field in fields_of(model) if field.found and field.target is not None]
    if not links:
        words = " ".join(asked)
        count = session.scalar(number_matching(model.__tablename__, words)) or 0
        wanted: ColumnElement[bool] = model.id.in_(matching(model.__tablename__, words).limit(few))
    else:
        wanted = and_(standing(model), *(_holds(model, links, word, number) for word in asked))
        count = session.scalar(select(func.count()).select_from(model).where(wanted)) or 0
    if not count:
        return Found(model, 0, ())
    newest = linked(model).where(wanted).order_by(model.id.desc()).limit(few)
    return Found(model, count, session.scalars(newest).all())


def _holds(model: type[Base], links: Sequence[Field], word: str, number: Number) -> Any:
    """Return the condition for records that hold a word, themselves or in what they link to."""
    ways: list[ColumnElement[bool]] = [model.id.in_(matching(model.__tablename__, word))]
    for link in links:
        if link.target is None:
            continue
        key, noun = getattr(model, f"{link.key}_id"), link.target.__tablename__
        if number(noun, word) <= _MANY:
            ways.append(key.in_(matching(noun, word)))
        else:
            theirs = (_TEXT.c.record_id == key) & (func.instr(_TEXT.c.folded, fold(word)) > 0)
            ways.append(exists(select(1).select_from(_TEXT).where(theirs)))
    return or_(*ways)
