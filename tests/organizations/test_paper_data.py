"""The data behind papers: texts, marks, citations."""

from datetime import date

import pytest

from qyclient.office.rules.limits import limit
from qyclient.office.rules.series import shipped
from qyclient.office.rules.workflow import flows
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.citations import citation
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.papers import LONG_MARKS, MARKS, papers, platform_items
from qyclient.paper.official.text import filled, marks_of, parts
from qyclient.records.base import field_of

every_paper = pytest.mark.parametrize("paper", papers().values(), ids=str)


@every_paper
def test_every_paper_has_a_text_whose_marks_are_named(paper):
    marks = marks_of(paper.text)
    assert {*marks} <= {*MARKS}
    assert {*LONG_MARKS} <= {*MARKS}
    assert not paper.series or (paper.series in shipped() and "number" in marks)
    text = filled(paper.text, MARKS, MARKS)
    assert len([*parts(text)]) > 3
    assert "{" not in text


def test_every_paper_that_a_step_names_is_there():
    named = {move.paper for kind in kinds().values() for move in kind.flow.moves} - {""}
    assert named <= {*papers()}
    for paper in papers().values():
        assert {*paper.flows} <= {*flows()}
        if paper.days and paper.days != "decide":
            assert limit(paper.days, date(2026, 3, 2)).value


def test_every_matter_of_every_sort_of_body_has_something_to_cite():
    for kind in kinds().values():
        for sort in (*OrgType, ""):
            assert citation(kind.key, str(sort), date(2026, 3, 2))


@pytest.mark.parametrize(
    ("matter", "sort", "day", "said"),
    [
        ("CHANGE", "S", date(2026, 3, 2), "《社会团体登记管理条例》第十八条"),
        ("CHANGE", "S", date(2012, 8, 30), "《社会团体登记管理条例》"),
        ("CHANGE", "M", date(2012, 8, 30), "《民办非企业单位登记管理暂行条例》第十五条"),
        ("NAME", "M", date(2026, 3, 2), "《社会组织名称管理办法》"),
        ("NAME", "M", date(2024, 4, 30), "《民办非企业单位登记管理暂行条例》"),
    ],
)
def test_a_paper_cites_the_law_of_its_day(matter, sort, day, said):
    assert citation(matter, sort, day) == said


def test_the_card_for_the_platform_names_fields_of_the_register():
    for item in platform_items():
        assert field_of(Organization, item.field).label
