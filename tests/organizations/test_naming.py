"""名称查重: what stands against a name, why, by which source; and names that are kept."""

import json
from argparse import Namespace
from datetime import date

import pytest

from qyclient.commands import name_check
from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Organization, ReservedName
from qyclient.organizations.reports import name_check_page
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.naming import Verdict
from qyclient.organizations.rules.refusal import grounds
from qyclient.organizations.services.changes import record_change
from qyclient.organizations.services.naming import check_name
from qyclient.organizations.services.reserving import release, reserved_of, running_out, told
from qyclient.papers import heading
from qyclient.records.view import View
from tests.at_the_desk import CODE, collect, go, take_in
from tests.organizations.test_matters import NEW, on  # noqa: F401

S, M = OrgType.SOCIAL_GROUP, OrgType.PRIVATE_NON_ENTERPRISE
APPLIED = {"name": ["清新区晨光阅读促进会"], "org_type": ["社会团体"]}
HUB = "清新县暖心大学生社会服务队"


def _said(workspace, name, org_type=S, **more):
    found = workspace.read(check_name, name, org_type, **more).findings
    return {(one.verdict, one.topic): one.said for one in found}


def _approved(workspace, applied=APPLIED, **texts):
    matter = take_in(workspace, "NAME", applied, **texts)
    collect(workspace, matter)
    return go(workspace, matter, "accept", "examine", "review", "approve")


def test_a_name_nothing_is_known_against_may_be_used(county):
    check = county.read(check_name, "清新区晨光阅读促进会", S)
    assert check.findings == []
    assert check.told == "“清新区晨光阅读促进会”没有发现不能使用的情形"
    assert dict(check.parts.told())["组织形式"] == "促进会"
    assert "含已注销、撤销的" in check.searched


def test_the_old_name_of_the_county_is_one_place_with_the_new(county):
    said = _said(county, "清远市清新区暖心大学生社会服务队")
    assert HUB in said[Verdict.REFUSE, "重名"]
    assert "不作区别" in said[Verdict.REFUSE, "重名"]
    old = _said(county, "清新县晨光阅读促进会")
    assert "应冠“清新区”" in old[Verdict.REFUSE, "行政区划"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("清新区暖心大學生社會服務隊", "只有繁简或写法不同"),
        ("清新区暧心大学生社会服务队", "字形相近"),
        ("清新区暖新大学生社会服务队", "读音相同"),
        ("清新区暖心大学生社会协会", "只有组织形式不同"),
    ],
)
def test_what_is_taken_for_a_name_that_stands_is_found_with_its_reason(county, name, why):
    found = [f for f in county.read(check_name, name, S).findings if f.topic == "重名"]
    assert [one.record.name for one in found] == [HUB]
    assert why in found[0].said
    assert found[0].source.startswith("社会组织名称管理办法")


def test_words_the_law_forbids_are_told_with_its_citation_and_only_when_it_held(county):
    found = county.read(check_name, "中华茶业协会", S).findings
    assert [f.verdict for f in found][:2] == [Verdict.REFUSE, Verdict.REFUSE]
    assert any("第十条" in f.source for f in found if f.topic == "用语")
    asked = _said(county, "清新区国际茶业协会")
    assert "限定语" in asked[Verdict.ASK, "用语"]
    assert "第一" in _said(county, "清新区第一茶业协会")[Verdict.REFUSE, "用语"]


def test_a_persons_name_needs_his_consent_a_letter_is_no_character(county):
    said = _said(county, "清新区欧阳修文化中心", M, people=["欧阳修"])
    assert "须经本人同意" in said[Verdict.ASK, "人名"]
    assert "ABC" in _said(county, "清新区ABC茶业协会")[Verdict.ASK, "用字"]


def test_the_form_belongs_to_the_kind_and_the_place_to_the_office(county):
    assert "不是社会团体使用的" in _said(county, "清新区阳光服务中心")[Verdict.ASK, "结构"]
    assert "缺少行政区划" in _said(county, "茶业协会")[Verdict.REFUSE, "结构"]
    other = _said(county, "佛冈县晨光阅读促进会")
    assert "不是本机关" in other[Verdict.REFUSE, "行政区划"]
    with pytest.raises(Invalid, match="完整的名称"):
        county.read(check_name, "会", S)


def test_a_name_stays_locked_for_the_years_of_the_rule_after_its_body_ended(county, on):  # noqa: F811
    body = county.page(Organization, View(words="和乐社会工作"), 0, 1)[0]
    texts = (body.id, "status", "正常", "注销", "2026-01-05")
    county.write(_ended, *texts)
    locked = _said(county, body.name, M)
    assert "2027年1月6日 起才可使用" in locked[Verdict.REFUSE, "保留期"]
    later = on(county, 2027, 1, 6)
    assert "保留期已过" in _said(later, body.name, M)[Verdict.NOTE, "保留期"]


def test_a_former_name_is_kept_and_locked_when_its_body_calls_itself_otherwise(county, on):  # noqa: F811
    body = county.page(Organization, View(words="和乐社会工作"), 0, 1)[0]
    county.write(_ended, body.id, "name", body.name, "清新区同行社会工作服务中心", "2026-02-01")
    assert county.page(Organization, View(words="同行社会工作"))[0].former_names == body.name
    said = _said(county, body.name, M)
    assert "2027年2月2日 起才可使用" in said[Verdict.REFUSE, "保留期"]
    assert "保留期已过" in _said(on(county, 2027, 2, 2), body.name, M)[Verdict.NOTE, "保留期"]


def _ended(session, key, item, before, after, day):
    record_change(session, session.get_one(Organization, key), item, before, after, day)


def test_an_approved_name_is_kept_for_its_applicant_and_used_up_by_the_registration(county):
    matter = _approved(county, applicant="李晓")
    kept = county.read(reserved_of, matter)
    assert (kept.since, kept.until) == (date(2026, 3, 2), date(2026, 9, 2))
    assert told(kept, county.today) == "保留至 2026年9月2日"
    others = _said(county, "清新区晨光阅读协会")
    assert "保留至 2026年9月2日" in others[Verdict.ASK, "保留名称"]
    same = _said(county, "清新区晨光阅读促进会")
    assert "已核准" in same[Verdict.REFUSE, "保留名称"]
    own = _said(county, "清新区晨光阅读促进会", people=["李晓"])
    assert "由本申请人保留" in own[Verdict.NOTE, "保留名称"]
    founding = take_in(county, "ESTABLISHMENT", NEW, applicant="李晓")
    collect(county, founding)
    go(county, founding, "accept", "examine", "review", "approve", "code", number=CODE)
    kept = county.read(reserved_of, matter)
    assert kept.organization.name == "清新区晨光阅读促进会"
    assert told(kept, county.today) == "已登记为“清新区晨光阅读促进会”"


def test_a_kept_name_runs_out_and_is_shown_when(county, on):  # noqa: F811
    _approved(county, applicant="李晓")
    assert "清新区晨光阅读促进会" in {k.name for k in county.read(running_out, date(2026, 9, 2))}
    earlier = county.read(running_out, date(2026, 9, 1))
    assert "清新区晨光阅读促进会" not in {kept.name for kept in earlier}
    later = on(county, 2026, 9, 3)
    assert "保留期满" in _said(later, "清新区晨光阅读促进会")[Verdict.NOTE, "保留名称"]


def test_a_kept_name_is_given_free_with_a_reason(county):
    matter = _approved(county, applicant="李晓")
    kept = county.read(reserved_of, matter)
    with pytest.raises(Invalid, match="放弃的理由"):
        county.write(release, kept, " ")
    county.write(release, kept, "发起人不再申请")
    assert _said(county, "清新区晨光阅读促进会") == {}


def test_a_name_somebody_holds_is_not_approved_and_one_applied_for_is_told(county):
    matter = take_in(county, "NAME", {"name": [HUB.replace("县", "区")], "org_type": ["社会团体"]})
    collect(county, matter)
    go(county, matter, "accept", "examine", "review")
    with pytest.raises(Refused, match="不能核准：相同"):
        go(county, matter, "approve")
    assert HUB.replace("县", "区") not in {k.name for k in county.page(ReservedName, View())}
    other = take_in(county, "NAME", APPLIED)
    said = _said(county, "清新区晨光阅读促进会")
    assert f"办件 {other.number}" in said[Verdict.ASK, "在办申请"]
    assert _said(county, "清新区晨光阅读促进会", own=other.id) == {}


def test_the_page_for_the_applicant_holds_every_reason_and_source(county):
    check = county.read(check_name, "清新县暧心大學生社会服務中心", S)
    pdf = name_check_page(check, heading(county))
    assert pdf.startswith(b"%PDF")


def test_the_command_says_the_same_as_the_window(county, tmp_path, capsys):
    args = Namespace(name=HUB, type="社团", json=True, output=tmp_path / "意见.pdf")
    assert name_check(county, args) == 0
    said = json.loads(capsys.readouterr().out)
    check = county.read(check_name, HUB, S)
    assert [one["said"] for one in said["findings"]] == [one.said for one in check.findings]
    assert (said["verdict"], said["parts"]["行政区划"]) == ("refuse", "清新县")
    assert (tmp_path / "意见.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(Refused, match="不在可选项中"):
        name_check(county, Namespace(name=HUB, type="公司", json=False, output=None))


def test_the_law_lists_the_grounds_for_saying_no():
    day = date(2026, 3, 2)
    reasons = [str(one) for one in grounds("ESTABLISHMENT", S, "refuse", day)]
    assert "申请登记时弄虚作假（社会团体登记管理条例第十三条）" in reasons
    assert not any("第十一条" in one for one in reasons)
    assert any("第十一条" in str(one) for one in grounds("ESTABLISHMENT", M, "refuse", day))
    assert not any("名称管理办法" in str(g) for g in grounds("NAME", S, "refuse", date(2012, 8, 1)))
    assert grounds("CHANGE", S, "approve", day) == []
