from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records.defects import CodeDefect
from qyclient.records.identity import (
    birth_date,
    check_paper,
    gender,
    mask_id,
    parse_id_no,
    upgrade_15,
)

VALID = [
    "11010519491231002X",
    "441827199003070010",
    "44180319900307001X",
    "441823196508154325",
    "441881198811050011",
]


@pytest.mark.parametrize("number", VALID)
def test_numbers_that_people_carry_are_accepted(number):
    assert parse_id_no(number) == number


@pytest.mark.parametrize(
    "typed",
    ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", " 110105 19491231 002X\n"],
)
def test_a_number_is_read_however_it_was_typed(typed):
    assert parse_id_no(typed) == "11010519491231002X"


def test_a_wrong_check_digit_is_named_with_the_right_one():
    with pytest.raises(CodeDefect, match="末位是 1，按前 17 位计算应为 0") as no:
        parse_id_no("441827199003070011")
    assert no.value.overridable


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("44182719900307001", "现在是 17 位"),
        ("44182719901307001X", "1990-13-07 不存在"),
        ("441827199002300014", "1990-02-30 不存在"),
        ("441827000002300014", "0000-02-30 不存在"),
        ("44182X199003070010", "17 位数字"),
        ("4.41827199003070E+17", "变成了数字"),
        ("441827199003070000", "变成了数字"),
    ],
)
def test_what_cannot_be_a_number_is_refused_for_good(typed, why):
    with pytest.raises(CodeDefect, match=why) as no:
        parse_id_no(typed)
    assert not no.value.overridable


def test_a_number_tells_birth_and_gender():
    assert birth_date("441823196508154325") == date(1965, 8, 15)
    assert gender("441823196508154325") == "女"
    assert gender("441827199003070010") == "男"


@pytest.mark.parametrize(
    ("kind", "typed", "number"),
    [
        ("ID_CARD", "44180319900307001x", "44180319900307001X"),
        ("HK_MACAU_PERMIT", "h12345678", "H12345678"),
        ("HK_MACAU_PERMIT", "M1234567801", "M1234567801"),
        ("TAIWAN_PERMIT", "１２３４５６７８", "12345678"),
        ("PASSPORT", "e 1234 5678", "E12345678"),
        ("FOREIGN_PERMANENT", "usa110000010001", "USA110000010001"),
        ("OFFICER", "军字第1234567号", "军字第1234567号"),
    ],
)
def test_other_papers_have_their_own_form(kind, typed, number):
    assert check_paper(kind, typed) == number


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("ID_CARD", "H12345678"),
        ("HK_MACAU_PERMIT", "A12345678"),
        ("TAIWAN_PERMIT", "1234567"),
        ("PASSPORT", "护照"),
        ("PASSPORT", "ABCDEFG"),
        ("FOREIGN_PERMANENT", "911124198108030020"),
        ("OFFICER", "军官"),
    ],
)
def test_a_number_of_another_paper_is_refused(kind, typed):
    with pytest.raises(CodeDefect):
        check_paper(kind, typed)


def test_fifteen_digits_become_eighteen():
    assert upgrade_15("110105491231002") == "11010519491231002X"
    assert upgrade_15("441827900307001") == "441827199003070010"
    assert birth_date(upgrade_15("441827980307997")) == date(1898, 3, 7)
    with pytest.raises(CodeDefect, match="15 位"):
        upgrade_15("11010519491231002X")
    with pytest.raises(CodeDefect, match="不存在"):
        upgrade_15("110105491331002")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("441823198503073010", "4418**********3010"),
        ("H12345678", "H1*****78"),
        ("123", "***"),
        ("", ""),
    ],
)
def test_lists_show_the_ends_only(number, shown):
    assert mask_id(number) == shown


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 995))
@settings(deadline=None, database=None)
def test_every_old_number_becomes_one_that_is_accepted(born, sequence):
    number = upgrade_15(f"441827{born:%y%m%d}{sequence:03d}")
    assert parse_id_no(number) == number
    assert birth_date(number) == born
