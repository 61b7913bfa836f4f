"""每一种记录都能装进数据包，到了市局一项不少；不出门的，写明为什么."""

import shutil

import pytest

from qyclient.certificates.services import make_key
from qyclient.exchange.services.nouns import columns_of, travelling, unseen_columns
from qyclient.exchange.services.offices import bring_key, own_key_file
from qyclient.records.base import fields_of
from qyclient.workspace import REGISTER
from tests.conftest import open_at
from tests.declared import MODELS
from tests.exchange.conftest import COUNTY, PASSWORD, Office, Offices
from tests.sweeps.values import fixed, unseen

every_model = pytest.mark.parametrize("model", MODELS)


@pytest.fixture(scope="module")
def arrived(founded, tmp_path_factory):
    """Every noun that travels made twice over in a county, and what of it reached the city."""
    offices = Offices(founded, tmp_path_factory.mktemp("every"))
    for number in (0, 1):
        offices.county.workspace.write(_make_all, number)
    offices.city.bring(offices.county.send(offices.city))
    yield offices.county.everything(), offices.city.everything()
    offices.close()


def _make_all(session, number):
    made = {}
    for model in travelling().values():
        values = unseen(model)
        for field in fields_of(model):
            if field.target:
                values[f"{field.key}_id"] = made.get(field.target)
            elif not field.derived:
                values[field.key] = fixed(field, number)
        record = model(**values)
        session.add(record)
        session.flush()
        made[model] = record.id


@every_model
def test_it_travels_whole_or_says_why_it_stays(model, arrived):
    sent, here = arrived
    if model.__stays__:
        assert model.__tablename__ not in here
        assert model.__stays__.strip() == model.__stays__ != ""
    else:
        assert len(sent[model.__tablename__]) == 2
        assert here[model.__tablename__] == sent[model.__tablename__]


@every_model
def test_what_travels_links_to_nothing_that_stays(model):
    targets = [field.target for field in fields_of(model) if field.target is not None]
    assert model.__stays__ or not [target for target in targets if target.__stays__]


@every_model
def test_every_column_is_told_once(model):
    told = {name for name, _ in columns_of(model).values()}
    unseen_ones = {column.name for column in unseen_columns(model)}
    assert not told & unseen_ones
    assert told | unseen_ones | {"id", "version"} == {*model.__table__.columns.keys()}


def test_the_whole_sample_county_arrives(offices, sample_register, tmp_path):
    """Certificates, matters, papers, contracts, scores: as they lie in the county's tables."""
    (tmp_path / "sample").mkdir()
    shutil.copy(sample_register, tmp_path / "sample" / REGISTER)
    sample = Office(open_at(tmp_path / "sample", "张晓梅"), COUNTY, offices.stick)
    sample.workspace.write(lambda s: make_key(s, "密钥", PASSWORD, on_stock=False))
    sample.workspace.write(bring_key, offices.city.workspace.read(own_key_file))
    offices.city.workspace.write(bring_key, sample.workspace.read(own_key_file))
    offices.city.bring(sample.send(offices.city))
    sent, here = sample.everything(), offices.city.everything()
    sample.workspace.close()
    assert {noun: len(rows) for noun, rows in here.items()} == {
        noun: len(rows) for noun, rows in sent.items()
    }
    assert here == sent
