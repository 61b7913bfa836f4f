from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records.money import (
    capitals,
    certificate_capitals,
    format_money,
    has_unit,
    in_ten_thousand,
    parse_money,
)

CAPITALS = [
    ("1050000", "壹佰零伍万元整"),
    ("208000", "贰拾万零捌仟元整"),
    ("733355", "柒拾叁万叁仟叁佰伍拾伍元整"),
    ("1008000", "壹佰万零捌仟元整"),
    ("336000", "叁拾叁万陆仟元整"),
    ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
    ("107000.53", "壹拾万零柒仟元伍角叁分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("10.05", "壹拾元零伍分"),
    ("0.5", "伍角整"),
    ("0.05", "伍分"),
    ("0", "零元整"),
    ("100001", "壹拾万零壹元整"),
    ("10000001", "壹仟万零壹元整"),
    ("100000000", "壹亿元整"),
    ("1000000000000", "壹万亿元整"),
    ("100.5", "壹佰元伍角整"),
    ("-3.2", "负叁元贰角整"),
    ("30000", "叁万元整"),
]
amounts = st.decimals(Decimal(-(10**13)), Decimal(10**13), places=2)


@pytest.mark.parametrize(("amount", "words"), CAPITALS)
def test_amounts_are_written_as_banks_want_them(amount, words):
    assert capitals(Decimal(amount)) == words
    assert parse_money(words) == Decimal(amount)


def test_certificates_leave_out_the_last_word():
    assert certificate_capitals(Decimal(30000)) == "叁万元"
    assert certificate_capitals(Decimal("0.5")) == "伍角"


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("30000", "30000"),
        ("30,000.00", "30000"),
        ("1，234，567.8", "1234567.8"),
        ("3,0000元", "30000"),
        ("¥30,000", "30000"),
        ("￥３００００", "30000"),
        ("人民币30000元整", "30000"),
        ("人民币叁万元整", "30000"),
        ("35000.5元", "35000.5"),
        ("3万元", "30000"),
        ("3 万", "30000"),
        ("3.50005万元", "35000.5"),
        ("3.333333万元", "33333.33"),
        ("0.0000005万元", "0.01"),
        ("1.2亿元", "120000000"),
        ("5千元", "5000"),
        ("35000.500000000001", "35000.5"),
        ("33333.329999999998", "33333.33"),
        ("3E4", "30000"),
        ("-300", "-300"),
        ("－300.5", "-300.5"),
        ("¥-300", "-300"),
        ("负叁佰元", "-300"),
        ("叁万元", "30000"),
        ("三万元", "30000"),
        ("叁萬圓整", "30000"),
        ("拾万元", "100000"),
        ("十万元", "100000"),
        ("壹佰零伍万元整", "1050000"),
        ("壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("叁万元正", "30000"),
        ("0", "0"),
        ("-0.00", "0"),
        (".5", "0.5"),
        ("1e-999", "0"),
        ("10000000000000", "10000000000000"),
    ],
)
def test_amounts_are_read_as_clerks_write_them(typed, yuan):
    assert parse_money(typed) == Decimal(yuan)
    assert str(parse_money(typed)) == f"{Decimal(yuan):.2f}"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        *("abc", "NaN", "inf", "-Infinity", "1e999", "1E9999", "-", "--3", "-¥-3", "元", "1.2.3"),
        *("1,20", "3万左右", "三万五", "三千五元", "10000000000000.01", "9" * 61, "壹万亿亿元"),
        *("万元", "一一元", "3万5千元", "壹佰万亿元"),
    ],
)
def test_what_is_no_amount_is_refused_with_a_sentence(typed):
    with pytest.raises(ValueError, match=r"金额|不明确|不是完整的数字"):
        parse_money(typed)


@pytest.mark.parametrize("typed", ["1.005", "33333.333333", "3.333元"])
def test_typed_yuan_are_never_rounded(typed):
    with pytest.raises(ValueError, match="最多两位小数"):
        parse_money(typed)


@pytest.mark.parametrize("text", ["30000元", "3万", "1亿", "叁万", "拾", "¥3", "人民币3"])
def test_a_text_that_names_its_unit_is_known(text):
    assert has_unit(text)


@pytest.mark.parametrize("text", ["3", "3.333333", "30,000", "三", ""])
def test_a_bare_number_takes_the_unit_of_its_heading(text):
    assert not has_unit(text)


def test_amounts_are_shown_in_yuan_and_in_ten_thousands():
    assert format_money(Decimal(30000)) == "30,000.00"
    assert str(in_ten_thousand(Decimal("33333.33"))) == "3.333333"
    assert str(in_ten_thousand(Decimal("33350.00"), places=2)) == "3.34"
    assert str(in_ten_thousand(Decimal(50), places=2)) == "0.01"


@given(amounts)
@settings(deadline=None, database=None)
def test_every_amount_is_read_back_from_figures_capitals_and_ten_thousands(amount):
    assert parse_money(format_money(amount)) == amount
    assert parse_money(capitals(amount)) == amount
    assert parse_money(f"{in_ten_thousand(amount)}万元") == amount
