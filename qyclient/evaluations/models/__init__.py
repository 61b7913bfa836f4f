"""指标体系, 评价轮次, and what belongs to them."""

from qyclient.evaluations.models.evaluation import Evaluation
from qyclient.evaluations.models.round import EvaluationRound, RoundStep
from qyclient.evaluations.models.scores import Actual, Rater, Score
from qyclient.evaluations.models.template import Indicator, IndicatorTemplate

__all__ = [
    "Actual",
    "Evaluation",
    "EvaluationRound",
    "Indicator",
    "IndicatorTemplate",
    "Rater",
    "RoundStep",
    "Score",
]
