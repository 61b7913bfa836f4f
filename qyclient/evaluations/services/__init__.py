"""What is done with evaluations: templates, rounds, scores, results."""

from qyclient.evaluations.services.guarding import keep_closed
from qyclient.evaluations.services.todo import rounds as rounds_in_hand

__all__ = ["keep_closed", "rounds_in_hand"]
