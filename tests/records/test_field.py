"""The door by which typed texts become values."""

from types import SimpleNamespace

import pytest

from qyclient.errors import Invalid
from qyclient.organizations.models import Officer, Organization
from qyclient.records.base import field_of, fields_of
from qyclient.records.field import EMPTY_MARKS, clean


def no_link(_model, name):
    raise ValueError(f"没有{name}")


def test_texts_become_values_and_what_is_not_given_stays_out():
    fields = fields_of(Organization)
    given = {"name": " 清新区  象棋协会 ", "fund_amount": "3万元", "phone": "—"}
    assert clean(fields, given, no_link) == {
        "name": "清新区 象棋协会",
        "fund_amount": 30000,
        "phone": None,
    }


def test_every_bad_field_is_named_at_once_in_its_own_words():
    fields = fields_of(Officer)
    with pytest.raises(Invalid) as no:
        clean(fields, {"organization": "甲", "name": " ", "post": "皇帝", "phone": "1"}, no_link)
    problems = no.value.problems
    assert {*problems} == {"organization", "name", "post", "phone"}
    assert problems["name"] == "请填写姓名"
    assert "没有甲" in problems["organization"]
    assert "不在可选项中" in problems["post"]
    assert str(no.value) == "；".join(problems.values())


@pytest.mark.parametrize("mark", sorted(EMPTY_MARKS))
def test_marks_for_nothing_are_nothing(mark):
    assert field_of(Organization, "phone").is_empty(f" {mark} ")


def test_a_word_for_nothing_holds_for_its_field_alone():
    assert field_of(Organization, "org_grade").is_empty("无")
    assert not field_of(Organization, "remark").is_empty("无")


def test_it_shows_sorts_and_masks_what_a_record_holds():
    number = field_of(Organization, "legal_rep_id_no")
    record = SimpleNamespace(legal_rep_id_no="441827199603199643")
    assert number.personal
    assert number.show(record) == number.plain(record.legal_rep_id_no) == "441827199603199643"
    assert number.masked(record) == "4418**********9643"
    empty = SimpleNamespace(legal_rep_id_no=None)
    assert (number.show(empty), number.masked(empty), number.order(empty)) == ("", "", None)
    assert number.plain(None) is None


def test_a_section_holds_the_fields_that_follow_it():
    sections = [field.section for field in fields_of(Organization)]
    assert all(sections)
    assert len(dict.fromkeys(sections)) == len(
        [n for n, section in enumerate(sections) if n == 0 or section != sections[n - 1]]
    )
