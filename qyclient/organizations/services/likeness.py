"""Bodies that may be one and the same: shown side by side while a new one is typed."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from uuid import UUID

from sqlalchemy import inspect, or_, select
from sqlalchemy.orm import Session

from qyclient.office.rules.areas import areas
from qyclient.organizations.models import Distinct, Organization
from qyclient.records.view import View
from qyclient.store.entry import entered
from qyclient.store.listing import page
from qyclient.store.search import fold

_ALIKE = 0.78
_LOOKED_AT = 60
_FIRST = 2


def likely_twins(session: Session, texts: Mapping[str, str]) -> list[Organization]:
    """Return bodies that what is being typed may already be, the likeliest first."""
    core = _core(texts.get("name", ""))
    found: dict[UUID, tuple[float, Organization]] = {}
    for body in _sharing(session, texts):
        found[body.id] = (1.0, body)
    for piece in _pieces(core):
        for body in page(session, Organization, View(words=piece), size=_LOOKED_AT):
            ratio = SequenceMatcher(None, core, _core(body.name)).ratio()
            if ratio >= _ALIKE and body.id not in found:
                found[body.id] = (ratio, body)
    ranked = sorted(found.values(), key=lambda pair: -pair[0])
    return [body for _ratio, body in ranked]


def say_distinct(session: Session, one: UUID, other: UUID, reason: str) -> Distinct:
    """Remember that two bodies that look alike are two."""
    first, second = (session.get_one(Organization, key) for key in (one, other))
    pair = entered(
        session,
        Distinct,
        {
            "organization": first.uscc or first.legacy_cert_no or first.name,
            "other": second.uscc or second.legacy_cert_no or second.name,
            "reason": reason,
        },
    )
    session.add(pair)
    return pair


def are_distinct(session: Session, one: UUID, other: UUID) -> bool:
    """Say whether somebody found two bodies to be two."""
    first, second = (
        inspect(Distinct).columns["organization_id"],
        inspect(Distinct).columns["other_id"],
    )
    either = ((first == one) & (second == other)) | ((first == other) & (second == one))
    return session.scalar(select(Distinct.id).where(either).limit(1)) is not None


def _sharing(session: Session, texts: Mapping[str, str]) -> Sequence[Organization]:
    ways = [
        getattr(Organization, key).in_({text, text.upper()})
        for key in ("uscc", "legacy_cert_no", "legal_rep_id_no")
        if (text := "".join(texts.get(key, "").split()))
    ]
    standing = Organization.voided_because.is_(None)
    return session.scalars(select(Organization).where(standing, or_(*ways))).all() if ways else ()


def _core(name: str) -> str:
    """Return a name without the place it begins with: 清新县 and 清新区 are one place."""
    folded = fold(name)
    for place in sorted((fold(area.name) for area in areas()), key=len, reverse=True):
        folded = folded.removeprefix(place)
    return folded


def _pieces(core: str) -> list[str]:
    """Return what to look for: the beginning of the name, and its middle."""
    middle = len(core) // 2
    return [p for p in (core[:_FIRST], core[middle : middle + _FIRST]) if len(p) == _FIRST]
