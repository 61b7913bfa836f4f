"""Closed lists of certificates, and what is printed on them (DOMAIN chapter 3)."""

from qyclient.certificates.rules.lists import (
    CertificateStatus,
    Copy,
    Epoch,
    IssueReason,
    PrintMode,
)
from qyclient.certificates.rules.printing import (
    MAY_BE_EMPTY,
    ONE_CODE_SINCE,
    Issue,
    expiry,
    printed_values,
    problems,
    template_id,
    with_usual,
)

__all__ = [
    "MAY_BE_EMPTY",
    "ONE_CODE_SINCE",
    "CertificateStatus",
    "Copy",
    "Epoch",
    "Issue",
    "IssueReason",
    "PrintMode",
    "expiry",
    "printed_values",
    "problems",
    "template_id",
    "with_usual",
]
