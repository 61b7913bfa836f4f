"""现在能办什么：每件事是或否，否的写明原因、依据；菜单、办件、证书、命令行问的是同一处."""

from datetime import date
from types import SimpleNamespace

import pytest

from qyclient.certificates.rules import Copy
from qyclient.certificates.services import prepare
from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import CreditList, OrgStatus, OrgType
from qyclient.organizations.rules.standing import Standing, permit, permits, verbs
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.mending import change_all
from qyclient.organizations.services.register import the
from qyclient.organizations.services.standing import allowed, require
from qyclient.records.dates import PartialDate
from qyclient.records.view import View

TODAY = date(2026, 3, 2)


def _standing(status=OrgStatus.ACTIVE, sort=OrgType.SOCIAL_GROUP, lists=(), **facts):
    given = {
        "is_charity": None, "is_hub": None, "has_party_organization": None,
        "established_on": PartialDate("2015-03-01"),
    }  # fmt: skip
    body = SimpleNamespace(status=status, org_type=sort, **{**given, **facts})
    return Standing(body, TODAY, dict(lists))


def _open(standing):
    return {one.key for one in permits(standing) if not one.why_not}


@pytest.mark.parametrize("status", OrgStatus)
@pytest.mark.parametrize("sort", OrgType)
@pytest.mark.parametrize("key", sorted(verbs()))
def test_every_verb_is_allowed_or_says_why_not_and_by_which_law(status, sort, key):
    found = permit(key, _standing(status, sort))
    assert found.label
    if found.why_not:
        assert "{" not in found.why_not
        assert found.citation or "不办理" in found.why_not


def test_a_body_in_good_standing_may_do_what_its_sort_may():
    able = _open(_standing())
    assert {"CHANGE", "CERTIFY", "CONTRACT", "FEES", "LIQUIDATION", "CHARITY"} <= able
    assert not {"ABNORMAL_OUT", "SERIOUS_OUT", "PARTY_END"} & able
    assert permit("FEES", _standing(sort=OrgType.PRIVATE_NON_ENTERPRISE)).why_not == (
        "民办非企业单位不办理会费标准备案"
    )


def test_who_liquidates_may_only_be_deregistered_or_proceeded_against():
    able = _open(_standing(OrgStatus.LIQUIDATING))
    assert able == {
        "DEREGISTRATION", "ABNORMAL_IN", "SERIOUS_IN", "WARNING", "SUSPENSION", "REVOCATION",
    }  # fmt: skip
    assert permit("CONTRACT", _standing(OrgStatus.LIQUIDATING)).citation == (
        "社会团体登记管理条例第二十条"
    )


def test_who_ended_may_only_be_put_on_the_serious_list():
    for status in (OrgStatus.DEREGISTERED, OrgStatus.REVOKED):
        assert _open(_standing(status)) == {"SERIOUS_IN"}


def test_a_list_bars_from_honours_and_says_since_when():
    since = date(2025, 6, 1)
    found = permit("GRADE", _standing(lists={CreditList.ABNORMAL: since}))
    assert (found.since, "2025-06-01 列入" in found.why_not) == (since, True)
    early = permit("SERIOUS_OUT", _standing(lists={CreditList.SERIOUS: since}))
    assert "2027-06-01 以后" in early.why_not
    late = permit("SERIOUS_OUT", _standing(lists={CreditList.SERIOUS: date(2024, 3, 2)}))
    assert late.why_not == ""


def test_a_young_body_is_not_graded():
    assert "成立未满 2 年" in permit("GRADE", _standing(established_on=PartialDate("2025"))).why_not
    assert permit("GRADE", _standing(established_on=PartialDate("2023"))).why_not == ""


def test_certificates_and_matters_ask_the_same_place(county):
    body = county.page(Organization, View(words="暖心大学生"), 0, 1)[0]
    county.write_because("更正：试", change_all, [body.id], "status", "清算中")
    body = county.read(the, body.name)
    said = {one.key: one.told for one in county.read(allowed, body)}
    with pytest.raises(Refused) as no:
        county.write(prepare, body.id, Copy.ORIGINAL, TODAY)
    assert said["CERTIFY"] in str(no.value)
    with pytest.raises(Refused) as no:
        county.write(open_matter, "CHANGE", {}, {"residence": ["别处"]}, body.name)
    assert said["CHANGE"] in str(no.value)


def test_what_is_under_way_is_not_begun_twice_but_several_changes_may_be(county):
    name = "清新县暖心大学生社会服务队"
    first = county.write(open_matter, "LIQUIDATION", {}, {"ground": ["完成宗旨"]}, name).value
    with pytest.raises(Refused, match=f"办件 {first.number} 在办"):
        county.write(open_matter, "LIQUIDATION", {}, {"ground": ["完成宗旨"]}, name)
    for place in ("清新区太和镇甲路1号", "清新区太和镇乙路2号"):
        county.write(open_matter, "CHANGE", {}, {"residence": [place]}, name)


def test_a_verb_that_is_not_allowed_is_refused_in_one_sentence(county):
    filed = next(
        one for one in county.page(Organization, View()) if one.org_type is OrgType.COMMUNITY_FILED
    )
    with pytest.raises(Refused, match=r"不能制作登记证书：.*不发登记证书（粤民规字"):
        county.read(require, filed, "CERTIFY")
