"""What is printed and sent of the register."""

from collections.abc import Sequence

from qyclient.organizations.reports.catalogue import CATALOGUE
from qyclient.organizations.reports.documents import document_page, document_word
from qyclient.organizations.reports.names import name_check_page
from qyclient.organizations.reports.numbers import NUMBERS
from qyclient.organizations.reports.registers import REGISTERS
from qyclient.paper.report import Report

REPORTS: Sequence[Report] = (*REGISTERS, NUMBERS, CATALOGUE)

__all__ = ["REPORTS", "document_page", "document_word", "name_check_page"]
