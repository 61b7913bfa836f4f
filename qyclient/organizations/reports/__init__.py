"""What is printed and sent of the register."""

from collections.abc import Sequence

from qyclient.organizations.reports.documents import document_page
from qyclient.organizations.reports.names import name_check_page
from qyclient.organizations.reports.numbers import NUMBERS
from qyclient.organizations.reports.registers import REGISTERS
from qyclient.paper.report import Report

REPORTS: Sequence[Report] = (*REGISTERS, NUMBERS)

__all__ = ["REPORTS", "document_page", "name_check_page"]
