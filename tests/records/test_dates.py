from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records.dates import (
    PartialDate,
    chinese_date,
    format_date,
    format_partial_date,
    parse_date,
    parse_partial_date,
)

TODAY = date(2026, 3, 10)
days = st.dates(date(1850, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-03-01", "2026/3/1", "2026.3.1", "20260301", "2026年3月1日", "2026年03月01日"),
        *("二〇二六年三月一日", "二○二六年三月一日", "二零二六年三月一日", "二O二六年三月一日"),
        *("二Ｏ二六年三月一号", "2026-03-01 00:00:00", "2026/3/1 8:30", "2026-03-01T00:00:00"),
        *(" 2026-03-01 ", "\u30002026 年 3 月 1 日", "２０２６－０３－０１", "２０２６．３．１"),
        *("46082", "46082.0", "46082.75", "20260301.0", "贰零贰陆年叁月壹日", "2026年三月一日"),
    ],
)
def test_a_day_is_read_however_the_office_writes_it(typed):
    assert parse_date(typed) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("一九九六年一月八日", date(1996, 1, 8)),
        ("二〇〇七年十月三十一日", date(2007, 10, 31)),
        ("二〇二〇年四月二十六日", date(2020, 4, 26)),
        ("二〇一二年八月廿日", date(2012, 8, 20)),
        ("二〇一二年十二月廿一日", date(2012, 12, 21)),
        ("二〇一二年十一月十日", date(2012, 11, 10)),
        ("14611", date(1940, 1, 1)),
        ("73050", date(2099, 12, 31)),
        ("45669.0", date(2025, 1, 12)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2099-01-01", date(2099, 1, 1)),
    ],
)
def test_days_of_old_papers_are_read(typed, day):
    assert parse_date(typed) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3.1", date(2026, 3, 1)),
        ("3月1日", date(2026, 3, 1)),
        ("三月一日", date(2026, 3, 1)),
        ("今天", TODAY),
        ("昨天", date(2026, 3, 9)),
        ("明天", date(2026, 3, 11)),
    ],
)
def test_short_forms_need_to_know_which_day_it_is(typed, day):
    assert parse_date(typed, TODAY) == day
    with pytest.raises(ValueError, match="看不懂"):
        parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2015年13月1日", "13月不存在"),
        ("2026-00-01", "0月不存在"),
        ("2026年2月30日", "2026年2月没有30日"),
        ("2025-02-29", "2025年2月没有29日"),
        ("二〇二五年四月三十一日", "4月没有31日"),
        ("20261301", "13月不存在"),
        ("0202-01-01", "年份 202 不对"),
        ("9999-12-31", "年份 9999 不对"),
        ("14610", "看不懂"),
        ("73051", "看不懂"),
        ("12", "看不懂"),
        ("", "看不懂"),
        ("二〇二五年", "看不懂"),
        ("1e999", "看不懂"),
        ("2026-3-1-1", "看不懂"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(typed, why):
    with pytest.raises(ValueError, match=why):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["二〇二五年十十月一日", "二〇二五年三月二二日"])
def test_numerals_that_say_no_number_are_refused(typed):
    with pytest.raises(ValueError, match="数字"):
        parse_date(typed)


def test_documents_write_days_without_leading_zeros():
    assert format_date(date(2012, 8, 30)) == "2012年8月30日"
    assert format_date(date(2012, 11, 1)) == "2012年11月1日"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2012, 8, 30), "二〇一二年八月三十日"),
        (date(2000, 10, 10), "二〇〇〇年十月十日"),
        (date(2012, 12, 31), "二〇一二年十二月三十一日"),
        (date(1998, 11, 11), "一九九八年十一月十一日"),
        (date(2020, 1, 20), "二〇二〇年一月二十日"),
    ],
)
def test_certificates_write_days_in_chinese_numerals(day, words):
    assert chinese_date(day) == words


@given(days)
@settings(deadline=None, database=None)
def test_every_day_is_read_back_from_all_its_forms(day):
    assert parse_date(format_date(day)) == day
    assert parse_date(chinese_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_partial_date(chinese_date(day)).exact == day


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("1998", "1998", "1998年"),
        ("1998年", "1998", "1998年"),
        ("1998.0", "1998", "1998年"),
        ("一九九八年", "1998", "1998年"),
        ("2003年5月", "2003-05", "2003年5月"),
        ("2003-05", "2003-05", "2003年5月"),
        ("2003.5", "2003-05", "2003年5月"),
        ("2003/5", "2003-05", "2003年5月"),
        ("200305", "2003-05", "2003年5月"),
        ("二〇〇三年五月", "2003-05", "2003年5月"),
        ("2003.5.17", "2003-05-17", "2003年5月17日"),
        ("20030517", "2003-05-17", "2003年5月17日"),
        ("37758", "2003-05-17", "2003年5月17日"),
        ("不详", "unknown", "不详"),
        ("未知", "unknown", "不详"),
        ("不明", "unknown", "不详"),
        ("unknown", "unknown", "不详"),
    ],
)
def test_half_known_dates_keep_what_the_archive_knows(typed, stored, shown):
    known = parse_partial_date(typed)
    assert isinstance(known, PartialDate)
    assert known == stored
    assert format_partial_date(known) == shown
    assert parse_partial_date(shown) == parse_partial_date(stored) == known


def test_a_half_known_date_says_between_which_days_it_lies():
    assert PartialDate("2003-05-17").exact == date(2003, 5, 17)
    assert PartialDate("2003-05").exact is None
    assert PartialDate("2003-05").earliest == date(2003, 5, 1)
    assert PartialDate("2003-05").latest == date(2003, 5, 31)
    assert PartialDate("1996").earliest == date(1996, 1, 1)
    assert PartialDate("1996").latest == date(1996, 12, 31)
    assert PartialDate("2003-05-17").earliest == PartialDate("2003-05-17").latest
    unknown = PartialDate("unknown")
    assert unknown.exact is unknown.earliest is unknown.latest is None


def test_half_known_dates_sort_by_time_and_unknown_ones_last():
    known = [PartialDate(text) for text in ("unknown", "2003-05-17", "2003", "1998", "2003-05")]
    assert sorted(known) == ["1998", "2003", "2003-05", "2003-05-17", "unknown"]


@pytest.mark.parametrize("typed", ["2003-13", "0198", "约1998", "", "2003年2月30日", "99999"])
def test_what_is_not_even_half_a_date_is_refused(typed):
    with pytest.raises(ValueError, match=r"不存在|不对|看不懂|没有30日"):
        parse_partial_date(typed)


@given(days)
@settings(deadline=None, database=None)
def test_every_half_known_date_is_read_back(day):
    for stored in (f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()):
        known = PartialDate(stored)
        assert parse_partial_date(format_partial_date(known)) == known
        assert known.earliest <= day <= known.latest
