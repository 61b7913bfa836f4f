"""Satisfaction: whom to ask, what they answered, and how sure one can be."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.reports.official import evaluation_paper
from qyclient.evaluations.rules.survey import (
    drawn,
    margin,
    rate,
    sample_size,
    spread,
    strokes,
)
from qyclient.evaluations.services import facts, surveys
from qyclient.papers import heading
from tests.evaluations.conftest import full
from tests.evaluations.test_totals import DAY


@pytest.mark.parametrize(
    ("served", "asked"), [(12, 12), (30, 30), (160, 30), (300, 30), (301, 31), (1000, 100)]
)
def test_so_many_are_asked_as_the_rule_says(served, asked):
    assert sample_size(served, DAY) == asked


@given(st.dictionaries(st.text("村甲乙丙", min_size=1), st.integers(1, 400), min_size=1), st.data())
def test_the_sample_is_spread_over_the_places_to_the_head(places, data):
    size = data.draw(st.integers(0, sum(places.values())))
    found = spread(places, size)
    assert sum(found.values()) == size
    assert all(0 <= found[place] <= many for place, many in places.items())


def test_the_same_seed_draws_the_same_ones():
    first, again = (drawn(80, 10, 2, Random(7)) for _ in range(2))
    assert first == again
    assert len({*first[0], *first[1]}) == 12


def test_answers_come_to_a_rate_with_its_margin():
    assert rate((10, 10, 0, 0, 0), DAY) == Fraction(9, 10)
    assert rate((0, 0, 0, 0, 0), DAY) is None
    assert margin((20, 10, 0, 0, 0), 30, DAY) == 0
    assert 0 < margin((20, 8, 2, 0, 0), 160, DAY) < 0.06
    assert margin((1, 0, 0, 0, 0), 30, DAY) is None


@pytest.mark.parametrize(("many", "text"), [(0, ""), (4, "止"), (5, "正"), (13, "正正下")])
def test_strokes_are_written_and_read(many, text):
    assert strokes(many) == text
    if text:
        assert surveys.counts_in(text) == many


PLACES = {"太和村": 100, "三坑村": 60}


def test_a_survey_is_drawn_before_witnesses_tallied_and_scores(desk):
    found = desk.plan(purchaser_weight="30", third_weight="40", beneficiary_weight="30")
    with pytest.raises(Invalid, match="抽样在场人"):
        desk.by("何建华", surveys.draw, found.id, PLACES, "", 7)
    desk.by("何建华", surveys.draw, found.id, PLACES, "李文杰、村委会 陈二", 7)
    with pytest.raises(Refused, match="已抽过样"):
        desk.by("何建华", surveys.draw, found.id, PLACES, "李文杰", 8)
    first, second = desk.workspace.read(surveys.tallies_of, found.id)
    assert (first.drawn + second.drawn, len(first.numbers.split("、"))) == (30, first.drawn)
    for key in ("questionnaire", "tally"):
        known = desk.workspace.read(facts.facts_of, found.id)
        assert evaluation_paper(key, known, heading(desk.workspace)).startswith(b"%PDF")
    desk.step("何建华", found, "open_scoring")
    for rater in desk.raters(found).values():
        desk.score(rater, full("30"))
    with pytest.raises(Refused, match="还没有问卷结果"):
        desk.step("何建华", found, "close_scoring")
    with pytest.raises(Invalid, match="请核对"):
        desk.by("何建华", surveys.tally, first.id, first.version, {"very_satisfied": "99"})
    half = {"very_satisfied": str(first.drawn - 2), "satisfied": "2", "present": "陈二"}
    desk.by("何建华", surveys.tally, first.id, first.version, half)
    texts = {"satisfied": str(second.drawn), "refused": "0"}
    desk.by("何建华", surveys.tally, second.id, second.version, texts)
    asked = desk.workspace.read(surveys.satisfaction_of, found.id)
    assert (asked.asked, asked.short) == (30, 0)
    desk.step("何建华", found, "close_scoring")
    now = desk.now(found)
    expected = Fraction(30 * 90 + 40 * 90, 100) + 30 * asked.rate
    assert abs(Fraction(now.score) - expected) < Fraction(1, 10_000)
