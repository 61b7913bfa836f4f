"""Which body of the register a row of a ledger means: by code, then old number, then name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from qyclient.office.rules.areas import renamed
from qyclient.organizations.models import AnnualReview, Organization
from qyclient.organizations.rules.lists import ENDED
from qyclient.store.listing import standing

T = TypeVar("T")
_CHUNK = 400
_OWNER = inspect(AnnualReview).columns["organization_id"]


@dataclass
class Known:
    """Bodies by what they are known by: those of the register, and those of this ledger."""

    by_code: dict[str, Any] = field(default_factory=dict)
    by_number: dict[str, Any] = field(default_factory=dict)
    by_name: dict[str, Any] = field(default_factory=dict)

    @property
    def keys(self) -> list[UUID]:
        """Return the keys of the stored bodies among them."""
        held = (*self.by_code.values(), *self.by_number.values(), *self.by_name.values())
        return [*{body.id for body in held}]

    def add(self, facts: Mapping[str, Any], body: Any) -> None:
        """Know a body by its facts; the first of a name keeps it."""
        if facts.get("uscc"):
            self.by_code.setdefault(facts["uscc"], body)
        if facts.get("legacy_cert_no"):
            self.by_number.setdefault(facts["legacy_cert_no"], body)
        if facts.get("name"):
            for name in renamed(facts["name"]):
                self.by_name.setdefault(name, body)

    def get(self, facts: Mapping[str, Any]) -> tuple[Any, str]:
        """Return the body of a row and by what it was known, or None and nothing."""
        for key, held in (
            ("uscc", self.by_code),
            ("legacy_cert_no", self.by_number),
            ("name", self.by_name),
        ):
            if facts.get(key) in held:
                return held[facts[key]], key
        return None, ""


def known_of(session: Session, rows: Sequence[Mapping[str, Any]]) -> Known:
    """Return the bodies of the register that these rows may mean, in few questions."""
    known = Known()
    names = {name for row in rows if row.get("name") for name in renamed(row["name"])}
    wanted = (
        (Organization.uscc, {row["uscc"] for row in rows if row.get("uscc")}),
        (
            Organization.legacy_cert_no,
            {r["legacy_cert_no"] for r in rows if r.get("legacy_cert_no")},
        ),
        (Organization.name, names),
    )
    found: dict[Any, Organization] = {}
    for column, values in wanted:
        for chunk in _chunks(sorted(values)):
            meant = select(Organization).where(column.in_(chunk), standing(Organization))
            for body in session.scalars(meant):
                found[body.id] = body
    for body in sorted(found.values(), key=lambda body: (body.status in ENDED, body.id)):
        known.add(vars(body), body)
    return known


def reviews_by_body(
    session: Session, bodies: Sequence[UUID]
) -> dict[UUID, dict[int, AnnualReview]]:
    """Return the annual reviews of bodies, by year."""
    found: dict[UUID, dict[int, AnnualReview]] = defaultdict(dict)
    for chunk in _chunks([*bodies]):
        of_these = _OWNER.in_(chunk)
        for key, review in session.execute(select(_OWNER, AnnualReview).where(of_these)):
            found[key][review.year] = review
    return found


def _chunks(values: list[T]) -> Iterable[list[T]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
