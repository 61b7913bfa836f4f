"""What is found is exactly what contains the words: held against a plain search of the texts."""

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qyclient.contracts.models import Contract
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import amend, find, register
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.store.search import matching
from qyclient.store.spelling import spellings
from tests.conftest import CORRECTED
from tests.store.test_history import BODY

HELD = [HealthCheck.function_scoped_fixture]


def _folded(text):
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", "", plain)


def _pieces(record):
    for field in fields_of(type(record)):
        value = getattr(record, field.key)
        if field.found and value is not None:
            yield _folded(str(field.kind.plain(value)))
            if field.found == "name":
                yield from map(_folded, spellings(str(value)))


@pytest.fixture(scope="module")
def texts(standing):
    return {record.id: [*_pieces(record)] for record in standing.page(Organization, View())}


def _plainly(texts, words):
    asked = [folded for word in words.split() if (folded := _folded(word))]
    return {
        key
        for key, pieces in texts.items()
        if all(any(word in piece for piece in pieces) for word in asked)
    }


def _found(workspace, words):
    query = matching("organization", words)
    found = workspace.read(lambda session: session.scalars(query).all())
    assert len(found) == len({*found}) == workspace.count(Organization, View(words=words))
    return {*found}


@st.composite
def _parts(draw, texts):
    piece = draw(st.sampled_from(sorted({p for pieces in texts.values() for p in pieces})))
    start = draw(st.integers(0, len(piece) - 1))
    return piece[start : start + draw(st.integers(1, 6))]


def test_every_part_of_every_word_is_found_and_nothing_else(standing, texts):
    @settings(max_examples=400, deadline=None, database=None, suppress_health_check=HELD)
    @given(_parts(texts))
    def check(part):
        wanted = _plainly(texts, part)
        assert wanted
        assert _found(standing, part) == wanted

    check()


def test_words_are_found_in_any_order_and_all_of_them(standing, texts):
    @settings(max_examples=150, deadline=None, database=None, suppress_health_check=HELD)
    @given(st.lists(_parts(texts), min_size=2, max_size=3))
    def check(parts):
        wanted = _plainly(texts, " ".join(parts))
        assert _found(standing, " ".join(parts)) == wanted
        assert _found(standing, "　".join(reversed(parts))) == wanted

    check()


def test_whatever_is_typed_is_answered(standing, texts):
    @settings(max_examples=150, deadline=None, database=None, suppress_health_check=HELD)
    @given(st.text(max_size=12) | st.text("协会清新刘51*\"'%_|^:()-+ANDORNOT 　", max_size=8))
    def check(words):
        if words.strip():
            assert _found(standing, words) == _plainly(texts, words)

    check()


@pytest.mark.parametrize(
    "words",
    [
        "𬭎",
        "欧阳𬭎",
        "oyh",
        "OYH",
        "ｏｙｈ",
        "oyang",
        "ouyanghong",
        "5144 1803 YL95 0000 56",
        "象 阳",
        "0056",
        "象棋协会",
    ],
)
def test_a_new_body_is_found_at_once(words, county):
    county.write(register, {**BODY, "legal_rep": "欧阳𬭎"})
    found = {record.name for record in county.read(find, words)}
    assert (BODY["name"] in found) is (words != "oyang")


def test_a_changed_body_is_found_by_what_it_is_now(county):
    body = county.write(register, BODY).value
    county.write_because(
        CORRECTED, amend, body.id, body.version, {"name": "清新区围棋协会", "phone": "5811111"}
    )
    assert [r.id for r in county.read(find, "围棋 5811111")] == [body.id]
    assert county.read(find, "象棋 51441803YL95000056") == []


def test_a_surname_is_found_as_it_is_read(county):
    county.write(register, {**BODY, "legal_rep": "单立人"})
    for words in ("shanliren", "slr"):
        assert BODY["name"] in {record.name for record in county.read(find, words)}


def test_a_contract_is_found_by_its_contractor(county):
    name = "清新区和乐社会工作服务中心"
    found = county.page(Contract, View(words=name))
    assert len(found) == county.count(Contract, View(words=name)) > 0
    assert {contract.contractor.name for contract in found} == {name}
