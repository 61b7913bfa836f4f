"""登记事项: what registration covers changes by a decision, or for a reason the history keeps.

A matter decides (办件); what was decided on paper before is entered as such (补录); what was
mistyped is put right with a reason (更正). Nothing else changes a registration, whichever verb did.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.office.rules.limits import dated, in_force
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may_any
from qyclient.organizations.models import LegalChange, Matter, Organization
from qyclient.organizations.rules.legal_changes import FROM_PAPER, REGISTERED
from qyclient.records.base import field_of
from qyclient.store.consequences import consequence
from qyclient.store.history import Change
from qyclient.store.undo import undone_by

_BY_FORM, _FILLED = f"{FROM_PAPER}按纸面登记录入", f"{FROM_PAPER}补填空缺的登记事项"


@consequence
def require_ground(session: Session) -> None:
    """Refuse a change of what registration covers that no decision and no reason stands behind.

    What was empty and is filled in, and a body entered by the form, are marked 补录.
    """
    changes: Mapping[object, Change] = session.info["changes"]
    decided = _decided(changes.values())
    made = [c for c in changes.values() if c.noun == Organization.__tablename__]
    replaced: list[str] = []
    filled = False
    for change in made:
        if change.action == "removed" or (str(change.record_id), "") in decided:
            continue
        for key in REGISTERED:
            if key in change.fields and (str(change.record_id), key) not in decided:
                filled = True
                if change.fields[key][0] is not None:
                    replaced.append(key)
    if replaced:
        require_reason(session, replaced)
    elif filled:
        new = all(change.action == "created" for change in made)
        mark(session, _BY_FORM if new else _FILLED)


def require_reason(session: Session, keys: Collection[str]) -> None:
    """Refuse to change items of a registration for no reason, or by who may not."""
    items = [key for key in REGISTERED if key in keys]
    if not items or undone_by(session.info["stamp"].reason):
        return
    if not session.info["stamp"].reason:
        named = "、".join(field_of(Organization, key).label for key in items)
        raise Invalid({"ground": f"{named}是登记事项，改动须有依据"})
    let_mend(session)


def mark(session: Session, reason: str) -> None:
    """Say why a transaction is done where nobody else did; refuse who may not do it."""
    let_mend(session)
    stamp = session.info["stamp"]
    if not stamp.reason:
        session.info["stamp"] = replace(stamp, reason=reason)


def let_mend(session: Session) -> None:
    """Refuse to go on for who may neither enter from paper nor correct."""
    row = in_force(dated("rights")["mending"], session.info["today"])
    if said := may_any(session, [Role[key] for key in row["roles"]]):
        raise Refused(said)


def _decided(changes: Collection[Change]) -> set[tuple[str, str]]:
    """Return the items that a decision of this transaction changed; "" for a whole body."""
    found: set[tuple[str, str]] = set()
    for change in changes:
        fields = {key: after for key, (_before, after) in change.fields.items()}
        if change.noun == LegalChange.__tablename__ and change.action == "created":
            found.add((str(fields["organization"]), str(fields["item"])))
        elif change.noun == Matter.__tablename__ and fields.get("organization"):
            found.add((str(fields["organization"]), ""))
    return found
