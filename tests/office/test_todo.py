"""待办：各项业务自己说要办什么，合成一张表，最急的在前；代岗的人看到 A 岗的事；写成日历."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uuid_utils.compat import uuid7

from qyclient.command_line import parser
from qyclient.commands import todo as todo_command
from qyclient.errors import Refused
from qyclient.office.models import Operator
from qyclient.office.reports.todo import write_calendar
from qyclient.office.rules.roles import Role
from qyclient.office.rules.todo import Desk, Side, Todo, worst_first
from qyclient.office.services.people import operators
from qyclient.office.services.staff import stand_in
from qyclient.office.services.todo import record_of, sorts, todo
from qyclient.organizations.models import Matter, Organization
from qyclient.papers import heading
from qyclient.records.view import Filter, View
from tests.conftest import NOW

TODAY = date(2026, 3, 2)
DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))


def _thing(due_on=None, **look):
    return Todo("办件", "受理", "某协会", Matter, uuid7(), due_on, **look)


@given(st.lists(st.tuples(DAYS, st.booleans())))
def test_what_we_are_late_with_comes_first_then_what_others_are_then_by_the_day(given_):
    found = worst_first([_thing(day, theirs=theirs) for day, theirs in given_], TODAY)
    ranks = [
        (2 if not one.overdue(TODAY) else int(one.theirs), one.due_on or date.max) for one in found
    ]
    assert ranks == sorted(ranks)
    assert len(found) == len(given_)


def test_what_waits_for_me_is_mine_by_name_or_by_a_role_its_owner_has_not():
    desk = Desk({"李四"}, {Role.APPROVER}, {Role.APPROVER: {"李四"}, Role.EXAMINER: {"张三"}})
    assert desk.waits_for(_thing(owner="李四"))
    assert desk.waits_for(_thing(owner="张三", role=Role.APPROVER))
    assert desk.waits_for(_thing())
    assert not desk.waits_for(_thing(owner="张三", role=Role.EXAMINER))
    assert not desk.waits_for(_thing(owner="李四", theirs=True))


def test_every_subject_of_the_sample_county_has_something_to_do(county):
    found = county.read(todo)
    told = {one.sort for one in found.all}
    assert {"办件", "年报", "换届", "证书到期", "信用名单", "发证", "合同", "绩效评价"} <= told
    assert told <= set(sorts())
    for one in {one.sort: one for one in found.all}.values():
        assert county.read(record_of, one).id == one.key


def test_every_open_matter_stands_in_the_list_once_and_no_closed_one(county):
    mine = [one.key for one in county.read(todo).all if one.sort == "办件"]
    open_ = county.page(Matter, View(filters=(Filter("closed_on", empty=True),)))
    assert sorted(mine) == sorted(matter.id for matter in open_)


def test_the_sides_are_parts_of_the_whole(county):
    found = county.read(todo)
    whole = set(map(id, found.all))
    for side in Side:
        assert set(map(id, found.side(side))) <= whole
    assert not [one for one in found.side(Side.MINE) if one.theirs]
    assert all(one.due_on < TODAY for one in found.side(Side.OVERDUE))


def test_the_list_of_another_day_is_asked_as_of_that_day(county):
    later = county.read(todo, date(2026, 12, 31))
    now = county.read(todo)
    assert len(later.side(Side.OVERDUE)) > len(now.side(Side.OVERDUE))
    assert county.read(lambda session: session.info["today"]) == TODAY


def test_a_stand_in_sees_what_waits_for_whom_he_stands_in_for(county):
    people = {one.name: one for one in county.read(operators)}
    matter = next(one for one in county.read(todo).all if one.sort == "办件" and one.owner)
    holders = county.read(todo).desk.holders
    other = next(
        name for name in people if name != matter.owner and name not in holders[matter.role]
    )
    county.operator = other
    assert matter.key not in {one.key for one in county.read(todo).side(Side.MINE)}
    county.operator = next(iter(holders[Role.ADMIN]))
    away = {
        "operator": matter.owner, "stand_in": other, "since": "2026-03-01", "until": "2026-03-06",
    }  # fmt: skip
    county.write(stand_in, away)
    county.operator = other
    assert matter.key in {one.key for one in county.read(todo).side(Side.MINE)}


def test_a_record_that_is_gone_is_told_and_no_bug(workspace):
    with pytest.raises(Refused, match="请刷新待办"):
        workspace.read(record_of, _thing())


def test_an_empty_register_has_nothing_to_do(workspace):
    assert workspace.read(todo).all == []
    assert workspace.count(Operator, View()) == 0


def test_the_calendar_keeps_each_day_once_and_folds_long_lines(county, tmp_path):
    found = county.read(todo).all
    name = "很长的名称，；\\" * 12
    found.append(Todo("办件", "受理\n第二行", name, Organization, uuid7(), TODAY))
    many = write_calendar(tmp_path / "a.ics", found, heading(county), NOW)
    raw = (tmp_path / "a.ics").read_bytes()
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == many == sum(one.due_on is not None for one in found)
    keys = [line for line in lines if line.startswith("UID:")]
    assert len(keys) == len(set(keys)) == many
    assert "SUMMARY:办件：" + "很长的名称，；\\\\" * 12 in lines
    assert "DESCRIPTION:受理\\n第二行" in lines
    assert f"DTSTART;VALUE=DATE:{TODAY:%Y%m%d}" in lines
    assert f"DTEND;VALUE=DATE:{TODAY + timedelta(days=1):%Y%m%d}" in lines


def test_the_command_line_lists_what_the_window_lists(county, tmp_path, capsys):
    def run(*words):
        assert todo_command(county, parser().parse_args(["todo", *words])) == 0
        return capsys.readouterr().out

    found = county.read(todo)
    assert f"共 {len(found.all)} 项" in run()
    assert f"共 {len(found.side(Side.MINE))} 项" in run("--side", "MINE")
    assert '"sort": "办件"' in run("--json", "--sort", "办件")
    run("-o", str(tmp_path / "a.ics"), "--as-of", "2026-09-30")
    assert (tmp_path / "a.ics").read_bytes().endswith(b"END:VCALENDAR\r\n")
    with pytest.raises(Refused, match="没有“吃饭”这类待办"):
        todo_command(county, parser().parse_args(["todo", "--sort", "吃饭"]))
