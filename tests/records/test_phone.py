import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records.phone import mask_phone, parse_phone


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13800138000", "13800138000"),
        ("１８１２２３６６６８１", "18122366681"),
        ("0763-5876980", "0763-5876980"),
        ("０７６３－５８７６９８０", "0763-5876980"),
        ("07635876980", "0763-5876980"),
        ("0763 5876980", "0763-5876980"),
        ("（0763）5876980", "0763-5876980"),
        ("0763—5876980", "0763-5876980"),
        ("0763-5876980-801", "0763-5876980-801"),
        ("0763-5876980转801", "0763-5876980-801"),
        ("02087654321", "020-87654321"),
        ("010-12345678", "010-12345678"),
        ("5876980", "5876980"),
        ("+86 138 0013 8000", "13800138000"),
        ("138-0013-8000", "13800138000"),
        ("13800138000、0763-5876980", "13800138000、0763-5876980"),
        ("13800138000/07635876980", "13800138000、0763-5876980"),
        ("13800138000；13900139000", "13800138000、13900139000"),
        ("13800138000 5876980", "13800138000、5876980"),
        ("13800138000\n13900139000", "13800138000、13900139000"),
        ("13800138000 13800138000", "13800138000"),
        ("13800138000.0", "13800138000"),
    ],
)
def test_numbers_are_read_as_the_county_writes_them(typed, number):
    assert parse_phone(typed) == number


@pytest.mark.parametrize(
    "typed", ["1380013800", "138001380000", "12345678901", "0763-58769", "无", "٠١٣٨٠٠١٣٨٠٠"]
)
def test_what_is_no_number_is_named(typed):
    with pytest.raises(ValueError, match="应为 11 位"):
        parse_phone(typed)


def test_nothing_is_no_number():
    with pytest.raises(ValueError, match="没有写"):
        parse_phone(" 、 ")


def test_lists_hide_the_middle_of_mobiles():
    assert mask_phone("13812341234") == "138****1234"
    assert mask_phone("13812341234、0763-5876980") == "138****1234、0763-5876980"


@given(st.from_regex(r"(1[3-9][0-9]{9}|0763-[2-8][0-9]{6}(-[0-9]{1,6})?)", fullmatch=True))
@settings(deadline=None, database=None)
def test_what_is_shown_is_read_back(number):
    assert parse_phone(number) == number
