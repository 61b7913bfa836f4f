"""How loud the words of the certificate desk are."""

from typing import Any

from qyclient.certificates.rules import BlankState, CertificateStatus, IssueState, PrintOutcome

_TONES: dict[Any, str] = {
    IssueState.PREPARED: "plain",
    IssueState.AWAITING: "warn",
    IssueState.PRINTED: "warn",
    IssueState.ISSUED: "good",
    IssueState.GIVEN_UP: "quiet",
    BlankState.IN_STOCK: "good",
    BlankState.AWAITING: "warn",
    BlankState.USED: "plain",
    BlankState.SPOILED: "quiet",
    BlankState.RETURNED: "quiet",
    BlankState.MISSING: "bad",
    PrintOutcome.AWAITING: "warn",
    PrintOutcome.GOOD: "good",
    PrintOutcome.SPOILED: "quiet",
    PrintOutcome.NOT_PRINTED: "quiet",
    CertificateStatus.AWAITING: "warn",
    CertificateStatus.ISSUED: "good",
    CertificateStatus.PRINTED: "plain",
    CertificateStatus.LOST: "bad",
    CertificateStatus.VOID: "quiet",
}


def tone_of(value: Any) -> str:
    """Return how loud a state is."""
    return _TONES.get(value, "quiet")
