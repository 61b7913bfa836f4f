import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records.characters import one_line, person_name, private_use, tidy


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("５１４４１８０３ＭＪＭ５３４１２４Ｙ", "51441803MJM534124Y"),
        ("０７６３－５８７６９８０", "0763-5876980"),
        ("Ａ．ｂ／Ｃ", "A.b/C"),
        ("业务范围（法律，除外）：一。", "业务范围（法律，除外）：一。"),
        ("\u3000\xa0 清新区\u3000\xa0", "清新区"),
        ("清\u200b新\ufeff区\u202e\u2060\xad", "清新区"),
        ("甲\x00乙\x1f", "甲乙"),
        ("第一行\r\n第二行\r第三行\u2028第四行", "第一行\n第二行\n第三行\n第四行"),
        ("龍𬱖㙍𠅤䶮", "龍𬱖㙍𠅤䶮"),
    ],
)
def test_what_a_keyboard_leaves_is_tidied_and_chinese_punctuation_kept(typed, meant):
    assert tidy(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("清远市清新区\n餐饮旅游协会", "清远市清新区餐饮旅游协会"),
        ("清新县中小企 \r\n 业协会", "清新县中小企业协会"),
        ("A栋\n1-2层", "A栋1-2层"),
        ("Lions\nClub", "Lions Club"),
        ("a \t  b\u3000c", "a b c"),
        ("（一）\n联合类", "（一）联合类"),
        ("𬱖\n𠅤", "𬱖𠅤"),
    ],
)
def test_a_cell_wrapped_by_hand_is_one_line(typed, meant):
    assert one_line(typed) == meant


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("江\u3000喆", "江喆"),
        ("买买提·吐尔逊", "买买提·吐尔逊"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("买买提・吐尔逊", "买买提·吐尔逊"),
        ("买买提．吐尔逊", "买买提·吐尔逊"),
        ("买买提 · 吐尔逊", "买买提·吐尔逊"),
        ("黎𪨶", "黎𪨶"),
        ("John F. Kennedy", "John F. Kennedy"),
        ("阿" * 30, "阿" * 30),
    ],
)
def test_a_name_has_one_written_form(typed, name):
    assert person_name(typed) == name


@pytest.mark.parametrize("typed", ["", " ", "王", "𬱖", "阿" * 31, "··"])
def test_a_name_of_no_length_a_person_has_is_refused(typed):
    with pytest.raises(ValueError, match="姓名应为 2 至 30 个字"):
        person_name(typed)


def test_characters_only_the_old_system_could_show_are_found():
    assert private_use("张\ue123三\U000f0001") == ["\ue123", "\U000f0001"]
    assert private_use("黎𪨶䶮") == []


@given(st.text())
@settings(deadline=None, database=None)
def test_what_is_tidy_stays_as_it_is(text):
    assert tidy(tidy(text)) == tidy(text)
    assert one_line(one_line(text)) == one_line(text)
    assert len(one_line(text).splitlines()) <= 1
