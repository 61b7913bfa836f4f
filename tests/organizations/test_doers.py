"""Who does a step: its role, two people for two steps, on paper, and for somebody who is away."""

import pytest

from qyclient.errors import Invalid, Refused
from qyclient.office.models import TwoPeople
from qyclient.office.services.eyes import switch
from qyclient.office.services.staff import add_operator, stand_in
from qyclient.organizations.services.clocks import steps_of
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.holding import (
    burdened,
    pause,
    reassign,
    reassign_all,
    receive,
)
from qyclient.organizations.services.matters import advance, advance_through, allowed, run_from
from qyclient.records.view import View
from tests.at_the_desk import collect, go, now, take_in

NAME = {"name": ["清新区晨光读书会"], "org_type": ["社会团体"]}
STAFF = {
    "周敏": "受理、初审",
    "李文": "审核、初审",
    "陈局": "批准",
    "黄姐": "统计",
    "管理": "系统管理",
}


@pytest.fixture
def office(workspace):
    """An office in which everybody has his own work."""
    for name, roles in STAFF.items():
        workspace.write(add_operator, {"name": name, "roles": roles})
        workspace.operator = "管理" if name == "管理" else workspace.operator
    workspace.operator = "周敏"
    return workspace


def _sign(workspace, matter, who, *, by, move="approve", **more):
    workspace.operator = who
    at = now(workspace, matter)
    said = {"opinion": "同意", "signer": by, "signed_on": "2026-03-02", "basis": "审批表", **more}
    return workspace.write(advance, at.id, at.version, move, said).value


def _examined(workspace):
    matter = take_in(workspace, "NAME", NAME)
    collect(workspace, matter)
    go(workspace, matter, "accept", "examine", "review")
    return matter


def test_a_step_is_refused_to_who_has_not_its_role_whatever_calls_it(office):
    matter = take_in(office, "NAME", NAME)
    collect(office, matter)
    office.operator = "黄姐"
    at = now(office, matter)
    assert all("黄姐 没有这个岗位" in verb.why_not for verb in office.read(allowed, at))
    for verb, *given in (
        (advance, at.id, at.version, "accept", {}),
        (open_matter, "NAME", {}, NAME),
        (receive, at.id, {}),
        (pause, at.id, {}),
        (reassign, [at.id], "周敏"),
    ):
        with pytest.raises(Refused, match="没有这个岗位"):
            office.write(verb, *given)
    assert now(office, matter).state == "SUBMITTED"


def test_one_operator_without_roles_does_everything_and_it_is_marked(workspace):
    workspace.write(add_operator, {"name": "张三"})
    matter = _examined(workspace)
    step = _sign(workspace, matter, "张三", by="张三")
    assert step.alone
    assert step.doer == "张三"


def test_two_who_may_sign_let_nobody_sign_what_he_examined(workspace):
    for name in ("张三", "李四"):
        workspace.write(add_operator, {"name": name})
    matter = _examined(workspace)
    with pytest.raises(Invalid, match="初审是 张三 办的，批准须由另一人办理；请交给 李四"):
        _sign(workspace, matter, "张三", by="张 三")
    step = _sign(workspace, matter, "张三", by="李四")
    assert (step.alone, step.operator, step.signer) == (None, "张三", "李四")


def test_the_administrator_switches_two_people_off_with_a_reason(workspace):
    for name, roles in (("张三", "系统管理、受理、初审、审核、批准"), ("李四", "批准")):
        workspace.write(add_operator, {"name": name, "roles": roles})
    with pytest.raises(Invalid, match="请写明理由"):
        workspace.write(switch, "approve", on=False, because=" ")
    workspace.write(switch, "approve", on=False, because="李四外出学习")
    step = _sign(workspace, _examined(workspace), "张三", by="张三")
    assert step.alone
    [kept] = workspace.page(TwoPeople, View())
    [told] = workspace.history(kept)
    assert told["changes"]["because"] == [None, "李四外出学习"]
    workspace.operator = "李四"
    with pytest.raises(Refused, match="系统管理"):
        workspace.write(switch, "approve", on=True, because="回来了")


def test_a_head_signs_on_paper_and_the_history_names_both(office):
    matter = _examined(office)
    step = _sign(office, matter, "周敏", by="陈局", basis="2026年第3次局务会纪要")
    assert (step.operator, step.signer, step.basis) == ("周敏", "陈局", "2026年第3次局务会纪要")
    assert str(step.signed_on) == "2026-03-02"
    [told] = office.history(step)
    assert told["operator"] == "周敏"
    assert told["changes"]["signer"] == [None, "陈局"]


def test_a_signer_the_register_knows_must_have_the_role(office):
    matter = _examined(office)
    with pytest.raises(Invalid, match="黄姐 没有“批准”岗位，应由 陈局 签批"):
        _sign(office, matter, "周敏", by="黄姐")
    with pytest.raises(Refused, match="没有这个岗位"):
        _sign(office, matter, "黄姐", by="陈局")
    assert _sign(office, matter, "周敏", by="黄局长").signer == "黄局长"


def test_who_stands_in_does_the_work_from_day_to_day_and_is_named(office):
    matter = take_in(office, "NAME", NAME)
    collect(office, matter)
    go(office, matter, "accept", "examine")
    office.operator = "黄姐"
    assert "没有这个岗位" in office.read(allowed, now(office, matter))[0].why_not
    office.operator = "管理"
    away = {"operator": "李文", "stand_in": "黄姐", "since": "2026-03-02", "until": "2026-03-02"}
    office.write(stand_in, away)
    office.operator = "黄姐"
    at = now(office, matter)
    step = office.write(advance, at.id, at.version, "review", {"opinion": "同意"}).value
    assert (step.operator, step.acting_for, step.doer) == ("黄姐", "李文", "黄姐")


def test_one_person_with_several_roles_does_several_steps_in_one_go_and_each_is_kept(office):
    matter = take_in(office, "NAME", NAME)
    assert office.read(run_from, matter) == []
    collect(office, matter)
    at = now(office, matter)
    keys = [move.key for move in office.read(run_from, at)]
    assert keys == ["accept", "examine"]
    done = office.write(advance_through, at.id, at.version, keys, {"opinion": "材料齐全"})
    assert [step.target for step in done.value] == ["ACCEPTED", "EXAMINED"]
    assert now(office, matter).state == "EXAMINED"
    office.operator = "李文"
    assert [move.key for move in office.read(run_from, now(office, matter))] == ["review"]


def test_of_several_steps_in_one_go_all_are_done_or_none(office):
    matter = take_in(office, "NAME", NAME)
    collect(office, matter)
    at = now(office, matter)
    with pytest.raises(Refused, match="审核"):
        office.write(
            advance_through,
            at.id,
            at.version,
            ["accept", "examine", "review"],
            {"opinion": "同意"},
        )
    assert (now(office, matter).state, len(office.read(steps_of, at))) == ("SUBMITTED", 0)


def test_all_open_matters_of_a_person_are_handed_over_at_once(office):
    first, second, over = (take_in(office, "NAME", NAME) for _ in range(3))
    go(office, over, "withdraw")
    assert office.read(burdened) == ["周敏"]
    moved = office.write(reassign_all, "周敏", "李文").value
    assert [m.number for m in moved] == [first.number, second.number]
    assert now(office, over).responsible == "周敏"
    with pytest.raises(Invalid, match="没有未办结"):
        office.write(reassign_all, "周敏", "李文")
    with pytest.raises(Invalid, match="在岗的经办人里没有“王五”"):
        office.write(reassign_all, "李文", "王五")
