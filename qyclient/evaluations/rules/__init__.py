"""What holds of evaluations: bands, indicator trees, totals."""

from qyclient.evaluations.rules.grades import Grade, Payable, grade, grade_with_rule, payable

__all__ = ["Grade", "Payable", "grade", "grade_with_rule", "payable"]
