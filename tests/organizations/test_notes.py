"""Look-alikes, visits and calls, remarks."""

import pytest

from qyclient.errors import Invalid
from qyclient.organizations.services.likeness import are_distinct, likely_twins, say_distinct
from qyclient.organizations.services.notes import (
    contacts_of,
    keep_promise,
    note_contact,
    promises,
    remark,
    remarks_of,
    what_may_be_told,
)
from qyclient.organizations.services.register import the

SERVED = "清新县暖心大学生社会服务队"
CENTRE = "清新区和乐社会工作服务中心"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("清新区暖心大学生社会服务队", SERVED),
        ("清新区暖心大学生服务队", SERVED),
        ("清远市清新区和乐社会工作服务站", CENTRE),
    ],
)
def test_a_name_being_typed_brings_up_what_it_may_already_be(typed, meant, county):
    assert meant in [body.name for body in county.read(likely_twins, {"name": typed})]


def test_the_same_code_is_the_likeliest_of_all(county):
    typed = {"name": "完全不同的名字", "uscc": "5144 1803 MJM0 0012 2P"}
    assert county.read(likely_twins, typed)[0].name == SERVED


def test_a_name_like_no_other_brings_up_nothing(county):
    assert county.read(likely_twins, {"name": "清新区样例潜水俱乐部"}) == []


def test_that_two_are_two_is_remembered_both_ways(county):
    one, other = county.read(the, SERVED), county.read(the, CENTRE)
    assert not county.read(are_distinct, one.id, other.id)
    county.write(say_distinct, one.id, other.id, "业务不同")
    assert county.read(are_distinct, one.id, other.id)
    assert county.read(are_distinct, other.id, one.id)


def test_a_promise_stands_open_until_it_is_kept(county):
    body = county.read(the, SERVED)
    said = {"organization": body.uscc, "way": "来电", "about": "年报怎么报", "promise": "回电"}
    with pytest.raises(Invalid) as no:
        county.write(note_contact, said)
    assert "due_on" in no.value.problems
    note = county.write(note_contact, {**said, "due_on": "2026-03-05"}).value
    assert note.on == county.today
    assert [open_.id for open_ in county.read(promises)] == [note.id]
    county.write(keep_promise, note.id)
    assert county.read(promises) == []
    [kept] = county.read(contacts_of, body.id)
    assert kept.kept_on == county.today


def test_a_remark_changes_nothing_of_the_body(county):
    body = county.read(the, SERVED)
    county.write(remark, body.id, "联系人春节后换")
    [note] = county.read(remarks_of, body.id)
    assert (note.words, note.by, note.on) == ("联系人春节后换", county.operator, county.today)
    assert county.read(the, SERVED).version == body.version


def test_a_caller_is_told_nothing_of_persons(county):
    told = county.read(what_may_be_told, county.read(the, SERVED).id)
    assert told["名称"] == SERVED
    assert not {"法定代表人身份证号", "联系电话"} & set(told)
