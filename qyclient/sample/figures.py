"""Invented figures of a year, which add up."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random
from typing import Any

from qyclient.organizations.rules.figures import Accounting
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.review_lists import ReviewConclusion
from qyclient.organizations.services.figures import FIGURES

_EMPTY = {field.key: None for field in FIGURES}
_PARTS = ("staff", "daily", "depreciation", "taxes")


def figures(
    row: Mapping[str, Any], reviews: list[dict[str, Any]], chance: Random
) -> Iterator[dict[str, Any]]:
    """Return the figures of each year since 2023 that a body reported."""
    for review in reviews:
        if review["year"] > 2022 and review["conclusion"] is ReviewConclusion.REPORTED:  # noqa: PLR2004
            whose = {"organization_id": review["organization_id"], "year": review["year"]}
            yield {**_EMPTY, **_people(row, chance), **_money(chance), **whose}


def _people(row: Mapping[str, Any], chance: Random) -> dict[str, Any]:
    staff = row["staff"] or 0
    cuts = sorted(chance.randint(0, staff) for _ in range(3))
    ages = (cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], staff - cuts[2])
    college = chance.randint(0, staff)
    found = dict(zip(("aged_35", "aged_45", "aged_55", "aged_56"), ages, strict=True))
    leaders = chance.randint(3, 9)
    found |= {
        "party_members": chance.randint(0, staff),
        "college": college,
        "bachelor": chance.randint(0, staff - college),
        "leaders": leaders,
        "women_leaders": chance.randint(0, leaders),
    }
    if row["org_type"] is OrgType.SOCIAL_GROUP:
        found |= {"officials": chance.randint(0, 2), "volunteers": chance.randint(0, 200)}
    return found


def _money(chance: Random) -> dict[str, Any]:
    found: dict[str, Any] = {"accounting": Accounting.NON_PROFIT}
    for part in ("activity", "admin"):
        amounts = [Decimal(chance.randint(0, 40)) * 500 for _ in _PARTS]
        found |= {f"{part}_{k}": a for k, a in zip(_PARTS, amounts, strict=True)}
        found[f"{part}_costs"] = sum(amounts)
    found["costs"] = found["activity_costs"] + found["admin_costs"]
    found["cash_donations"] = Decimal(chance.randint(0, 30)) * 1000
    found["net_assets_change"] = Decimal(chance.randint(-20, 40)) * 1000
    return found
