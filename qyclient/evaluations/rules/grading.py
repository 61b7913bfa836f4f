"""等级评估: who may apply, which score gives which grade, until when it holds (民政部令第39号)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from qyclient.office.rules.limits import dated, in_force
from qyclient.office.rules.workflow import STATES, flow
from qyclient.organizations.rules.lists import OrgGrade
from qyclient.organizations.rules.review_lists import ReviewConclusion
from qyclient.records.choices import listed

FLOW = flow("grading")
STATE = listed({key: STATES[key] for key in FLOW.states})
"""环节 of a grading, from 已申请 on."""
MOVE = listed({move.key: move.label for move in FLOW.moves})

_BAD, _HALF = ReviewConclusion.UNQUALIFIED, ReviewConclusion.BASICALLY_QUALIFIED


@dataclass(frozen=True, slots=True)
class Applicant:
    """What the register knows of a body that applies: its age, grade, years, cases and lists.

    `reviews` are the conclusions of its years; `punished_on` the days of penalties; `open_cases`
    and `lists` are named as the office names them.
    """

    registered_on: date | None
    grade_to: date | None
    reviews: Mapping[int, ReviewConclusion | None]
    punished_on: Sequence[date]
    open_cases: Sequence[str]
    lists: Sequence[str]


def obstacles(body: Applicant, on: date) -> list[str]:
    """Return why a body may not apply for a grade on a day, each with what it rests on."""
    rule = in_force(dated("evaluation")["grading"], on)
    last, before = on.year - 1, on.year - 2
    found = []
    if body.registered_on is None or _years_later(body.registered_on, rule["years_old"]) > on:
        found.append(f"登记未满 {rule['years_old']} 个年度")
    if body.grade_to is not None and body.grade_to >= on:
        found.append(f"现有等级有效期到 {body.grade_to}，未满")
    conclusion = body.reviews.get(last)
    if conclusion in (None, ReviewConclusion.NOT_TAKEN_PART):
        found.append(f"{last} 年度未参加年检（年报）")
    elif conclusion is _BAD:
        found.append(f"{last} 年度年检不合格")
    elif conclusion is _HALF and body.reviews.get(before) is _HALF:
        found.append(f"{before}、{last} 连续两个年度年检基本合格")
    if recent := [day for day in body.punished_on if day.year >= last]:
        found.append(f"上年度以来受过行政处罚（{recent[-1]}）")
    found += [f"正在被立案调查：{case}" for case in body.open_cases]
    return found + [f"在{name}中" for name in body.lists]


def grade_for(score: Decimal, on: date) -> OrgGrade | None:
    """Return the grade of a score of 1000 by the cut-offs of a day; None below the lowest."""
    least = in_force(dated("evaluation")["cut_offs"], on)["at_least"]
    named = {grade.value: grade for grade in OrgGrade}
    return next((named[name] for name, points in least.items() if score >= Decimal(points)), None)


def cut_off_told(grade: OrgGrade, on: date) -> str:
    """Return a grade with the boundary it was given by."""
    least = in_force(dated("evaluation")["cut_offs"], on)["at_least"][grade.value]
    return f"{grade.label}（≥ {least}）"


def valid_until(since: date, on: date) -> date:
    """Return the last day of a grade."""
    years: int = in_force(dated("evaluation")["grading"], on)["valid_years"]
    return date.fromordinal(_years_later(since, years).toordinal() - 1)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
