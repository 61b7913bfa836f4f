"""Putting right what was entered wrongly: nothing is deleted, and everything says why."""

import pytest

from qyclient.contracts.models import Contract
from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.services.mending import change_all, merge, undo_last, void
from qyclient.organizations.services.register import register, reviews_of, the
from qyclient.records.view import Filter, View
from tests.conftest import CORRECTED

SERVED = "清新县暖心大学生社会服务队"
CENTRE = "清新区和乐社会工作服务中心"
VOIDED = View(filters=(Filter("voided_because", empty=False),))


def _filed(county, name="清新区样例互助小组"):
    return county.write(register, {"name": name, "org_type": "社区社会组织（备案）"}).value


def test_a_body_entered_by_mistake_is_kept_but_listed_no_more(county):
    body = _filed(county)
    standing = county.count(Organization, View())
    county.write(void, body.id, body.version, "重复录入")
    assert county.count(Organization, View()) == standing - 1
    assert county.count(Organization, View(words=body.name)) == 0
    assert [found.name for found in county.page(Organization, VOIDED)] == [body.name]
    [last, *_] = county.history(body)
    assert last["changes"] == {"voided_because": [None, "重复录入"]}


def test_voiding_asks_for_a_reason_and_spares_what_has_papers(county):
    body, served = _filed(county), county.read(the, SERVED)
    with pytest.raises(Invalid):
        county.write(void, body.id, body.version, " ")
    with pytest.raises(Refused, match="登记证书"):
        county.write(void, served.id, served.version, "误录")


def test_the_code_of_a_voided_body_is_free_again(workspace):
    texts = {
        "name": "清新区样例棋社",
        "org_type": "社会团体",
        "uscc": "51441803MJM000122P",
        "legal_rep": "张三",
        "residence": "太和镇",
        "fund_amount": "30000",
    }
    wrong = workspace.write(register, texts).value
    workspace.write(void, wrong.id, wrong.version, "名称录错")
    assert workspace.write(register, {**texts, "name": "清新区样例棋类协会"}).value.uscc


def test_one_field_of_many_bodies_is_set_at_once_or_not_at_all(county):
    bodies = county.page(Organization, View(words="协会"))
    keys = [body.id for body in bodies]
    changed = county.write(change_all, keys, "postcode", "511800").value
    assert len(changed) == len(bodies)
    for body in county.page(Organization, View(words="协会")):
        assert body.postcode == "511800"
        assert county.history(body)[0]["changes"] == {"postcode": [None, "511800"]}
    dated = [body.id for body in bodies if body.certificate_valid_from]
    with pytest.raises(Refused, match="没有修改任何记录"):
        county.write(change_all, dated, "certificate_valid_to", "1990-01-01")


@pytest.mark.parametrize(("key", "text"), [("name", "协会"), ("uscc", "x"), ("status", "")])
def test_what_each_has_of_its_own_or_must_have_is_not_set_for_many(key, text, county):
    body = county.read(the, SERVED)
    with pytest.raises(Refused):
        county.write(change_all, [body.id], key, text)


def test_merging_repoints_all_that_hangs_on_a_record(county):
    kept, dropped = county.read(the, SERVED), county.read(the, CENTRE)
    years = {review.year for review in county.read(reviews_of, dropped.id)}
    years |= {review.year for review in county.read(reviews_of, kept.id)}
    merged = county.write(merge, kept.id, dropped.id, {"phone": "0763-5822468"}, "重复").value
    assert merged.phone == "0763-5822468"
    assert {r.year for r in county.read(reviews_of, kept.id)} == years
    contracts = county.page(Contract, View(words="暖心"))
    assert {"QX-2024-007", "QX-2025-001"} <= {contract.contract_no for contract in contracts}
    [gone] = county.page(Organization, VOIDED)
    assert gone.name == CENTRE
    assert SERVED in gone.voided_because


def test_merging_asks_for_two_records_and_a_reason(county):
    kept, dropped = county.read(the, SERVED), county.read(the, CENTRE)
    with pytest.raises(Refused, match="两条"):
        county.write(merge, kept.id, kept.id, {}, "重复")
    with pytest.raises(Invalid):
        county.write(merge, kept.id, dropped.id, {}, "")


def test_ones_last_actions_are_taken_back_one_by_one(county):
    body = county.read(the, SERVED)
    county.write(change_all, [body.id], "postcode", "511800")
    county.write(change_all, [body.id], "town", "太和镇")
    county.write(undo_last)
    found = county.read(the, SERVED)
    assert (found.postcode, found.town) == ("511800", body.town)
    county.write(undo_last)
    assert county.read(the, SERVED).postcode == body.postcode


def test_what_another_changed_since_is_not_voided_blindly(county):
    body = _filed(county)
    county.write(change_all, [body.id], "town", "太和镇")
    with pytest.raises(Overtaken):
        county.write(void, body.id, body.version, "误录")


def test_a_code_that_breaks_the_standard_comes_back_when_its_change_is_undone(county):
    """Old codes are kept with a reason; taking a change back does not judge them again."""
    body = county.read(the, SERVED)
    county.write_because(
        CORRECTED, lambda session: setattr(session.get(Organization, body.id), "uscc", "OLD-1")
    )
    county.write(change_all, [body.id], "town", "太和镇")

    def correct(session):
        session.get(Organization, body.id).uscc = body.uscc

    county.write_because(CORRECTED, correct)
    county.write(undo_last)
    [found] = county.page(Organization, View(words="暖心大学生"))
    assert found.uscc == "OLD-1"


def test_a_voided_body_is_meant_by_nobody(county):
    wrong = _filed(county)
    county.write(void, wrong.id, wrong.version, "重复录入")
    with pytest.raises(Refused, match="名册中没有"):
        county.read(the, wrong.name)
    right = _filed(county)
    assert county.read(the, wrong.name).id == right.id
