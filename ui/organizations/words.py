"""How loud the words of the register are."""

from datetime import date, timedelta

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import ENDED, OrgStatus

SOON = timedelta(days=90)


def status_tone(status: OrgStatus) -> str:
    """Return the tone of a status."""
    if status is OrgStatus.ACTIVE:
        return "good"
    if status is OrgStatus.DEREGISTERED:
        return "quiet"
    return "bad" if status in ENDED else "warn"


def validity_tone(organization: Organization, today: date) -> str:
    """Return the tone of the last day of a certificate: overdue, soon, or nothing."""
    until = organization.certificate_valid_to
    if until is None or organization.status in ENDED:
        return ""
    if until < today:
        return "bad"
    return "warn" if until <= today + SOON else ""
