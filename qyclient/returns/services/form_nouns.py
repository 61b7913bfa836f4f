"""What a form may ask of: nouns with the words that mean their fields, options and sums."""

from collections.abc import Mapping
from functools import cache

from sqlalchemy import inspect

from qyclient.contracts.models import Contract
from qyclient.organizations.models import Officer, Organization
from qyclient.paper.ledger.headings import Names, names_of
from qyclient.records.base import Base, fields_of
from qyclient.records.choices import Choice
from qyclient.records.field import Field
from qyclient.returns.rules.form_answers import Words, words_of

NOUNS: Mapping[str, type[Base]] = {
    one.__tablename__: one for one in (Organization, Contract, Officer)
}
"""The nouns of which a form may list, count or add up."""

USUAL: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    Organization.__tablename__: {"status": ("正常",)}
}
"""What is meant where a form does not say it: bodies that stand."""


@cache
def headings() -> Mapping[str, Names]:
    """Return what headings mean in each noun."""
    return {key: Names(names_of(fields_of(model))) for key, model in NOUNS.items()}


@cache
def meanings() -> tuple[Words, ...]:
    """Return what the words around a cell mean in each noun, the register first."""
    return tuple(words_of(key, fields_of(one), _options(one)) for key, one in NOUNS.items())


def fields(noun: str) -> Mapping[str, Field]:
    """Return the fields of a noun by their keys."""
    return {field.key: field for field in fields_of(NOUNS[noun])}


def _options(model: type[Base]) -> Mapping[str, type[Choice]]:
    columns = inspect(model).columns
    found: dict[str, type[Choice]] = {}
    for field in fields_of(model):
        kept = getattr(columns.get(field.key), "type", None)
        enumeration = getattr(kept, "enum_class", None)
        if enumeration is not None:
            found[field.key] = enumeration
    return found
