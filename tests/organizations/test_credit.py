"""信用名单：逾期的拟列入，满两年的转入，移出；批量立件，全部或一个都不立."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from qyclient.errors import Cancelled, Refused
from qyclient.organizations.models import CreditListing, Matter, Organization
from qyclient.organizations.rules.credit import grounds, turning_day
from qyclient.organizations.rules.lists import CreditList
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.credit import (
    counts,
    from_clocks,
    from_season,
    lift_many,
    listed,
    open_many,
    standing_listings,
)
from qyclient.organizations.services.many import advance_many, allowed_for_all
from qyclient.progress import Silent
from qyclient.records.view import View
from qyclient.workspace import Workspace
from tests.at_the_desk import sit

STEPS = (
    ("notify", {"facts": "未报送", "ground": "令60号"}),
    ("review", {"statement": "无", "opinion": "同意"}),
    ("decide", {"opinion": "同意", "signer": "黄局长", "basis": "审批表"}),
)


@pytest.fixture
def later(county):
    """The county as it is used two years later."""
    moment = datetime(2028, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    workspace = Workspace(county.folder, county.operator, lambda: moment)
    yield workspace
    workspace.close()


def _versions(session, matters):
    return {matter.id: session.get_one(Matter, matter.id).version for matter in matters}


def _decide(workspace, kind, grounds_):
    sit(workspace, kinds()[kind].flow.takes_in[0])
    matters = workspace.write(open_many, kind, grounds_, Silent()).value
    for move, answers in STEPS:
        sit(workspace, kinds()[kind].flow.move(move).role)
        signed = {**answers, "signed_on": str(workspace.today)}
        now = workspace.read(_versions, matters)
        workspace.write(advance_many, now, move, signed, Silent())
    return matters


def _proposed(workspace, kind="ABNORMAL_IN", year=2024):
    every = workspace.read(from_season, year)
    return {p.body: p.ground for p in every if p.kind == kind and not p.why_not}


def test_who_missed_a_year_is_proposed_for_the_list_with_its_ground(county):
    proposed = _proposed(county)
    assert len(proposed) > 10
    assert all(text.startswith("2024年度：未按照规定时限") for text in proposed.values())
    assert _proposed(county, year=2025) == {}


def test_who_missed_two_years_in_a_row_is_proposed_for_a_case(county):
    cases = _proposed(county, "REVOCATION")
    assert cases
    assert all("连续 2 年未报送" in text for text in cases.values())


def test_all_are_listed_at_once_and_not_proposed_again(county):
    proposed, before = _proposed(county), county.read(counts)[CreditList.ABNORMAL]
    _decide(county, "ABNORMAL_IN", proposed)
    assert county.read(counts)[CreditList.ABNORMAL] == before + len(proposed)
    assert _proposed(county) == {}
    season = [p for p in county.read(from_season, 2024) if p.body in proposed]
    why = {p.why_not for p in season if p.kind == "ABNORMAL_IN"}
    assert why == {"已在活动异常名录（2026-03-02 列入）"}


def test_one_that_has_its_matter_already_keeps_all_others_from_being_opened(county):
    proposed = _proposed(county)
    first = next(iter(proposed))
    county.write(open_many, "ABNORMAL_IN", {first: proposed[first]}, Silent())
    before = county.count(Matter, View())
    with pytest.raises(Refused, match="的办件在办"):
        county.write(open_many, "ABNORMAL_IN", proposed, Silent())
    assert county.count(Matter, View()) == before


def test_cancelling_opens_none(county):
    class Impatient:
        def step(self, done, _total, _doing=""):
            if done == 3:
                raise Cancelled("已取消。")

    before = county.count(Matter, View())
    with pytest.raises(Cancelled):
        county.write(open_many, "ABNORMAL_IN", _proposed(county), Impatient())
    assert county.count(Matter, View()) == before


def test_steps_of_many_are_all_done_or_none(county):
    matters = county.write(open_many, "ABNORMAL_IN", _proposed(county), Silent()).value
    labels = [v.move.label for v in county.read(allowed_for_all, [m.id for m in matters])]
    assert labels == ["事先告知", "不予处理"]
    versions = {m.id: m.version for m in matters} | {matters[3].id: 99}
    with pytest.raises(Refused, match="没有办理任何办件"):
        county.write(advance_many, versions, "notify", STEPS[0][1], Silent())
    states = {m.state for m in county.page(Matter, View()) if m.id in {one.id for one in matters}}
    assert states == {"PROPOSED"}


def test_matters_in_different_places_have_no_step_in_common(county):
    first, second, *_ = county.write(open_many, "ABNORMAL_IN", _proposed(county), Silent()).value
    county.write(advance_many, {first.id: first.version}, "notify", STEPS[0][1], Silent())
    with pytest.raises(Refused, match="只选相同的"):
        county.read(allowed_for_all, [first.id, second.id])


def test_two_years_on_the_abnormal_list_lead_to_the_serious_one_and_end_the_first(county, later):
    one = dict([next(iter(_proposed(county).items()))])
    _decide(county, "ABNORMAL_IN", one)
    assert county.read(from_clocks) == []
    [proposal] = [p for p in later.read(from_clocks) if p.body in one]
    assert proposal.kind == "SERIOUS_IN"
    _decide(later, "SERIOUS_IN", {proposal.body: proposal.ground})
    assert {*later.read(listed)[proposal.body]} == {CreditList.SERIOUS}
    mine = [c for c in later.page(CreditListing, View()) if c.organization_id in one]
    gone = [c for c in mine if c.on_list is CreditList.ABNORMAL]
    assert gone[0].lifted_because.startswith("转入严重违法失信名单")


def test_nobody_leaves_the_serious_list_before_two_years(county):
    body = county.page(Organization, View(words="暖心大学生"), 0, 1)[0]
    _decide(county, "SERIOUS_IN", {body.id: "被责令限期停止活动"})
    county.operator = "张晓梅"
    listings = county.read(standing_listings, CreditList.SERIOUS)
    [listing] = [c for c in listings if c.organization.id == body.id]
    with pytest.raises(Refused, match="2028-03-02 以后才能移出"):
        county.write(lift_many, [listing.id], Silent())


def test_what_was_lifted_is_not_lifted_again(county):
    one = dict([next(iter(_proposed(county).items()))])
    _decide(county, "ABNORMAL_IN", one)
    county.operator = "张晓梅"
    standing = county.read(standing_listings, CreditList.ABNORMAL)
    [listing] = [listing for listing in standing if listing.organization_id in one]
    matters = county.write(lift_many, [listing.id], Silent()).value
    assert [m.kind for m in matters] == ["ABNORMAL_OUT"]
    with pytest.raises(Refused, match="的办件在办"):
        county.write(lift_many, [listing.id], Silent())


def test_grounds_and_clocks_are_those_of_the_day():
    assert grounds(CreditList.ABNORMAL, date(2017, 1, 1)) == []
    assert len(grounds(CreditList.ABNORMAL, date(2026, 1, 1))) >= 4
    assert turning_day(CreditList.ABNORMAL, date(2024, 2, 29)) == date(2026, 2, 28)
    assert turning_day(CreditList.ABNORMAL, date(2017, 1, 1)) is None
