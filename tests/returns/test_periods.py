"""Periods: what people write, which days they cover, what came before."""

from datetime import date

import pytest

from qyclient.returns.rules.periods import Frequency, Period, last_over, parse_period


@pytest.mark.parametrize(
    ("written", "code", "label"),
    [
        ("2026Q3", "2026Q3", "2026年第3季度"),
        ("2026年第3季度", "2026Q3", "2026年第3季度"),
        ("2026年3季度", "2026Q3", "2026年第3季度"),
        ("2026M03", "2026M03", "2026年3月"),
        ("2026年3月", "2026M03", "2026年3月"),
        ("2026年 上半年", "2026H1", "2026年上半年"),
        ("2026H2", "2026H2", "2026年下半年"),
        ("2026年", "2026", "2026年"),
        ("2026", "2026", "2026年"),
    ],
)
def test_a_period_is_read_as_people_write_it(written, code, label):
    period = parse_period(written)
    assert (period.code, period.label) == (code, label)
    assert parse_period(period.label) == parse_period(period.code) == period


@pytest.mark.parametrize("written", ["2026Q5", "2026M13", "2026年13月", "去年", "26Q1"])
def test_what_is_no_period_is_refused(written):
    with pytest.raises(ValueError, match="期"):
        parse_period(written)


def test_periods_follow_each_other_without_a_gap():
    for frequency in Frequency:
        period = last_over(frequency, date(2026, 3, 2))
        assert period.last < date(2026, 3, 2)
        for _ in range(30):
            before = period.before()
            assert (period.first - before.last).days == 1
            period = before
    assert last_over(Frequency.QUARTER, date(2026, 1, 1)) == Period(Frequency.QUARTER, 2025, 4)
