"""How loud the words of purchased services are."""

from collections.abc import Mapping

CONTRACT_TONES: Mapping[str, str] = {
    "PROCUREMENT_FAILED": "bad",
    "SIGNED": "warn",
    "PUBLISHED": "good",
    "IN_PROGRESS": "good",
    "MID_EVALUATED": "good",
    "RECTIFYING": "warn",
    "SUSPENDED": "warn",
    "DISPUTED": "bad",
    "DELIVERED": "good",
    "WORK_ACCEPTED": "good",
    "FINAL_EVALUATED": "good",
    "SETTLED": "quiet",
    "ARCHIVED": "quiet",
    "TERMINATED": "bad",
}

PAYMENT_TONES: Mapping[str, str] = {
    "REQUESTED": "warn",
    "CHECKED": "warn",
    "PAYMENT_APPROVED": "warn",
    "PAID": "good",
    "VOUCHERED": "quiet",
    "BOUNCED": "bad",
    "SENT_BACK": "bad",
    "CANCELLED": "quiet",
    "REFUNDED": "quiet",
}


def tone(tones: Mapping[str, str], status: str) -> str:
    """Return how loud a status is."""
    return tones.get(status, "plain")
