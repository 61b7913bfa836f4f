import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records import org_code
from qyclient.records.uscc import (
    CodeDefect,
    check_character,
    grouped,
    normalise_code,
    parse_uscc,
    uscc_parts,
)

REAL = [
    "51100000500009247D",
    "51100000500012681T",
    "51100000500002862F",
    "53100000500021676K",
    "53100000500019795A",
    "53100000500021326D",
    "53100000500009167K",
    "51610700305332460K",
    "12100000400009127B",
    "91310115591693856A",
    "91310110666007217T",
]
SYNTHETIC = [
    "51441803MJM000122P",
    "52441803MJM0002028",
    "51441803500000015D",
    "52441803567890120K",
    "53441800MJK000305C",
    "514418001234567880",
    "52441823MJL202312B",
    "51441881MJX000173G",
    "51441827056789012L",
]
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@pytest.mark.parametrize("code", REAL + SYNTHETIC)
def test_codes_in_use_are_accepted(code):
    assert parse_uscc(code) == code


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("53100000500020462H", "K"),
        ("51100000500000024G", "M"),
        ("531000005000074012", "D"),
        ("91310115MA1G4L1WXK", "7"),
    ],
)
def test_a_wrong_check_character_is_named_with_the_right_one(code, expected):
    with pytest.raises(CodeDefect, match=f"末位是 {code[-1]}，按前 17 位计算应为 {expected}") as no:
        parse_uscc(code)
    assert no.value.overridable
    assert normalise_code(code) == code


def test_an_early_pilot_code_can_be_accepted_with_a_reason():
    with pytest.raises(CodeDefect, match="校验位不对") as no:
        parse_uscc("91350211M00013FA1N")
    assert no.value.overridable


def test_the_organization_code_inside_is_checked_too():
    with pytest.raises(CodeDefect, match="组织机构代码校验位"):
        parse_uscc("51100000500000024G")
    body = "5144180350000001" + "6"
    with pytest.raises(CodeDefect, match="第 17 位（组织机构代码校验位）是 6，计算应为 5") as no:
        parse_uscc(body + check_character(body))
    assert no.value.overridable


@pytest.mark.parametrize(
    "typed",
    [
        "51441803 MJM000122P",
        "51441803-MJM000122-P",
        "51441803mjm000122p",
        "51441803MJM000122P\n",
        "５１４４１８０３ＭＪＭ０００１２２Ｐ",
        "5144 1803 MJM0\u30000012 2P",
        "'51441803MJM000122P",
        "\u200b51441803—MJM000122P\xa0",
    ],
)
def test_a_code_is_read_however_it_was_typed(typed):
    assert parse_uscc(typed) == "51441803MJM000122P"


@pytest.mark.parametrize(
    "typed",
    [
        "5.14418031234568E+17",
        "5.144180312345679e+17",
        "514418031234567900",
        "514418031234567900.0",
        "5E+17",
        str(5.144180312345679e17),
    ],
)
def test_a_code_that_excel_made_a_number_cannot_be_accepted(typed):
    for read in (parse_uscc, normalise_code):
        with pytest.raises(CodeDefect, match="变成了数字") as no:
            read(typed)
        assert not no.value.overridable


def test_a_code_of_wrong_length_says_how_long_it_is():
    with pytest.raises(CodeDefect, match="应为 18 位，现在是 17 位") as no:
        parse_uscc("51441803MJM000122")
    assert not no.value.overridable


@pytest.mark.parametrize("letter", "IOZSV")
def test_letters_that_look_like_digits_are_named(letter):
    with pytest.raises(CodeDefect, match=f"第 12 位是“{letter}”") as no:
        parse_uscc(f"51441803MJM{letter}00122P")
    assert not no.value.overridable


def test_a_foreign_character_is_named_with_its_place():
    with pytest.raises(CodeDefect, match="第 3 位“清”"):
        parse_uscc("51清41803MJM000122P")


def test_a_code_says_who_registered_what_and_where():
    parts = uscc_parts("51441803MJM000122P")
    assert (parts.registrar, parts.kind, parts.area) == ("5", "1", "441803")
    assert parts.organization_code == "MJM000122"
    assert grouped("51441803MJM000122P") == "5144 1803 MJM0 0012 2P"


@given(st.text(ALPHABET, min_size=8, max_size=8), st.text(ALPHABET, min_size=8, max_size=8))
@settings(deadline=None, database=None)
def test_every_code_is_read_back_from_how_it_is_shown(authority, body):
    seventeen = authority + body + org_code.check_character(body)
    code = seventeen + check_character(seventeen)
    assert parse_uscc(grouped(code)) == code


@given(st.sampled_from(REAL), st.integers(0, 16), st.sampled_from(ALPHABET))
@settings(deadline=None, database=None)
def test_one_wrong_character_never_passes(code, place, char):
    wrong = code[:place] + char + code[place + 1 :]
    if wrong != code:
        with pytest.raises(CodeDefect):
            parse_uscc(wrong)
