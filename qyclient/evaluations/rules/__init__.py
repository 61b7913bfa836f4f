"""What holds of evaluations: indicator trees and totals; what grades pay is the contracts'."""

from qyclient.contracts.rules.payable import Grade, Payable, grade, grade_with_rule, payable

__all__ = ["Grade", "Payable", "grade", "grade_with_rule", "payable"]
