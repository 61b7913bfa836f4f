"""练习日期：只用于样例县，写在标题和变动记录里；命令行的经办人和密码."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from qyclient.errors import Refused
from qyclient.founding import Wanted, found, open_established
from qyclient.office.rules.todo import Side
from qyclient.office.services.people import operators
from qyclient.office.services.sign_in import set_password
from qyclient.office.services.todo import todo
from qyclient.organizations.models import Organization
from qyclient.organizations.services.notes import remark
from qyclient.practice import Practice
from qyclient.records.view import View
from qyclient.workspace import Workspace
from tests.conftest import NOW
from tests.test_app import app  # noqa: F401 - the fixture of that name

DAY = date(2012, 8, 30)
PRACTICE = Practice(lambda: NOW, DAY)


def test_a_practised_day_is_today_and_the_real_time_stands_beside_it(county):
    county.close()
    practising = Workspace(county.folder, "张晓梅", PRACTICE)
    assert (practising.today, practising.practised) == (DAY, DAY)
    assert practising.now() == datetime(2012, 8, 30, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    [body, *_] = practising.page(Organization, View(), 0, 1)
    note = practising.write_because("电话问过", remark, body.id, "已搬").value
    [entry] = practising.history(note)
    assert entry["reason"] == "电话问过【练习日期 2012-08-30】"
    assert entry["at"].date() == NOW.date()
    assert note.on == DAY
    practising.close()


def test_a_day_is_not_practised_on_the_register_of_an_office(workspace, tmp_path, app):  # noqa: F811
    workspace.close()
    with pytest.raises(Refused, match="只用于样例县"):
        open_established(workspace.folder, "张三", PRACTICE)
    with pytest.raises(Refused, match="只能建立样例县"):
        found(tmp_path / "new", "张三", PRACTICE, Wanted("441803"))
    assert not (tmp_path / "new").exists()
    code, _, said = app("--today", "2012-08-30", "todo", folder=workspace.folder)
    assert (code, "没有打开" in said) == (1, True)
    code, _, said = app("--today", "昨天", "todo", folder=workspace.folder)
    assert (code, "2012-08-30 的样子" in said) == (1, True)


def test_the_command_line_takes_the_practised_day_on_a_sample(county, app):  # noqa: F811
    county.close()
    code, listed, _ = app("--today", "2027-03-02", "todo", "--json", folder=county.folder)
    assert code == 0
    assert "2026年度年报" in listed
    assert "2025年度年报" not in listed


def test_the_command_line_works_as_the_first_operator_or_as_who_is_named(county, app):  # noqa: F811
    name = next(body.name for body in county.page(Organization, View(), 0, 1))
    people = [one.name for one in county.read(operators)]
    found = {}
    for who in (people[0], people[2]):
        county.operator = who
        found[who] = len(county.read(todo, date(2026, 9, 1)).side(Side.MINE))
    county.close()
    assert len({*found.values()}) > 1
    for named, who in (((), people[0]), (("--operator", people[2]), people[2])):
        asked = ("todo", "--side", "MINE", "--as-of", "2026-09-01")
        code, listed, _ = app("--today", "2026-03-02", *named, *asked, folder=county.folder)
        assert (code, f"共 {found[who]} 项" in listed) == (0, True)
    code, _, said = app("--operator", "王二麻子", "show", name, folder=county.folder)
    assert (code, "没有在岗的“王二麻子”" in said) == (1, True)


def test_who_has_a_password_must_say_it_also_on_the_command_line(county, app, monkeypatch):  # noqa: F811
    first = county.read(operators)[0]
    county.write(set_password, first.id, "秋天的第一本台账")
    name = next(body.name for body in county.page(Organization, View(), 0, 1))
    county.close()
    code, _, said = app("find", name, folder=county.folder)
    assert (code, "QY_PASSWORD" in said) == (1, True)
    monkeypatch.setenv("QY_PASSWORD", "冬天的第一本台账")
    code, _, said = app("find", name, folder=county.folder)
    assert (code, "密码不对；再错" in said) == (1, True)
    monkeypatch.setenv("QY_PASSWORD", "秋天的第一本台账")
    code, listed, _ = app("find", name, folder=county.folder)
    assert (code, name in listed) == (0, True)
    monkeypatch.delenv("QY_PASSWORD")
    assert app("check", folder=county.folder)[0] == 0


def test_an_office_without_operators_takes_whoever_opens_it(workspace, app):  # noqa: F811
    workspace.close()
    assert app("--operator", "谁", "todo", folder=workspace.folder)[0] == 0
