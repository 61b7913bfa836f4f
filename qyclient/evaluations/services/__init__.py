"""What is done with evaluations: templates, rounds, scores, results."""

from qyclient.evaluations.services.guarding import keep_closed
from qyclient.evaluations.services.scoring import Earned, earned_by, evaluations_of, score

__all__ = ["Earned", "earned_by", "evaluations_of", "keep_closed", "score"]
