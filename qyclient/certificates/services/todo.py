"""待办 of certificates: sheets to print, to look at, to hand over; old ones; corrections."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.certificates.models import Correction, Issue, OldCopy
from qyclient.certificates.rules import IssueState, OldOutcome
from qyclient.office.rules.roles import Role
from qyclient.office.rules.todo import Todo
from qyclient.office.services.todo import dues_of
from qyclient.organizations.models import Organization
from qyclient.records.base import column_of

_OPEN = (IssueState.PREPARED, IssueState.AWAITING, IssueState.PRINTED)


@dues_of("发证")
def sets_in_hand(session: Session) -> Iterator[Todo]:
    """Yield the sets that are not with their body yet; one that is printed waits for it."""
    query = (
        select(Issue.id, Issue.number, Issue.state, Organization.name)
        .join(Organization, column_of(Issue, "organization") == Organization.id)
        .where(Issue.state.in_(_OPEN))
    )
    for key, number, state, name in session.execute(query):
        waits = state is IssueState.PRINTED
        what = f"{state.label}　{number}"
        yield Todo("发证", what, name, Issue, key, theirs=waits, role=Role.CERTIFIER)


@dues_of("旧证")
def old_copies(session: Session) -> Iterator[Todo]:
    """Yield the old sheets that a body still holds; the set that replaces them opens."""
    query = (
        select(Issue.id, OldCopy.what, Organization.name)
        .join(Issue, column_of(OldCopy, "issue") == Issue.id)
        .join(Organization, column_of(Issue, "organization") == Organization.id)
        .where(OldCopy.outcome == OldOutcome.OPEN, Issue.state != IssueState.GIVEN_UP)
    )
    for key, what, name in session.execute(query):
        told = f"待收回旧证：{what}"
        yield Todo("旧证", told, name, Issue, key, theirs=True, role=Role.CERTIFIER)


@dues_of("证书更正")
def corrections(session: Session) -> Iterator[Todo]:
    """Yield the corrections of certificates that are not done everywhere."""
    query = select(Correction.id, Correction.item, Correction.body).where(
        Correction.closed_on.is_(None)
    )
    for key, item, body in session.execute(query):
        yield Todo("证书更正", f"更正未办结：{item}", body, Correction, key, role=Role.CERTIFIER)
