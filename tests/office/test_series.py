"""文号: the words they begin with, and their shape."""

import pytest

from qyclient.office.rules.series import pattern_problem, place_of, shipped


@pytest.mark.parametrize(
    ("area", "word"),
    [
        ("清新区", "清新"),
        ("连山壮族瑶族自治县", "连山"),
        ("连南瑶族自治县", "连南"),
        ("英德市", "英德"),
        ("佛冈县", "佛冈"),
    ],
)
def test_numbers_begin_with_the_short_name_of_the_place(area, word):
    assert place_of(area) == word


def test_every_series_that_ships_can_be_used():
    for series in shipped().values():
        assert pattern_problem(series.pattern) == ""
        number = series.number("清新", 2026, 1)
        assert "〔2026〕1号" in number
        assert series.problem(number, "清新", 2026) == ""
        assert series.problem(number.replace("1号", "01号"), "清新", 2026) != ""
