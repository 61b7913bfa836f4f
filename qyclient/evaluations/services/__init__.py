"""What is done with evaluations: templates, rounds, scores, results."""

from qyclient.evaluations.services.guarding import keep_closed
from qyclient.evaluations.services.scoring import Earned, earned_by, evaluations_of, score
from qyclient.evaluations.services.todo import rounds as rounds_in_hand

__all__ = ["Earned", "earned_by", "evaluations_of", "keep_closed", "rounds_in_hand", "score"]
