"""What is printed and sent of evaluations."""

from qyclient.evaluations.reports.summary import REPORTS

__all__ = ["REPORTS"]
