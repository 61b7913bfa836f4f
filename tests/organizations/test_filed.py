"""备案: what each filing writes into the register, with its days; what cannot be is refused."""

import json
from datetime import date

import pytest

from qyclient.assets import asset
from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Officer, Organization
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.organizations.rules.matter_facts import sheets
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.filed import concerns_of, filed_of
from qyclient.organizations.services.register import officers_of, the
from qyclient.records.view import View
from tests.at_the_desk import collect, go, take_in
from tests.organizations.test_matters import on  # noqa: F401

HUB = "连山壮族瑶族自治县·清新同乡会"
VOTES = {"due": "30", "present": "24", "yes": "20", "no": "3", "abstain": "1"}
FEES = {
    "meeting": "第三届第一次会员大会",
    "held_on": "2026-02-01",
    **VOTES,
    "standard": "每人每年 50 元",
}
SEAL = {"seal_name": HUB, "seal_kind": "公章", "used_from": "2026-02-10"}
ACCOUNT = {
    "account_name": HUB,
    "bank": "清新农商行",
    "account": "6222 0212 3456 7890",
    "account_kind": "基本存款账户",
    "opened_on": "2026-02-11",
}


@pytest.fixture
def body(county):
    return county.read(the, HUB)


def _filed(county, kind, body, texts, *moves):
    matter = take_in(county, kind, {key: [text] for key, text in texts.items()}, body)
    collect(county, matter)
    return go(county, matter, *(moves or ("examine", "file")))


def _kept(county, body):
    return county.read(filed_of, body.id)


def test_a_seal_is_kept_from_the_day_it_is_used_and_the_next_takes_its_place(county, body):
    _filed(county, "SEAL", body, SEAL)
    _filed(county, "SEAL", body, {**SEAL, "seal_kind": "财务专用章"})
    _filed(county, "SEAL", body, {**SEAL, "used_from": "2026-03-01"})
    kept = _kept(county, body)
    assert [
        (one.facts["seal_kind"], str(one.since), one.until and str(one.until)) for one in kept
    ] == [
        ("公章", "2026-03-01", None),
        ("财务专用章", "2026-02-10", None),
        ("公章", "2026-02-10", "2026-03-01"),
    ]


def test_an_account_is_masked_wherever_it_is_listed_and_kept_whole(county, body):
    matter = _filed(county, "ACCOUNT", body, ACCOUNT)
    [kept] = _kept(county, body)
    assert "****7890" in kept.content
    assert "6222" not in kept.content
    assert matter.application["account"][1] == ACCOUNT["account"]


@pytest.mark.parametrize(
    ("changed", "key", "said"),
    [
        ({"present": "31"}, "present", "实到 31 人多于应到 30 人"),
        ({"yes": "21"}, "yes", "合计 25 人，与实到 24 人不符"),
        ({"standard": "长" * 501}, "standard", "最多 500 个字"),
        ({"held_on": ""}, "held_on", "请填写会议日期"),
    ],
)
def test_what_a_meeting_cannot_have_decided_is_refused_beside_its_field(
    changed, key, said, county, body
):
    with pytest.raises(Invalid) as no:
        take_in(county, "FEES", {k: [text] for k, text in {**FEES, **changed}.items()}, body)
    assert said in no.value.problems[key]


def test_too_few_present_or_in_favour_is_shown_to_who_examines(county, body):
    few = {**FEES, "present": "19", "yes": "9", "no": "9"}
    matter = take_in(county, "FEES", {key: [text] for key, text in few.items()}, body)
    said = county.read(concerns_of, matter.id)
    assert ["实到人数没有达到应到人数的 2/3" in said[0], "没有超过实到人数的 1/2" in said[1]] == [
        True,
        True,
    ]


def test_a_vote_that_carries_raises_no_concern(county, body):
    matter = take_in(county, "FEES", {key: [text] for key, text in FEES.items()}, body)
    assert county.read(concerns_of, matter.id) == []


def test_officers_who_come_and_go_are_people_of_the_register_with_their_terms(county, body):
    texts = {
        "meeting": "第三届第一次会员大会",
        "held_on": "2026-02-01",
        "officers.0.name": "梁国栋",
        "officers.0.action": "任职",
        "officers.0.post": "副会长",
        "officers.0.since": "2026-02-01",
    }
    _filed(county, "OFFICERS", body, texts)
    [come] = [one for one in county.read(officers_of, body.id) if one.name == "梁国栋"]
    assert (str(come.term_start), come.term_end) == ("2026-02-01", None)
    leaving = {**texts, "officers.0.action": "离任", "officers.0.since": "2026-03-01"}
    _filed(county, "OFFICERS", body, leaving)
    [gone] = [one for one in county.read(officers_of, body.id) if one.name == "梁国栋"]
    assert str(gone.term_end) == "2026-03-01"
    with pytest.raises(Invalid, match="梁国栋不在任"):
        _filed(county, "OFFICERS", body, leaving)
    assert county.count(Officer, View()) > 0


def test_a_delay_beyond_a_year_and_a_late_report_are_told_with_their_source(county, body):
    delay = {"direction": "延期", "due_on": "2026-03-01", "moved_to": "2027-06-01", "why": "筹备"}
    matter = take_in(county, "ELECTION_DELAY", {key: [text] for key, text in delay.items()}, body)
    [said] = county.read(concerns_of, matter.id)
    assert said.startswith("延期换届最长 1 年")
    report = {"topic": "公开募捐", "happens_on": "2026-03-10", "content": "助学募捐"}
    matter = take_in(county, "MAJOR", {key: [text] for key, text in report.items()}, body)
    [said] = county.read(concerns_of, matter.id)
    assert "本件提前 8 天" in said


def test_cultivation_keeps_place_subsidy_guidance_and_result(county, body):
    texts = {
        "support": "综合扶持",
        "place": "社会组织孵化基地 203 室",
        "began_on": "2026-01-01",
        "subsidy": "2万元",
        "guidance": "每月一次",
        "result": "进行中",
    }
    _filed(county, "CULTIVATION", body, texts)
    [kept] = _kept(county, body)
    assert "补助金额 20,000.00" in kept.content
    assert (kept.since, kept.until) == (date(2026, 1, 1), None)


def test_a_body_ends_by_liquidation_and_deregistration_with_what_was_found(county, body, on):  # noqa: F811
    group = {
        "cause": "自行解散",
        "resolved_on": "2026-02-01",
        "group.0.name": "刘颖",
        "group.0.duty": "组长",
        "group.0.is_officer": "是",
    }
    _filed(county, "LIQUIDATION", body, group)
    assert county.read(the, HUB).status is OrgStatus.LIQUIDATING
    with pytest.raises(Refused, match="清算期间"):
        take_in(county, "SEAL", {key: [text] for key, text in SEAL.items()}, body)
    later = on(county, 2026, 3, 5)
    end = {
        "cause": "自行解散",
        "liquidated_on": "2026-02-05",
        "conclusion": "资产负债清理完毕",
        "assets": "移交同类组织",
    }
    matter = take_in(later, "DEREGISTRATION", {key: [text] for key, text in end.items()}, body)
    [said] = later.read(concerns_of, matter.id)
    assert "清算结束 28 天后才申请" in said
    collect(later, matter)
    go(later, matter, "accept", "examine", "review", "approve")
    ended = county.page(Organization, View(words="清新同乡会"), 0, 1)[0]
    assert ended.status is OrgStatus.DEREGISTERED
    assert {one.kind for one in _kept(county, body)} == {"LIQUIDATION", "DEREGISTRATION"}
    assert "清算职务（1） 组长" in next(
        one.content for one in _kept(county, body) if one.kind == "LIQUIDATION"
    )


def test_what_a_kind_does_not_ask_for_is_refused(county, body):
    with pytest.raises(Refused, match="不含“colour”"):
        take_in(county, "SEAL", {**{k: [t] for k, t in SEAL.items()}, "colour": ["红"]}, body)


def test_every_declaration_is_of_a_kind_there_is_and_every_check_of_a_field_there_is():
    written = json.loads(asset("workflows/facts.json").read_text("utf-8"))
    assert set(written) <= set(kinds())
    for key, sheet in sheets().items():
        keys = {field.key for field in sheet.fields}
        assert {sheet.since, sheet.until, *(sheet.same or ())} - {""} <= keys
        assert len(keys) == len(sheet.fields)
        effect = kinds()[key].effect
        assert effect["move"] in {move.key for move in kinds()[key].flow.moves}


def test_nothing_filed_is_kept_before_it_is_decided(county, body):
    matter = take_in(county, "SEAL", {key: [text] for key, text in SEAL.items()}, body)
    collect(county, matter)
    go(county, matter, "examine")
    assert _kept(county, body) == []
