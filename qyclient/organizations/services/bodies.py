"""What an import makes of a ledger: what became of each row, and each body as it would be."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from qyclient.organizations.models import AnnualReview, Organization
from qyclient.store.bulk import Amended

Changes = tuple[tuple[str, str, str], ...]
"""What a changed record was and would be: label, before, after."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one row of a ledger."""

    file: str
    sheet: str
    row: int
    outcome: str
    name: str
    cell: str = ""
    reasons: tuple[str, ...] = ()
    changes: Changes = ()


@dataclass(slots=True)
class Body:
    """A body this import makes or changes: its values so far, and where it first stood."""

    facts: dict[str, Any]
    stored: Organization | None = None
    reviews: dict[int, Any] = field(default_factory=dict)
    stored_reviews: dict[int, AnnualReview] = field(default_factory=dict)
    key: UUID | None = None
    place: str = ""
    moved: dict[str, Any] = field(default_factory=dict)

    def take(self, moved: dict[str, Any], reviews: dict[int, Any]) -> None:
        """Take in what a row says."""
        self.moved |= moved
        self.facts |= moved
        self.reviews |= reviews

    def new_reviews(self) -> list[dict[str, Any]]:
        """Return the years it had no review for."""
        return [
            {"organization_id": self.key, "year": year, "conclusion": conclusion}
            for year, conclusion in self.reviews.items()
            if year not in self.stored_reviews
        ]

    def changed_reviews(self) -> list[Amended]:
        """Return the years whose conclusion is another now."""
        return [
            Amended(stored, {"conclusion": self.reviews[year]})
            for year, stored in self.stored_reviews.items()
            if stored.conclusion is not self.reviews[year]
        ]
