import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records.money import capitals
from qyclient.records.numerals import chinese_number, digits_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *(("十", 10), ("十一", 11), ("三十一", 31), ("廿", 20), ("廿一", 21), ("卅一", 31)),
        *(("零", 0), ("二百零三", 203), ("一亿零五百万", 105_000_000), ("五万亿", 5 * 10**12)),
        *(("三万五千", 35000), ("两千", 2000), ("一千零一十", 1010)),
    ],
)
def test_numerals_are_read(words, number):
    assert chinese_number(words) == number


@pytest.mark.parametrize(
    "words", ["", "三万五", "一百一", "十十", "二二", "万", "亿", "三元", "零零"]
)
def test_numerals_that_leave_a_doubt_are_refused(words):
    with pytest.raises(ValueError, match=r"数字|不明确"):
        chinese_number(words)


def test_years_are_read_digit_by_digit():
    assert digits_of("二〇一二") == digits_of("二○一二") == digits_of("二O一二") == "2012"
    with pytest.raises(ValueError, match="不是数字"):
        digits_of("二千")


@given(st.integers(1, 10**13))
@settings(deadline=None, database=None)
def test_every_number_in_capitals_is_read_back(number):
    assert chinese_number(capitals(number).removesuffix("元整")) == number
