"""What follows from a listing when: shown beside it, by the rule of the day it began."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.organizations.models import CreditListing
from qyclient.organizations.rules.credit import turning_day
from qyclient.organizations.rules.lists import CreditList

_THEN = {
    CreditList.ABNORMAL: ("满两年转入严重失信名单", "已满两年，应转入严重失信名单"),
    CreditList.SERIOUS: ("起可以移出", "可以移出"),
}


def clocks_of(
    session: Session, listings: Sequence[CreditListing]
) -> Mapping[UUID, Mapping[str, Any]]:
    """Return for each listing when it leads on, and what is said of it."""
    today: date = session.info["today"]
    return {one.id: _clock(one, today) for one in listings}


def _clock(listing: CreditListing, today: date) -> Mapping[str, Any]:
    day = None if listing.until else turning_day(listing.on_list, listing.since)
    if day is None:
        return {"turns_on": None, "then": "已移出" if listing.until else ""}
    before, after = _THEN[listing.on_list]
    return {"turns_on": day, "then": after if day <= today else before}
