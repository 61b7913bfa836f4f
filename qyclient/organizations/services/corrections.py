"""更正 of an item that was changed in law: the change was mistyped as the register was."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from qyclient.organizations.models import LegalChange, Organization
from qyclient.organizations.rules.legal_changes import CORRECTION
from qyclient.records.base import field_of
from qyclient.store.rows import rows_of


def follow_correction(
    session: Session, organization: Organization, before: Mapping[str, object]
) -> None:
    """Correct what a change led to, where the register's value that it led to is corrected."""
    if not session.info["stamp"].reason.startswith(CORRECTION):
        return
    for change in rows_of(session, LegalChange, "organization", organization.id):
        field = field_of(Organization, change.item)
        was, now = before[change.item], getattr(organization, change.item)
        if was != now and was is not None and change.after == str(field.plain(was)):
            change.after = None if now is None else str(field.plain(now))
