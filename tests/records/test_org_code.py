import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.records.defects import CodeDefect
from qyclient.records.org_code import check_character, format_org_code, parse_org_code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("52300015-7", "523000157"),
        ("50000004X", "50000004X"),
        ("50000004-x", "50000004X"),
        ("５００００９２４－７", "500009247"),
        ("400009127", "400009127"),
        ("MJM000122", "MJM000122"),
    ],
)
def test_codes_on_old_forms_are_read(typed, code):
    assert parse_org_code(typed) == code


def test_a_wrong_check_character_is_named_with_the_right_one():
    with pytest.raises(CodeDefect, match="末位是 6，按前 8 位计算应为 7") as no:
        parse_org_code("52300015-6")
    assert no.value.overridable


@pytest.mark.parametrize(
    ("typed", "why"), [("5230001-7", "现在是 8 位"), ("5230001五7", "第 8 位“五”"), ("", "0 位")]
)
def test_what_is_no_code_is_refused_for_good(typed, why):
    with pytest.raises(CodeDefect, match=why) as no:
        parse_org_code(typed)
    assert not no.value.overridable


@given(st.text(string.digits + string.ascii_uppercase, min_size=8, max_size=8))
@settings(deadline=None, database=None)
def test_every_code_is_read_back_from_how_it_is_printed(body):
    code = body + check_character(body)
    assert parse_org_code(format_org_code(code)) == code
