"""Whatever is declared is checked: a new field needs no new test."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from qyclient.organizations.models import Organization
from qyclient.paper.ledger.headings import Names, names_of
from qyclient.records import kinds
from qyclient.records.base import fields_of
from tests.declared import FIELDS, KINDS, LINKS, MODELS
from tests.sweeps.values import drawn, fixed, unseen
from ui.kit.editors import EDITORS

SHOWN_ROUNDED = (kinds.SCORE,)
"""A score is kept to four decimals and shown with two."""


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_it_has_a_label_and_an_editor(model, field):
    assert field.label
    assert field.label == field.label.strip()
    assert field.kind.name in EDITORS or field.target is not None


@pytest.mark.parametrize("model", MODELS)
def test_no_two_fields_are_called_the_same(model):
    labels = [field.label for field in fields_of(model)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("field", fields_of(Organization), ids=lambda field: field.key)
def test_its_label_and_aliases_lead_the_importer_to_it_alone(field):
    names = Names(names_of(fields_of(Organization)))
    assert {name: names.match(name) for name in (field.label, *field.aliases)} == dict.fromkeys(
        (field.label, *field.aliases), field.key
    )


@pytest.mark.parametrize("model", MODELS)
def test_a_record_is_called_by_fields_it_has(model):
    assert model.__label__
    assert set(model.__called_by__) <= {field.key for field in fields_of(model)}


@pytest.mark.parametrize("model", MODELS)
def test_no_link_loads_by_itself(model):
    assert {relationship.lazy for relationship in inspect(model).relationships} <= {"raise"}


@pytest.mark.parametrize(("model", "field"), LINKS)
def test_a_links_column_is_indexed_and_empty_only_if_it_may_be(model, field):
    column = inspect(model).columns[f"{field.key}_id"]
    assert column.index
    assert column.foreign_keys
    assert column.nullable is not field.required


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_program_or_a_person_is_told_is_read_back_as_the_same(kind):
    @settings(max_examples=120, deadline=None, database=None)
    @given(drawn(kind))
    def check(value):
        assert kind.parse(str(kind.plain(value))) == value
        if kind not in SHOWN_ROUNDED:
            assert kind.parse(kind.format(value)) == value

    check()


@pytest.mark.parametrize("model", MODELS)
def test_whatever_is_stored_is_read_back(model, workspace):
    shown = [field for field in fields_of(model) if not field.target]

    def keep(session, values):
        record = model(**values, **unseen(model), **_links(session, model))
        session.add(record)
        session.flush()
        key = record.id
        session.expire_all()
        read = session.scalars(select(model).where(model.id == key)).one()
        return {field.key: getattr(read, field.key) for field in shown}

    @settings(max_examples=15, deadline=None, database=None)
    @given(st.fixed_dictionaries({field.key: _perhaps(field) for field in shown}))
    def check(values):
        assert workspace.try_out(keep, values) == values

    check()


def _links(session, model, made=None):
    """Return keys for the links of a model, of records made for it, each once."""
    made = {} if made is None else made
    links = {}
    for place, field in enumerate(field for field in fields_of(model) if field.target):
        which = field.target, place % 2
        if which not in made:
            values = {f.key: fixed(f, place % 2) for f in fields_of(field.target) if not f.target}
            theirs = _links(session, field.target, made)
            other = field.target(**values, **unseen(field.target), **theirs)
            session.add(other)
            session.flush()
            made[which] = other.id
        links[f"{field.key}_id"] = made[which]
    return links


def _perhaps(field):
    return drawn(field.kind) if field.required else drawn(field.kind) | st.none()
