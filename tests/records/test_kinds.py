"""Kinds of value that stand in no file of their own."""

from decimal import Decimal

import pytest

from qyclient.records.kinds import ACCOUNT, PAPER_NUMBER, PHONE, POSTCODE, SCORE, YES_NO


@pytest.mark.parametrize(
    ("text", "score"),
    [("92.4", "92.4"), ("0", "0"), ("100", "100"), ("１００分", "100"), ("89.9951", "89.9951")],
)
def test_a_score_is_read(text, score):
    assert SCORE.parse(text) == Decimal(score)


@pytest.mark.parametrize(
    "text", ["100.0001", "-0.0001", "0.00001", "优", "", "NaN", "-NaN", "sNaN", "Infinity", "1e999"]
)
def test_what_is_no_score_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="得分应"):
        SCORE.parse(text)


def test_a_score_is_shown_as_it_is_kept():
    assert SCORE.format(Decimal("89.9951")) == "89.9951"
    assert SCORE.format(Decimal(90)) == "90.00"
    assert SCORE.plain(Decimal("89.9951")) == "89.9951"


@pytest.mark.parametrize("text", ["511800", " 511800 ", "５１１８００", "511800.0"])
def test_a_postcode_has_six_digits(text):
    assert POSTCODE.parse(text) == "511800"
    with pytest.raises(ValueError, match="6 位"):
        POSTCODE.parse(text.strip()[:5])


@pytest.mark.parametrize("text", ["6222 0212 3456 7890", "6222-0212-3456-7890"])
def test_an_account_is_masked_but_for_its_end(text):
    assert ACCOUNT.parse(text) == "6222021234567890"
    assert ACCOUNT.mask("6222021234567890") == "****7890"
    for wrong in ("1234567", "1" * 33, "6222O212"):
        with pytest.raises(ValueError, match="8 至 32 位"):
            ACCOUNT.parse(wrong)


@pytest.mark.parametrize(
    ("kind", "value"),
    [(PAPER_NUMBER, "441827199603199643"), (PAPER_NUMBER, "H12345678"), (PHONE, "13800138000")],
)
def test_what_is_personal_is_not_shown_whole(kind, value):
    assert value not in kind.mask(value)
    assert "*" in kind.mask(value)
    assert len(kind.mask(value)) == len(value)


def test_a_paper_number_is_written_one_way():
    assert PAPER_NUMBER.parse(" 44182719610605401x ") == "44182719610605401X"


def test_yes_and_no():
    assert (YES_NO.parse("√"), YES_NO.parse("无"), YES_NO.plain(True)) == (True, False, True)
