"""满意度: drawing whom to ask, keeping what they answered, and what it comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import EvaluationRound, Indicator, Survey, Tally
from qyclient.evaluations.rules import survey as rules
from qyclient.evaluations.rules.lists import IndicatorKind
from qyclient.evaluations.rules.quantity import cut
from qyclient.evaluations.services.lookup import the_round
from qyclient.evaluations.services.templates import let_organize
from qyclient.records.numbers import parse_count
from qyclient.store.entry import amended
from qyclient.store.listing import of

QUESTIONNAIRE = "问卷"
"""Where an indicator says that it is answered by those who were served."""

_OPEN = ("DRAFTED", "SCORING")
_COUNTED = (*rules.ANSWERS, "replaced", "refused")


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What a survey found: the answers of all places, the rate of 1, and its margin of error."""

    counts: Sequence[int]
    rate: Fraction | None
    margin: float | None
    asked: int
    size: int
    served: int

    @property
    def short(self) -> int:
        """Return how many answers are still missing by the rule."""
        return max(0, self.size - self.asked)


def draw(
    session: Session, key: UUID, places: Mapping[str, int], witnesses: str, seed: int
) -> Survey:
    """Draw whom to ask, by place; the same seed and counts draw the same numbers again."""
    let_organize(session)
    found = the_round(session, key)
    _refuse_late(found)
    wrong = {} if witnesses.strip() else {"witnesses": "请填写抽样在场人"}
    counted = {place.strip(): many for place, many in places.items() if place.strip() and many > 0}
    if not counted:
        wrong["places"] = "请至少填写一个村（社区）的服务人数"
    if wrong:
        raise Invalid(wrong)
    if survey_of(session, key) is not None:
        raise Refused("本轮已抽过样；抽样只做一次，找不到的人按替补顺序替换。")
    on, served = session.info["today"], sum(counted.values())
    size = rules.sample_size(served, on)
    survey = Survey(
        round=found, seed=seed, drawn_on=on, served=served, size=size,
        witnesses=witnesses.strip(), rule=rules.rule_told(on),
    )  # fmt: skip
    session.add(survey)
    session.flush()
    chance = Random(seed)  # noqa: S311 - drawn before witnesses; the seed lets anybody draw again
    for place, many in rules.spread(counted, size).items():
        numbers, reserves = rules.drawn(counted[place], many, max(2, many // 5), chance)
        session.add(_tally(survey, place, counted[place], numbers, reserves))
    return survey


def tally(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Tally:
    """Keep what was answered in one place; no more answers than were drawn."""
    let_organize(session)
    kept = session.get_one(Tally, key)
    survey = session.scalars(select(Survey).where(Survey.id == kept.survey_id)).one()  # type: ignore[attr-defined]  # link's column
    _refuse_late(the_round(session, survey.round_id))  # type: ignore[attr-defined]  # as above
    numbers = {k: t for k, t in texts.items() if k in _COUNTED}
    own = {k: t for k, t in texts.items() if k in ("present", "tallied_on")}
    changed = amended(session, Tally, key, version, {**numbers, **own})
    answers = sum(_counts(changed)) + (changed.refused or 0)
    if answers > changed.drawn:
        raise Invalid(
            {"very_satisfied": f"{changed.place} 抽取 {changed.drawn} 人，"
             f"回答和拒访合计 {answers} 人，请核对"}
        )  # fmt: skip
    return changed


def survey_of(session: Session, key: UUID) -> Survey | None:
    """Return how whom to ask was drawn in a round; None if nobody was."""
    return next(iter(of(session, Survey, "round", key)), None)


def tallies_of(session: Session, key: UUID) -> Sequence[Tally]:
    """Return the places of a round, in the order of the draw."""
    survey = survey_of(session, key)
    return of(session, Tally, "survey", survey.id) if survey is not None else ()


def satisfaction_of(session: Session, key: UUID) -> Satisfaction | None:
    """Return what those who were served answered in a round; None without a survey."""
    survey = survey_of(session, key)
    if survey is None:
        return None
    tallies = of(session, Tally, "survey", survey.id)
    counts = [sum(part) for part in zip(*(_counts(one) for one in tallies), strict=True)]
    on = session.info["today"]
    return Satisfaction(
        counts, rules.rate(counts, on), rules.margin(counts, survey.served, on),
        sum(counts), survey.size, survey.served,
    )  # fmt: skip


def surveyed_points(
    session: Session, found: EvaluationRound, nodes: Sequence[Indicator]
) -> dict[str, tuple[Decimal, str]]:
    """Return the points of the indicators that a questionnaire answers, with the arithmetic."""
    asked = [
        node
        for node in nodes
        if node.kind is IndicatorKind.SATISFACTION and node.source == QUESTIONNAIRE
    ]
    result = satisfaction_of(session, found.id) if asked else None
    if result is None or result.rate is None:
        return {}
    told = f"问卷 {result.asked} 份，满意度 {float(result.rate):.2%}"
    return {node.number: (cut(Fraction(node.weight) * result.rate), told) for node in asked}


def counts_in(text: str) -> int:
    """Return a count typed as a number or tallied in 正 strokes."""
    strokes = text.strip()
    if strokes and not set(strokes) - set("正止下丅一"):
        return sum({"正": 5, "止": 4, "下": 3, "丅": 2, "一": 1}[stroke] for stroke in strokes)
    return parse_count(text)


def _counts(one: Tally) -> list[int]:
    return [getattr(one, key) or 0 for key in rules.ANSWERS]


def _tally(
    survey: Survey, place: str, served: int, numbers: Sequence[int], reserves: Sequence[int]
) -> Tally:
    listed, others = ("、".join(map(str, part)) for part in (numbers, reserves))
    return Tally(
        survey=survey, place=place, served=served, drawn=len(numbers), numbers=listed or "—",
        reserves=others or None,
    )  # fmt: skip


def _refuse_late(found: EvaluationRound) -> None:
    if found.state not in _OPEN:
        raise Refused("评分已经结束，满意度调查不能再改。")
