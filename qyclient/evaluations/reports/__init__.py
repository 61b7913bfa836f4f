"""What is printed and sent of evaluations."""

from collections.abc import Sequence

from qyclient.evaluations.reports.plaques import REPORTS as PLAQUES
from qyclient.evaluations.reports.ranking import R12
from qyclient.paper.report import Report

REPORTS: Sequence[Report] = (R12, *PLAQUES)
