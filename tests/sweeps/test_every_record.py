"""History and version, for every sort of record and both doors by which it is written."""

import pytest

from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.store import bulk
from tests.declared import MODELS
from tests.sweeps.values import fixed, unseen

every_record = pytest.mark.parametrize("model", MODELS)


class Entered:
    """The door of forms: one record at a time."""

    def make(self, session, model, values):
        record = model(**values)
        session.add(record)
        session.flush()
        return record.id

    def change(self, session, model, key, values):
        record = session.get(model, key)
        for name, value in values.items():
            setattr(record, name, value)
            session.flush()


class Brought:
    """The door of imports: many at once."""

    def make(self, session, model, values):
        [key] = bulk.add(session, model, [values])
        return key

    def change(self, session, model, key, values):
        bulk.amend(session, model, [bulk.Amended(session.get(model, key), values)])


both_doors = pytest.mark.parametrize("door", [Entered(), Brought()], ids=["entered", "brought"])


@pytest.fixture
def values_of(workspace):
    """Return the first or the second values of a model, and how the history writes them."""
    others = {}

    def other(model, number):
        if (model, number) not in others:
            values, _ = values_of(model, number)
            others[model, number] = workspace.write(
                Entered().make, model, values | unseen(model)
            ).value
        return others[model, number]

    def values_of(model, number):
        values, told = {}, {}
        for place, field in enumerate(fields_of(model)):
            if field.derived:
                continue
            if field.target:
                key = other(field.target, (number + place) % 2)
                values[f"{field.key}_id"], told[field.key] = key, str(key)
            else:
                values[field.key] = fixed(field, number)
                told[field.key] = field.kind.plain(values[field.key])
        return values, told

    return values_of


@both_doors
@every_record
def test_one_entry_of_each_transaction_holds_every_changed_field(model, door, values_of, workspace):
    values, told = values_of(model, 0)
    made = workspace.write(door.make, model, values | unseen(model))
    [entry] = workspace.history(_stored(workspace, model, made.value))
    assert (entry["action"], entry["noun"]) == ("created", model.__tablename__)
    assert entry["changes"] == {key: [None, plain] for key, plain in told.items()}

    others, told_now = values_of(model, 1)
    changed = workspace.write_because("核对", door.change, model, made.value, others)

    record = _stored(workspace, model, made.value)
    newest, oldest = workspace.history(record)
    assert oldest == entry
    assert newest["changes"] == {key: [told[key], told_now[key]] for key in told}
    assert (newest["operator"], newest["reason"]) == ("张三", "核对")
    assert (newest["transaction"], newest["action"]) == (changed.transaction, "changed")
    assert newest["seq"] > entry["seq"]
    assert record.version > 1
    assert made.changed == changed.changed == {model.__tablename__}


@every_record
def test_what_changes_nothing_is_not_in_the_history(model, values_of, workspace):
    values, _ = values_of(model, 0)
    key = workspace.write(Entered().make, model, values | unseen(model)).value

    done = workspace.write(Entered().change, model, key, values)

    assert len(workspace.history(_stored(workspace, model, key))) == 1
    assert done.changed == set()


@every_record
def test_its_key_tells_when_it_was_made(model, values_of, workspace):
    values, _ = values_of(model, 0)
    older = [record.id for record in workspace.page(model, View())]
    newer = workspace.write(Entered().make, model, values | unseen(model)).value
    assert newer.version == 7
    assert max([newer, *older]) == newer


def _stored(workspace, model, key):
    return workspace.read(lambda session: session.get_one(model, key))
