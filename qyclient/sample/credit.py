"""Invented listings: some stand, some were lifted."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from qyclient.organizations.rules.credit import REPORT, ground, lifting
from qyclient.organizations.rules.lists import CreditList
from qyclient.organizations.rules.review_lists import ReviewConclusion

_ON = ((date(2024, 7, 10), None), (date(2024, 7, 10), date(2025, 1, 15)), (date(2024, 8, 2), None))
_MISSED = 2023
_SERIOUS = date(2023, 5, 12)


def listings(reviewed: Sequence[list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """Return who was listed for missing 2023, of those that reported again; one is serious."""
    missed = [one for one in reviewed if _came_back(one)]
    for (since, until), years in zip(_ON, missed, strict=False):
        yield _row(years, CreditList.ABNORMAL, since, until)
    if len(missed) > len(_ON):
        yield _row(missed[len(_ON)], CreditList.SERIOUS, _SERIOUS, None)


def written_listings(
    written: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
    reviewed: Sequence[list[dict[str, Any]]],
) -> Iterator[dict[str, Any]]:
    """Return the listings of bodies that are written out; the year each missed is marked so."""
    for one in written:
        years = reviewed[next(n for n, row in enumerate(rows) if row["name"] == one["body"])]
        for review in years:
            if review["year"] == one["year"]:
                keys = ("organization_id", "year")
                review |= {key: None for key in review if key not in keys}
                review["conclusion"] = ReviewConclusion.NOT_TAKEN_PART
        yield _row(years, CreditList.ABNORMAL, date.fromisoformat(one["since"]), None)


def _came_back(years: list[dict[str, Any]]) -> bool:
    said = {review["year"]: review["conclusion"] for review in years}
    missed = said.get(_MISSED) is ReviewConclusion.NOT_TAKEN_PART
    return missed and said.get(_MISSED + 1) is ReviewConclusion.REPORTED


def _row(
    years: list[dict[str, Any]], on_list: CreditList, since: date, until: date | None
) -> dict[str, Any]:
    key = REPORT if on_list is CreditList.ABNORMAL else "SUSPENDED"
    return {
        "organization_id": years[0]["organization_id"],
        "on_list": on_list,
        "since": since,
        "ground": ground(key, since).text,
        "source": "样例",
        "until": until,
        "lifted_because": lifting(on_list, until) if until else None,
    }
