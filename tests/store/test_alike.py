"""Names held against each other: by how they look and how they sound."""

from hypothesis import given
from hypothesis import strategies as st

from qyclient.organizations.models import Organization
from qyclient.organizations.services.mending import void
from qyclient.organizations.services.register import amend, register
from qyclient.store.alike import ALIKE, alike, plain, shape
from qyclient.store.spelling import sounds

BODY = {"org_type": "社会团体", "status": "正常"}


def _found(workspace, names=(), said=()):
    def names_of(session):
        keys = alike(session, names, said)
        return {session.get_one(Organization, key).name for key in keys}

    return workspace.read(names_of)


def _register(workspace, name):
    texts = {**BODY, "name": name, "legal_rep": "李晓", "residence": "太和镇府前路1号"}
    return workspace.write(register, texts).value


def test_a_name_is_found_by_its_traditional_writing_its_look_and_its_sound(workspace):
    _register(workspace, "清新区未来茶业协会")
    _register(workspace, "清新区书画协会")
    only = {"清新区未来茶业协会"}
    assert _found(workspace, ["清新區未來茶業協會"]) == only
    assert _found(workspace, ["清新区末来荼业协会"]) == only
    assert _found(workspace, said=sounds("清新区喂来查页协会")) == only
    assert _found(workspace, ["清新区书法协会"], sounds("清新区书法协会")) == set()


def test_a_name_that_is_changed_or_voided_is_found_as_it_now_is(workspace):
    body = _register(workspace, "清新区未来茶业协会")
    other = {"name": "清新区明天茶业协会"}
    body = workspace.write_because("更正：笔误", amend, body.id, body.version, other).value
    assert _found(workspace, ["清新区未来茶业协会"]) == set()
    assert _found(workspace, ["清新区朋天茶业协会"]) == {"清新区明天茶业协会"}
    workspace.write(void, body.id, body.version, "误录")
    assert _found(workspace, ["清新区明天茶业协会"]) == set()


def test_each_of_several_former_names_is_found(workspace):
    texts = {**BODY, "name": "清新区晨光书社", "legal_rep": "李晓", "residence": "太和镇"}
    workspace.write(register, {**texts, "former_names": "清新县早读会、清新县晚读会"})
    assert _found(workspace, ["清新县早读会"]) == {"清新区晨光书社"}
    assert _found(workspace, ["清新县晚读会"]) == {"清新区晨光书社"}


def test_characters_of_several_readings_are_read_in_every_way():
    assert {"changle", "changyue", "zhangle"} <= {*sounds("长乐")}
    assert sounds("长乐")[0] == "changle"


@given(st.text("清新區未來茶業協會己已巳ABC　·（）", max_size=12))
def test_what_is_compared_once_is_compared_the_same_again(name):
    assert plain(plain(name)) == plain(name)
    assert shape(shape(name)) == shape(name)
    assert shape(plain(name)) == shape(name)


def test_no_key_is_left_of_what_is_gone(workspace):
    body = _register(workspace, "清新区未来茶业协会")
    count = workspace.read(lambda session: len(session.execute(ALIKE.select()).all()))
    body = workspace.write(amend, body.id, body.version, {"phone": "0763-5811230"}).value
    assert workspace.read(lambda s: len(s.execute(ALIKE.select()).all())) == count
    workspace.write(void, body.id, body.version, "误录")
    assert workspace.read(lambda s: len(s.execute(ALIKE.select()).all())) == 0
