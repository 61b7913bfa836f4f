"""Who leads the bodies of the sample county, and how their years were reviewed."""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from qyclient.organizations.models import Officer
from qyclient.organizations.rules import lists
from qyclient.records.base import fields_of

_REVIEWED = (2023, 2024, 2025)
_POSTS = (lists.Post.CHAIR, lists.Post.VICE_CHAIR, lists.Post.SECRETARY_GENERAL)


def officers(key: Any, row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Return who leads a body."""
    if row["org_type"] is not lists.OrgType.COMMUNITY_FILED and row["legal_rep"]:
        yield _officer(key, row["legal_rep"], _POSTS[0])
        if row["contact"]:
            yield _officer(key, row["contact"], _POSTS[2])


def _officer(key: Any, name: str, post: lists.Post) -> dict[str, Any]:
    empty = {field.key: None for field in fields_of(Officer) if field.target is None}
    return {**empty, "organization_id": key, "name": name, "post": post}


def reviews(key: Any, row: Mapping[str, Any], chance: Random) -> Iterator[dict[str, Any]]:
    """Return how the last years of a body were reviewed."""
    conclusions = [c for c in lists.ReviewConclusion if c is not lists.ReviewConclusion.EXEMPT]
    if row["uscc"] and row["status"] is lists.OrgStatus.ACTIVE:
        for year in _REVIEWED:
            if row["established_on"].earliest and row["established_on"].earliest.year < year:
                chosen = chance.choices(conclusions, (60, 12, 3, 20, 5))[0]
                yield {"organization_id": key, "year": year, "conclusion": chosen}
