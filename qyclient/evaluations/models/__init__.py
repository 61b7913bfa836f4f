"""指标体系, 评价轮次, and what belongs to them."""

from qyclient.evaluations.models.effects import Rectification
from qyclient.evaluations.models.evidence import Evidence
from qyclient.evaluations.models.expert import Expert, ExpertDraw
from qyclient.evaluations.models.grading import Grading, GradingStep
from qyclient.evaluations.models.round import EvaluationRound, RoundStep
from qyclient.evaluations.models.scores import Actual, Rater, Score
from qyclient.evaluations.models.survey import Survey, Tally
from qyclient.evaluations.models.template import Indicator, IndicatorTemplate

__all__ = [
    "Actual",
    "EvaluationRound",
    "Evidence",
    "Expert",
    "ExpertDraw",
    "Grading",
    "GradingStep",
    "Indicator",
    "IndicatorTemplate",
    "Rater",
    "Rectification",
    "RoundStep",
    "Score",
    "Survey",
    "Tally",
]
