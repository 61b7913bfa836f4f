"""1A to 5A: who may apply, which score gives which grade, from the application to its end."""

from datetime import date
from decimal import Decimal

import pytest

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.rules.grading import Applicant, grade_for, obstacles, valid_until
from qyclient.evaluations.services import gradings, lookup, marking, rounds
from qyclient.evaluations.services import raters as rating
from qyclient.evaluations.services.blind import raters_of
from qyclient.organizations.models import AnnualReview, CreditListing, Organization
from qyclient.organizations.rules.lists import CreditList, OrgGrade
from qyclient.organizations.rules.review_lists import ReviewConclusion as C
from qyclient.organizations.services.register import the
from qyclient.records.view import View

DAY = date(2026, 3, 2)
BODY = "清新县暖心大学生社会服务队"
FINE = Applicant(date(2020, 1, 1), None, {2024: C.QUALIFIED, 2025: C.QUALIFIED}, [], [], [])


def _with(**change):
    facts = {slot: getattr(FINE, slot) for slot in Applicant.__slots__}
    return Applicant(**{**facts, **change})


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (FINE, []),
        (_with(registered_on=date(2024, 3, 3)), ["登记未满 2 个年度"]),
        (_with(registered_on=date(2024, 3, 2)), []),
        (_with(grade_to=date(2026, 3, 2)), ["现有等级有效期到 2026-03-02，未满"]),
        (_with(grade_to=date(2026, 3, 1)), []),
        (_with(reviews={2024: C.QUALIFIED}), ["2025 年度未参加年检（年报）"]),
        (_with(reviews={2025: C.UNQUALIFIED}), ["2025 年度年检不合格"]),
        (
            _with(reviews={2024: C.BASICALLY_QUALIFIED, 2025: C.BASICALLY_QUALIFIED}),
            ["2024、2025 连续两个年度年检基本合格"],
        ),
        (_with(reviews={2025: C.BASICALLY_QUALIFIED}), []),
        (_with(punished_on=[date(2025, 6, 1)]), ["上年度以来受过行政处罚（2025-06-01）"]),
        (_with(punished_on=[date(2024, 6, 1)]), []),
        (_with(open_cases=["2026-00001"]), ["正在被立案调查：2026-00001"]),
        (_with(lists=["活动异常名录"]), ["在活动异常名录中"]),
    ],
)
def test_who_may_apply_is_said_with_each_reason(body, said):
    assert obstacles(body, DAY) == said


@pytest.mark.parametrize(
    ("score", "grade"),
    [("950", "5A"), ("949.99", "4A"), ("901", "4A"), ("900.99", "3A"), ("801", "3A"),
     ("701", "2A"), ("601", "1A"), ("600.99", None)],
)  # fmt: skip
def test_cut_offs_are_as_written(score, grade):
    found = grade_for(Decimal(score), DAY)
    assert (found.label if found else None) == grade


def test_a_grade_holds_five_years():
    assert valid_until(date(2026, 3, 2), DAY) == date(2031, 3, 1)
    assert valid_until(date(2024, 2, 29), DAY) == date(2029, 2, 27)


@pytest.fixture
def sound(desk):
    """A body that may apply: two years reviewed, on no list, without a grade."""

    reviewed = {r.year: r for r in desk.workspace.page(AnnualReview, View())
                if r.organization.name == BODY}  # fmt: skip

    def settle(session):
        body = the(session, BODY)
        for year in (2024, 2025):
            if year in reviewed:
                session.get(AnnualReview, reviewed[year].id).conclusion = C.QUALIFIED
            else:
                session.add(AnnualReview(organization=body, year=year, conclusion=C.QUALIFIED))
        body.org_grade = body.grade_from = body.grade_to = None

    desk.workspace.write(settle)
    return desk


def _step(desk, who, made, move, **answers):
    version = desk.workspace.read(gradings.the_grading, made.id).version
    return desk.by(who, gradings.advance_grading, made.id, version, move, answers)


def _round(desk, total):
    """Hold a round in which each expert gives so many of 1000 points."""
    texts = {"body": BODY, "occasion": "等级评估", "template": "G-S-1", "organizer": "评估委员会",
             "purchaser_weight": "0", "third_weight": "100", "beneficiary_weight": "0"}  # fmt: skip
    found = desk.by("何建华", rounds.plan_round, texts, [{"name": "专家甲", "party": "第三方"}])
    [rater] = desk.workspace.read(lambda s: raters_of(s, lookup.the_round(s, found.id)))
    desk.by("何建华", rating.declare, rater.id)
    desk.step("何建华", found, "open_scoring")
    less = 1000 - total

    def fill(session):
        nonlocal less
        for line in marking.marked(session, lookup.the_rater(session, rater.id)).lines:
            off = min(less, int(line.indicator.weight))
            less -= off
            texts = {
                "points": str(line.indicator.weight - off),
                "reason": "资料不全" if off else "",
            }
            marking.mark(session, rater.id, line.indicator.id, texts)
        marking.hand_in(session, rater.id)

    desk.by("何建华", fill)
    desk.step("何建华", found, "close_scoring")
    return found


def test_a_body_goes_from_application_to_4a_and_the_register_says_so(sound):
    desk = sound
    made = desk.by("何建华", gradings.apply_for_grade, {"organization": BODY, "wanted": "4A"})
    assert made.findings == "符合申请条件"
    _step(desk, "何建华", made, "qualify", self_score="930")
    with pytest.raises(Refused, match="还没有这个单位评分完毕的等级评估轮次"):
        _step(desk, "何建华", made, "visit", opinion="已考察")
    _round(desk, 915)
    _step(desk, "何建华", made, "visit", opinion="已考察")
    _step(desk, "何建华", made, "committee", members="五人到会", opinion="同意")
    now = desk.workspace.read(gradings.the_grading, made.id)
    assert (now.score, now.proposed) == (915, OrgGrade.A4)
    _step(desk, "何建华", made, "display_grade", display="公示栏")
    with pytest.raises(Refused, match="才结束"):
        _step(desk, "陈国庆", made, "give_grade", opinion="同意")
    _step(desk, "何建华", made, "recheck", objector="某会员", objection="会员数不实")
    _step(desk, "李文杰", made, "uphold", opinion="不成立")
    desk.wait(8)
    _step(desk, "陈国庆", made, "give_grade", opinion="同意")
    body = next(b for b in desk.workspace.page(Organization, View(words=BODY)))
    assert (body.org_grade, str(body.grade_to)) == (OrgGrade.A4, "2031-03-09")
    with pytest.raises(Invalid, match="应低于现有等级 4A"):
        _step(desk, "陈国庆", made, "downgrade", new_grade="5A", reason="错")
    _step(desk, "陈国庆", made, "downgrade", new_grade="3A", reason="内部管理混乱")
    body = next(b for b in desk.workspace.page(Organization, View(words=BODY)))
    assert body.org_grade is OrgGrade.A3


def test_who_is_on_a_list_does_not_qualify(sound):
    desk = sound

    def put_on(session):
        session.add(CreditListing(organization=the(session, BODY), on_list=CreditList.ABNORMAL,
                                  since=DAY, ground="未报年报", source="测试"))  # fmt: skip

    desk.workspace.write(put_on)
    made = desk.by("何建华", gradings.apply_for_grade, {"organization": BODY, "wanted": "3A"})
    assert "活动异常名录" in made.findings
    with pytest.raises(Refused, match="不符合申请条件：在活动异常名录中"):
        _step(desk, "何建华", made, "qualify", self_score="900")
    _step(desk, "何建华", made, "disqualify", reason="在异常名录中")
    again = desk.by("何建华", gradings.apply_for_grade, {"organization": BODY, "wanted": "3A"})
    with pytest.raises(Invalid, match="还在办理"):
        desk.by("何建华", gradings.apply_for_grade, {"organization": BODY, "wanted": "3A"})
    assert again.number != made.number
