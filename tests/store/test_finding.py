"""What the whole register is searched by, and bringing older registers to it."""

from sqlalchemy import delete, text

from qyclient.certificates.models import Certificate
from qyclient.contracts.models import Contract
from qyclient.evaluations.models import EvaluationRound
from qyclient.organizations.models import Officer, Organization
from qyclient.organizations.services.register import amend, appoint, the
from qyclient.records.view import View
from qyclient.store import finding
from qyclient.store.finding import find_everywhere, found_by_personal
from qyclient.store.guard import door
from qyclient.store.indexed import INDEXED, found_nouns
from tests.conftest import open_at

NAME = "清新县暖心大学生社会服务队"


def groups(workspace, words):
    return {found.noun: found for found in workspace.read(find_everywhere, words)}


def test_every_noun_that_declares_it_is_searched():
    assert {Organization, Officer, Certificate, Contract, EvaluationRound} <= {*found_nouns()}


def test_a_body_its_certificates_and_its_contracts_are_found_by_initials(county):
    found = groups(county, "qxnx")
    assert [str(body) for body in found[Organization].records] == [NAME]
    assert {str(one.organization) for one in found[Certificate].records} == {NAME}
    assert {str(one.contractor) for one in found[Contract].records} == {NAME}


def test_a_person_is_found_by_name_and_not_by_the_body(county):
    body = county.read(the, NAME)
    county.write(appoint, body, {"name": "司徒𬭎𬭎", "post": "监事"})
    for words in ("司徒𬭎𬭎", "sthh"):
        [person] = groups(county, words)[Officer].records
        assert (person.name, str(person.organization)) == ("司徒𬭎𬭎", NAME)
    assert Officer not in groups(county, "暖心")


def test_counts_are_exact_whichever_way_links_are_asked(standing, monkeypatch):
    for words in ("清新", "1", "清新区 2025", "QX-2025", "志愿"):
        few = {noun: found.count for noun, found in groups(standing, words).items()}
        monkeypatch.setattr(finding, "_MANY", -1)
        assert {noun: found.count for noun, found in groups(standing, words).items()} == few
        monkeypatch.undo()
        bodies = standing.count(Organization, View(words=words))
        assert few.get(Organization, 0) == bodies
        assert few.get(Contract, 0) == standing.count(Contract, View(words=words))


def test_nothing_is_found_by_nothing(standing):
    assert groups(standing, " ·— ") == groups(standing, "没有这个") == {}


def test_it_is_known_that_a_body_was_found_by_its_phone(county):
    body = county.read(the, NAME)
    body = county.write(amend, body.id, body.version, {"phone": "13800138000"}).value
    assert found_by_personal(body, "暖心") == []
    assert found_by_personal(body, "138 0013") == ["联系电话"]


def _spelled_as_before(session):
    with door(session.connection()) as connection:
        connection.execute(text("DELETE FROM search_pair"))
        connection.execute(text("DELETE FROM search_text"))
        connection.execute(delete(INDEXED))


def test_an_older_register_is_indexed_anew_when_it_is_opened(county):
    whole = groups(county, "清新")
    county.write(_spelled_as_before)
    assert groups(county, "清新") == {}
    county.close()
    again = open_at(county.folder)
    found = groups(again, "清新")
    assert {noun: one.count for noun, one in found.items()} == {
        noun: one.count for noun, one in whole.items()
    }
    assert groups(again, "qxnx")[Organization].count == 1
    newest = [body.id for body in found[Organization].records]
    assert newest == sorted(newest, reverse=True)
    again.close()
