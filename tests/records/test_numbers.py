import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records.numbers import parse_count, parse_yes_no


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        *(("16", 16), ("16人", 16), ("16.0", 16), ("1,200", 1200), ("１６", 16), ("16 个", 16)),
        *(("16家", 16), ("16 名", 16), ("0", 0), ("-0", 0), ("十六人", 16), ("1，200", 1200)),
    ],
)
def test_counts_are_read_as_clerks_write_them(typed, count):
    assert parse_count(typed) == count


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("-3", "不能是负数"),
        ("－3人", "不能是负数"),
        ("1.5", "带有小数"),
        ("若干", "不是数量"),
        ("", "不是数量"),
        ("1e999", "不是数量"),
        ("1,20", "不是数量"),
        ("nan", "不是数量"),
        ("9" * 5000, "太大"),
    ],
)
def test_what_is_no_count_is_refused(typed, why):
    with pytest.raises(ValueError, match=why):
        parse_count(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "是",
        "√",
        "✓",
        "✔",
        "有",
        "已建立",
        "已建",
        "已成立",
        "Y",
        "y",
        "yes",
        "YES",
        "true",
        "True",
        "1",
        "１",
        "对",
    ],
)
def test_yes_has_many_forms(typed):
    assert parse_yes_no(f" {typed} ") is True


@pytest.mark.parametrize(
    "typed",
    [
        "否",
        "×",
        "✗",
        "✘",
        "无",
        "未建立",
        "未建",
        "未成立",
        "N",
        "n",
        "no",
        "false",
        "False",
        "0",
        "０",
        "错",
    ],
)
def test_no_has_many_forms(typed):
    assert parse_yes_no(f"\u3000{typed}") is False


@pytest.mark.parametrize("typed", ["", "也许", "2", "—"])
def test_what_is_neither_is_asked_again(typed):
    with pytest.raises(ValueError, match="应为 是 或 否"):
        parse_yes_no(typed)


@given(st.integers(0, 10**12 - 1))
@settings(deadline=None, database=None)
def test_every_count_is_read_back(count):
    assert parse_count(str(count)) == parse_count(f"{count:,}家") == count
