"""经办人: who may do what, who stands in, and how it is known that it is he."""

from datetime import timedelta

import pytest

from qyclient.errors import Invalid, Refused
from qyclient.office.models import Operator, Substitution
from qyclient.office.rules.roles import Role
from qyclient.office.services import accesses, people, staff
from qyclient.office.services.sign_in import idle_minutes, needs_sign_in, set_password, sign_in
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.workspace import Workspace
from tests.conftest import NOW

SECRET = "qing-xin-2026"


def add(workspace, name, roles=""):
    return workspace.write(staff.add_operator, {"name": name, "roles": roles}).value


@pytest.fixture
def office(workspace):
    """张三 administers, 李四 approves, 王五 takes in."""
    for name, roles in (("张三", "系统管理、初审"), ("李四", "批准"), ("王五", "受理")):
        add(workspace, name, roles)
    return workspace


def _one(workspace, name):
    return next(one for one in workspace.page(Operator, View()) if one.name == name)


def _later(workspace, passed, operator="张三"):
    return Workspace(workspace.folder, operator, lambda: NOW + passed)


def _may(workspace, name, role):
    workspace.operator = name
    return workspace.read(people.may, role)


def test_an_office_without_operators_lets_everybody_do_everything(workspace):
    assert {workspace.read(people.may, role) for role in Role} == {""}
    assert workspace.read(people.at_desk) is None


def test_operators_without_roles_let_everybody_do_everything(workspace):
    add(workspace, "李四")
    assert {_may(workspace, name, role) for name in ("张三", "李四") for role in Role} == {""}
    assert workspace.read(people.able_to, Role.APPROVER) == ["李四"]


def test_who_has_no_role_is_told_who_has(office):
    said = _may(office, "王五", Role.APPROVER)
    assert "李四" in said
    assert "批准" in said
    assert _may(office, "李四", Role.APPROVER) == ""
    assert "还没有人担任“出纳”" in _may(office, "李四", Role.CASHIER)
    assert _may(office, "赵六", Role.INTAKE)


def test_a_stand_in_may_do_it_on_those_days_only(office):
    texts = {"operator": "李四", "stand_in": "王五", "since": "2026-03-01", "until": "2026-03-02"}
    made = office.write(staff.stand_in, texts).value
    assert _may(office, "王五", Role.APPROVER) == ""
    assert office.read(people.acting_for, Role.APPROVER) == "李四"
    assert office.read(people.acting_for, Role.INTAKE) == ""
    assert office.read(people.able_to, Role.APPROVER) == ["李四", "王五"]
    later = _later(office, timedelta(days=1), "王五")
    assert later.read(people.may, Role.APPROVER)
    assert later.read(staff.stand_ins) == []
    later.close()
    office.operator = "张三"
    office.write(staff.end_stand_in, made.id)
    assert _may(office, "王五", Role.APPROVER)


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ({"stand_in": "李四"}, "stand_in"),
        ({"until": "2026-02-28"}, "until"),
        ({"operator": "赵六"}, "operator"),
    ],
)
def test_a_stand_in_that_makes_no_sense_is_refused_beside_its_field(office, texts, key):
    whole = {"operator": "李四", "stand_in": "王五", "since": "2026-03-01", "until": "2026-03-02"}
    with pytest.raises(Invalid) as no:
        office.write(staff.stand_in, whole | texts)
    assert set(no.value.problems) == {key}
    assert office.count(Substitution, View()) == 0


def test_only_the_administrator_keeps_the_list(office):
    office.operator = "王五"
    for verb, given in (
        (staff.add_operator, ({"name": "赵六"},)),
        (staff.amend_operator, (_one(office, "李四").id, 1, {"roles": "出纳"})),
        (set_password, (_one(office, "李四").id, SECRET)),
    ):
        with pytest.raises(Refused, match="系统管理”由 张三 办理"):
            office.write(verb, *given)


@pytest.mark.parametrize(("key", "text"), [("is_active", "否"), ("roles", "初审")])
def test_the_last_administrator_stays(office, key, text):
    chief = _one(office, "张三")
    with pytest.raises(Invalid, match="最后一位系统管理"):
        office.write(staff.amend_operator, chief.id, chief.version, {key: text})
    other = _one(office, "李四")
    office.write(staff.amend_operator, other.id, other.version, {"roles": "批准、系统管理"})
    office.write(staff.amend_operator, chief.id, chief.version, {key: text})
    assert office.read(people.able_to, Role.ADMIN) == ["李四"]


def test_who_left_is_kept_and_is_nobody_at_the_desk(office):
    gone = _one(office, "王五")
    office.write(staff.amend_operator, gone.id, gone.version, {"is_active": "否"})
    assert [one.name for one in office.read(people.operators)] == ["张三", "李四"]
    assert _one(office, "王五").roles == "INTAKE"
    office.operator = "王五"
    assert office.read(people.at_desk) is None


def test_a_name_is_given_once(office):
    with pytest.raises(Invalid, match="张三"):
        add(office, "张 三")


@pytest.mark.parametrize("password", ["1234567", " " * 9])
def test_a_weak_password_is_refused(office, password):
    with pytest.raises(Invalid):
        office.write(set_password, _one(office, "张三").id, password)
    assert not office.read(needs_sign_in)


def test_a_password_may_not_be_the_name(office):
    long = add(office, "买买提江·艾合买提")
    with pytest.raises(Invalid, match="姓名"):
        office.write(set_password, long.id, "买买提江·艾合买提")


def test_who_has_a_password_must_know_it(office):
    office.write(set_password, _one(office, "李四").id, SECRET)
    assert office.read(needs_sign_in)
    assert office.write(sign_in, "李四", SECRET).value == ""
    assert "再错 4 次" in office.write(sign_in, "李四", "别的").value
    assert office.write(sign_in, "王五", "").value == ""
    assert "没有在岗的“赵六”" in office.write(sign_in, "赵六", "").value
    office.write(set_password, _one(office, "李四").id, "")
    assert not office.read(needs_sign_in)


def test_too_many_wrong_tries_shut_a_name_for_a_while(office):
    office.write(set_password, _one(office, "李四").id, SECRET)
    tries = [office.write(sign_in, "李四", f"wrong{n}").value for n in range(5)]
    assert "再错 1 次" in tries[3]
    assert "10 分钟后再试" in tries[4]
    assert "10 分钟后再试" in office.write(sign_in, "李四", SECRET).value
    for passed, said in ((9.5, "1 分钟后再试"), (10, "")):
        later = _later(office, timedelta(minutes=passed))
        told = later.write(sign_in, "李四", SECRET).value
        assert said in told
        assert bool(said) == bool(told)
        later.close()


def test_the_administrator_gives_back_the_desk_to_who_forgot(office):
    office.write(set_password, _one(office, "李四").id, SECRET)
    for _ in range(5):
        office.write(sign_in, "李四", "wrong")
    office.write(set_password, _one(office, "李四").id, "neu-" + SECRET)
    assert office.write(sign_in, "李四", "neu-" + SECRET).value == ""


def test_a_password_is_kept_as_argon2id_and_nowhere_told(office):
    office.write(set_password, _one(office, "李四").id, SECRET)
    office.write(sign_in, "李四", "wrong")
    operator = _one(office, "李四")
    kept = operator.password_hash
    assert kept.startswith("$argon2id$")
    told = str([*office.history(operator), *office.read(accesses)])
    assert SECRET not in told
    assert kept not in told
    assert not {"password_hash", "failed_tries", "locked_until"} & {
        field.key for field in fields_of(Operator)
    }


def test_who_set_a_password_is_noted(office):
    operator = _one(office, "李四")
    office.write(set_password, operator.id, SECRET)
    office.write(set_password, operator.id, "")
    noted = office.read(accesses, operator.id)
    assert [(one["operator"], one["deed"], one["record"]) for one in noted] == [
        ("张三", "清除密码", "李四"),
        ("张三", "设置密码", "李四"),
    ]


def test_the_window_is_locked_after_the_minutes_of_the_data(office):
    assert office.read(idle_minutes) == 10
