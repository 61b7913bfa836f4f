"""Making 登记证书, those of before from paper files, and what was certified on a day."""

from qyclient.certificates.services.following import follow_status
from qyclient.certificates.services.making import certificates_of, page_of, prepare
from qyclient.certificates.services.of_a_day import certificate_on
from qyclient.certificates.services.paper_files import (
    amend_decided,
    amend_whole,
    check_whole,
    enter_whole,
    paper_certificates_of,
    whole_rows,
)

__all__ = [
    "amend_decided",
    "amend_whole",
    "certificate_on",
    "certificates_of",
    "check_whole",
    "enter_whole",
    "follow_status",
    "page_of",
    "paper_certificates_of",
    "prepare",
    "whole_rows",
]
