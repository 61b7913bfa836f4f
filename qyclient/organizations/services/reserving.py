"""名称保留: an approved name is kept for its applicant, and used up by the registration."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.office.rules.clock import due_on
from qyclient.office.rules.limits import limit
from qyclient.office.rules.workdays import Calendar
from qyclient.organizations.models import Matter, Organization, ReservedName
from qyclient.organizations.rules.naming import Verdict
from qyclient.organizations.services.naming import check_name
from qyclient.records.base import field_of
from qyclient.store.alike import alike, plain
from qyclient.store.listing import linked, of

_TAKEN = frozenset({"重名", "保留期", "保留名称"})


def reserve(session: Session, matter: Matter, on: date) -> ReservedName:
    """Keep an approved name for its applicant; refuse one that somebody else still holds."""
    name = matter.application["name"][1]
    people = [matter.applicant or ""]
    found = check_name(session, name, matter.org_type, people, matter.id).findings
    for one in found:
        if one.verdict is Verdict.REFUSE and one.topic in _TAKEN:
            raise Refused(f"“{name}”不能核准：{one.said}（{one.source}）。")
    last = due_on(on, limit("NAME_RESERVED_MONTHS", on), Calendar())
    if last is None:
        raise Refused("没有名称保留期限，请先在规则中补填。")
    kept = ReservedName(
        name=name, org_type=matter.org_type, since=on, until=last, matter=matter, organization=None
    )
    session.add(kept)
    return kept


def take_reserved(session: Session, body: Organization) -> ReservedName | None:
    """Note that a body was registered under a name that was kept for it."""
    for kept in _kept_like(session, body.name):
        if kept.organization is None and plain(kept.name) == plain(body.name):
            kept.organization = body
            return kept
    return None


def release(session: Session, kept: ReservedName, because: str) -> ReservedName:
    """Give a name free before its time, because the applicant does not want it any more."""
    if not because.strip():
        raise Invalid({"released_because": "请写明放弃的理由"})
    own = session.get_one(ReservedName, kept.id)
    if kept.organization is not None:
        raise Refused(f"“{own.name}”已登记，不能放弃保留。")
    own.released_because = because.strip()
    return own


def reserved_of(session: Session, matter: Matter) -> ReservedName | None:
    """Return the name that was kept by a matter."""
    return next(iter(of(session, ReservedName, "matter", matter.id)), None)


def running_out(session: Session, by: date) -> Sequence[ReservedName]:
    """Return the names that are kept and not used, until when at most; the first to end first."""
    free = ReservedName.released_because.is_(None) & (ReservedName.until <= by)
    found = session.scalars(linked(ReservedName).where(free).order_by(ReservedName.until))
    return [kept for kept in found if kept.organization is None]


def kept_names(session: Session) -> list[tuple[str, str, str]]:
    """Return every name that is kept and not used: name, until when, by which matter."""
    today: date = session.info["today"]
    found = running_out(session, date.max)
    return [(kept.name, told(kept, today), kept.matter.number) for kept in found]


def told(kept: ReservedName, today: date) -> str:
    """Return what has become of a kept name."""
    if kept.organization is not None:
        return f"已登记为“{kept.organization}”"
    if kept.released_because:
        return f"已放弃：{kept.released_because}"
    until = field_of(ReservedName, "until").show(kept)
    return f"保留至 {until}" if kept.until >= today else f"{until} 保留期满，未登记"


def _kept_like(session: Session, name: str) -> Sequence[ReservedName]:
    keys = alike(session, [name], ())
    return session.scalars(linked(ReservedName).where(ReservedName.id.in_(keys))).all()
