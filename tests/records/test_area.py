import pytest

from qyclient.records.area import parse_area_code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("441803", "441803"),
        ("４４１８２７", "441827"),
        (" 441803 ", "441803"),
        ("441803.0", "441803"),
        ("441803101", "441803101"),
        ("441803 101 201", "441803101201"),
        ("100000", "100000"),
    ],
)
def test_codes_of_counties_towns_and_villages_are_read(typed, code):
    assert parse_area_code(typed) == code


@pytest.mark.parametrize("typed", ["", "44180", "4418031", "041803", "清新区", "٤٤١٨٠٣"])
def test_what_is_no_area_code_is_refused(typed):
    with pytest.raises(ValueError, match="区划代码应为"):
        parse_area_code(typed)
