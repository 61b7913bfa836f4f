"""近似名称: names that share most of their characters with another, found by its rarest pieces."""

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.name_parts import Parts, parts_of, rows
from qyclient.organizations.rules.naming import Finding, Verdict, alike_from, ratio
from qyclient.store.alike import plain, simplified
from qyclient.store.listing import standing
from qyclient.store.search import matching

_SIZES = (2, 3, 4)
_FEW = 300
"""More names than this with a piece, and a longer piece is looked for instead."""
_SHOWN = 12


def similar_to(
    session: Session, parts: Parts, places: Collection[str], told: Collection[UUID]
) -> list[Finding]:
    """Return bodies with a similar name, the most similar first; those already `told` of not."""
    today = session.info["today"]
    core, least, source = plain(parts.core), alike_from(today), rows("likeness", today)
    likest: dict[str, float] = {}
    for name in {name for name in _candidates(session, core) if _may_be(core, name, least)}:
        other = plain(parts_of(simplified(name), places, None, today).core)
        likeness = ratio(core, other)
        if likeness >= least:
            likest[name] = likeness
    named = Organization.name.in_(sorted(likest, key=lambda name: -likest[name])[:_SHOWN])
    bodies = session.scalars(select(Organization).where(named, standing(Organization))).all()
    nearest = sorted(bodies, key=lambda body: (-likest[body.name], body.id))
    return [
        Finding(
            Verdict.NOTE,
            "近似",
            f"相似 {likest[body.name]:.0%}：“{body.name}”（{body.status.label}）",
            source["citation"],
            body,
        )
        for body in nearest
        if body.id not in told
    ]


def _may_be(core: str, name: str, least: float) -> bool:
    """Say whether a name has enough characters of another for any likeness to reach the least."""
    return sum(character in name for character in core) * (2 - least) >= least * len(core)


def _candidates(session: Session, core: str) -> Iterator[str]:
    """Yield names that share a piece with another: short pieces if they are rare, else longer."""
    for start in range(max(1, len(core) - 1)):
        for size in _SIZES:
            piece = core[start : start + size]
            mine = matching(Organization.__tablename__, piece).limit(_FEW)
            query = select(Organization.name).where(Organization.id.in_(mine))
            names = session.scalars(query).all()
            if len(names) < _FEW or size == _SIZES[-1] or len(piece) < size:
                yield from names
                break
