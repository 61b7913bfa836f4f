"""办件: from the counter to the archive; the register changes only by a decision."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.organizations.models import CreditListing, Matter, Organization
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.organizations.services.clocks import left, steps_of
from qyclient.organizations.services.holding import end_pause, papers_of, pause, reassign, receive
from qyclient.organizations.services.matters import advance, allowed
from qyclient.organizations.services.register import the
from qyclient.records.view import View
from qyclient.workspace import Workspace
from tests.at_the_desk import CODE, collect, go, now, take_in

NEW = {
    "name": ["清新区晨光阅读促进会"],
    "org_type": ["社会团体"],
    "residence": ["清远市清新区太和镇府前路1号"],
    "legal_rep": ["李晓"],
    "fund_amount": ["叁万元"],
    "individual_members": ["60"],
}

HEARING = {"reason": "听证", "since": "2026-03-02", "notice": "清新民听告字〔2026〕1号"}


@pytest.fixture
def on():
    """Open a register as it is used on another day."""
    opened = []

    def on(workspace, year, month, day):
        moment = datetime(year, month, day, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
        opened.append(Workspace(workspace.folder, workspace.operator, lambda: moment))
        return opened[-1]

    yield on
    for workspace in opened:
        workspace.close()


def test_a_body_is_established_step_by_step_and_enters_the_register_with_its_code(workspace):
    matter = take_in(workspace, "ESTABLISHMENT", NEW, applicant="李晓", phone="13926500001")
    assert matter.number == "2026-00001"
    assert (matter.state, str(matter.due_on)) == ("SUBMITTED", "2026-03-09")
    at = now(workspace, matter)
    with pytest.raises(Refused, match="材料还没有收齐：成立登记申请书"):
        workspace.write(advance, at.id, at.version, "accept", {})
    collect(workspace, matter)
    at = go(workspace, matter, "accept")
    assert (at.accepted_on, at.due_on) == (date(2026, 3, 2), date(2026, 5, 1))
    assert workspace.read(left, at) == "剩 60 天，5月1日 到期"
    at = go(workspace, matter, "examine", "review", "approve")
    assert workspace.count(Organization, View()) == 0
    at = go(workspace, matter, "code")
    body = workspace.read(the, CODE)
    assert (body.name, body.legal_rep) == ("清新区晨光阅读促进会", "李晓")
    assert str(body.established_on) == "2026-03-02"
    assert at.organization.id == body.id
    [made, *_] = workspace.read(allowed, at)
    assert (made.move.key, made.why_not) == ("print", "制证在“发证”办理")
    at = go(workspace, matter, "print", "issue", "announce", "archive")
    assert (at.state, at.closed_on) == ("ARCHIVED", date(2026, 3, 2))
    assert workspace.read(allowed, at) == []
    said = [step.move for step in workspace.read(steps_of, at)]
    assert said == [
        "accept", "examine", "review", "approve", "code", "print", "issue", "announce", "archive",
    ]  # fmt: skip


def test_a_piece_is_counted_or_found_not_to_be_needed_but_not_both(workspace):
    matter = take_in(workspace, "ESTABLISHMENT", NEW)
    workspace.write(receive, matter.id, {"supervisor": {"waived_because": "直接登记"}})
    with pytest.raises(Invalid, match="不能两样都填"):
        workspace.write(
            receive, matter.id, {"fund": {"originals": "1", "waived_because": "不需要"}}
        )
    with pytest.raises(Invalid, match="份数应为数字"):
        workspace.write(receive, matter.id, {"fund": {"originals": "一份"}})
    settled = [p.document for p in workspace.read(papers_of, matter.id) if p.settled]
    assert settled == ["supervisor"]


def test_items_are_changed_together_from_the_day_of_the_decision(county):
    body = county.page(Organization, View(words="暖心大学生"), 0, 1)[0]
    wanted = {"legal_rep": ["陈思远", "换届"], "residence": ["清远市清新区太和镇学院路6号", "搬迁"]}
    matter = take_in(county, "CHANGE", wanted, body)
    assert matter.application["legal_rep"][0] == body.legal_rep
    labels = [paper.label for paper in county.read(papers_of, matter.id)]
    assert "离任财务审计报告" in labels
    assert "验资报告" not in labels
    collect(county, matter)
    go(county, matter, "accept", "examine", "review")
    assert county.read(the, body.name).legal_rep == body.legal_rep
    at = go(county, matter, "approve")
    changed = county.read(the, body.name)
    assert (changed.legal_rep, changed.residence) == ("陈思远", "清远市清新区太和镇学院路6号")
    assert at.due_on == date(2026, 3, 16)


def test_an_application_for_what_is_registered_already_is_refused_beside_its_item(county):
    body = county.page(Organization, View(words="暖心大学生"), 0, 1)[0]
    with pytest.raises(Invalid) as said:
        take_in(
            county, "CHANGE", {"legal_rep": [body.legal_rep], "fund_amount": ["三块石头"]}, body
        )
    assert {*said.value.problems} == {"legal_rep", "fund_amount"}
    with pytest.raises(Invalid, match="至少填写一项"):
        take_in(county, "CHANGE", {}, body)


def test_asking_to_complete_is_done_once_and_stops_the_clock(workspace):
    matter = take_in(workspace, "ESTABLISHMENT", NEW)
    at = go(workspace, matter, "ask", missing="章程草案没有签名")
    assert (at.state, at.due_on) == ("CORRECTION", None)
    assert workspace.read(left, at) == "等待对方，不计时"
    assert "ask" not in [verb.move.key for verb in workspace.read(allowed, at)]


def test_what_nobody_answered_in_time_counts_as_accepted_when_it_was_filed(workspace, on):
    matter = take_in(workspace, "ESTABLISHMENT", NEW)
    collect(workspace, matter)
    later = on(workspace, 2026, 3, 20)
    assert "依法自 2026-03-02 起视为受理" in later.read(left, now(later, matter))
    assert go(later, matter, "accept").accepted_on == date(2026, 3, 2)


def test_a_hearing_does_not_count(county, on):
    body = county.page(Organization, View(words="暖心大学生"), 0, 1)[0]
    matter = take_in(county, "CHANGE", {"residence": ["清新区太和镇新址1号"]}, body)
    collect(county, matter)
    due = go(county, matter, "accept").due_on
    stop = county.write(pause, matter.id, HEARING).value
    assert now(county, matter).due_on is None
    assert "不计时" in county.read(left, now(county, matter))
    later = on(county, 2026, 3, 9)
    later.write(end_pause, stop.id, date(2026, 3, 9))
    assert now(county, matter).due_on > due


def test_a_step_is_taken_back_to_the_one_before_with_a_reason(workspace):
    matter = take_in(workspace, "ESTABLISHMENT", NEW)
    collect(workspace, matter)
    go(workspace, matter, "accept", "examine", "review")
    assert go(workspace, matter, "return", reason="住所证明看不清").state == "EXAMINED"


def test_two_who_advance_one_matter_do_not_both_succeed(workspace):
    matter = take_in(workspace, "ESTABLISHMENT", NEW)
    go(workspace, matter, "ask")
    with pytest.raises(Overtaken):
        workspace.write(advance, matter.id, matter.version, "withdraw", {"reason": "不办了"})


def test_a_failed_step_leaves_nothing(workspace):
    matter = take_in(workspace, "ESTABLISHMENT", NEW)
    collect(workspace, matter)
    at = go(workspace, matter, "accept", "examine", "review", "approve")
    with pytest.raises(Invalid, match="统一社会信用代码"):
        go(workspace, matter, "code", number="51441803YL95000057")
    assert (now(workspace, matter).state, now(workspace, matter).version) == (
        "APPROVED",
        at.version,
    )
    assert len(workspace.read(steps_of, at)) == 4


@pytest.mark.parametrize(
    ("kind", "moves", "status"),
    [
        ("SUSPENSION", ("open", "report", "notify", "review", "decide"), OrgStatus.SUSPENDED),
        ("REVOCATION", ("open", "report", "notify", "review", "decide"), OrgStatus.REVOKED),
        ("LIQUIDATION", ("examine", "file"), OrgStatus.LIQUIDATING),
        (
            "DEREGISTRATION",
            ("accept", "examine", "review", "approve"),
            OrgStatus.DEREGISTERED,
        ),
    ],
)
def test_a_decision_on_a_body_sets_its_status(county, kind, moves, status):
    body = county.page(Organization, View(words="暖心大学生"), 0, 1)[0]
    matter = take_in(county, kind, {"ground": ["两年未报送年度报告"]}, body)
    collect(county, matter)
    go(county, matter, *moves)
    assert county.read(the, body.name).status is status


def test_a_body_is_put_on_a_list_once_and_taken_off_it(county):
    body = county.page(Organization, View(words="暖心大学生"), 0, 1)[0]

    def run(kind):
        matter = take_in(county, kind, {"ground": ["未按时报送年报"]}, body)
        return go(county, matter, "notify", "review", "decide")

    run("ABNORMAL_IN")
    with pytest.raises(Refused, match="已在活动异常名录"):
        run("ABNORMAL_IN")
    run("ABNORMAL_OUT")
    listed = county.read(lambda s: s.scalars(select(CreditListing)).all())
    assert [one.until for one in listed if one.organization_id == body.id] == [date(2026, 3, 2)]


def test_a_body_that_has_ended_or_is_liquidating_may_not_apply(county):
    body = county.page(Organization, View(words="暖心大学生"), 0, 1)[0]
    matter = take_in(county, "LIQUIDATION", {"ground": ["完成宗旨"]}, body)
    collect(county, matter)
    go(county, matter, "examine", "file")
    with pytest.raises(Refused, match="正在清算"):
        take_in(county, "CHANGE", {"residence": ["别处"]}, body)


def test_open_matters_are_handed_over_in_one_step(workspace):
    first = take_in(workspace, "ESTABLISHMENT", NEW)
    workspace.write(reassign, [first.id], "李四")
    assert now(workspace, first).responsible == "李四"
    go(workspace, first, "withdraw")
    with pytest.raises(Refused, match="已办结"):
        workspace.write(reassign, [first.id], "王五")


def test_numbers_of_a_year_have_no_gaps_also_where_one_was_refused(workspace):
    for _ in range(2):
        take_in(workspace, "NAME", {"name": ["清新区晨光读书会"], "org_type": ["社会团体"]})
        with pytest.raises(Invalid):
            take_in(workspace, "ESTABLISHMENT", {"name": [""]})
    numbers = workspace.read(lambda s: s.scalars(select(Matter.number)).all())
    assert sorted(numbers) == ["2026-00001", "2026-00002"]
