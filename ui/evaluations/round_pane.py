"""What stands beside a round: raters, result and its nearness to the next grade, steps, 整改."""

from typing import Any

from qyclient.errors import Refused
from qyclient.evaluations.models import EvaluationRound, RoundStep
from qyclient.evaluations.rules.states import SECRET
from qyclient.evaluations.services import effect, lookup
from qyclient.evaluations.services.blind import raters_of
from qyclient.evaluations.services.obstacles import steps_of
from qyclient.evaluations.services.statistics import explained, spread_of
from qyclient.records.base import field_of
from qyclient.records.dates import format_date
from ui.kit.detail_pane import Child

_AGAINST = frozenset({"ABANDONED", "RE_EVALUATED", "OBJECTED"})


def state_tone(found: EvaluationRound) -> str:
    """Return the tone of where a round stands."""
    if found.state in _AGAINST:
        return "bad"
    if found.state == "SCORE_CONFIRMED":
        return "good"
    return "quiet" if found.state == "ARCHIVED" else "warn"


def _raters(session: Any, key: Any) -> list[list[str]]:
    """Return who rates; how far each is nobody sees who rates himself."""
    found = lookup.the_round(session, key)
    return [
        [one.name, one.party.label, one.excluded_because or "", "已交" if one.handed_in_on else ""]
        for one in raters_of(session, found)
    ]


def _result(session: Any, key: Any) -> list[list[str]]:
    found = lookup.the_round(session, key)
    return [] if found.state in SECRET or found.score is None else explained(session, found)


def _spread(session: Any, key: Any) -> list[list[str]]:
    try:
        return spread_of(session, key)
    except Refused:
        return []


def _steps(session: Any, key: Any) -> list[list[str]]:
    label, day = field_of(RoundStep, "move"), field_of(RoundStep, "done_on")
    return [
        [day.show(step), label.show(step), step.operator, step.opinion or ""]
        for step in reversed(steps_of(session, key))
    ]


def _rectifications(session: Any, key: Any) -> list[list[str]]:
    return [
        [one.problems, format_date(one.due_on), one.finding or one.report or "待整改"]
        for one in effect.rectifications_of(session, key)
    ]


CHILDREN = (
    Child("结果", _result, ("项目", "分数", "说明"), frozenset({1})),
    Child("各项评分", _spread, ("指标", "平均", "中位", "分歧"), frozenset({1, 2, 3})),
    Child("限期整改", _rectifications, ("问题", "期限", "情况")),
    Child("评委", _raters, ("姓名", "评价方", "不计分", "交表")),
    Child("办理经过", _steps, ("日期", "步骤", "操作人", "意见")),
)
"""The lists beside a round, the result first."""
