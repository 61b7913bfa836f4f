"""Bodies through time, as the rules of obligations take them: one question for all of them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from qyclient.organizations.models import LegalChange
from qyclient.organizations.rules.annual import Life
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.organizations.services.counting import begun_on
from qyclient.store.listing import standing

Changes = Mapping[UUID, list[tuple[date, OrgStatus]]]
_OWNER = inspect(LegalChange).columns["organization_id"]
_JANUARY_FIRST = (1, 1)


class Lives:
    """Knows every change of status, and from which day duties are counted here."""

    def __init__(self, session: Session) -> None:
        self._begun = begun_on(session)
        self._changes = _status_changes(session)
        self._of_paper = _whole_years_from(self._begun)

    def of(self, body: Any) -> Life:
        """Return the life of a body: `body` has its id, status, founding day and who entered it.

        What was entered from paper answers for whole years after the program began.
        """
        known = self._of_paper if body.entered_by else self._begun
        return Life(body.status, body.established_on, self._changes.get(body.id, ()), known)


def _whole_years_from(begun: date) -> date:
    """Return from when the last days of years count of which no part was before a day."""
    whole = (begun.month, begun.day) == _JANUARY_FIRST
    return date(begun.year + (1 if whole else 2), 1, 1)


def _status_changes(session: Session) -> Changes:
    query = select(_OWNER, LegalChange.effective_on, LegalChange.before).where(
        LegalChange.item == "status", standing(LegalChange)
    )
    found: dict[UUID, list[tuple[date, OrgStatus]]] = defaultdict(list)
    for key, effective, before in session.execute(query):
        if before and effective.earliest is not None:
            found[key].append((effective.earliest, OrgStatus[before]))
    for changes in found.values():
        changes.sort(key=lambda change: change[0])
    return found
