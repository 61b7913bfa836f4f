"""What is done with evaluations: templates, rounds, scores, results."""

from qyclient.evaluations.services.scoring import Due, dues_of, evaluations_of, score

__all__ = ["Due", "dues_of", "evaluations_of", "score"]
