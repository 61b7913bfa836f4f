"""变更登记: which items of a registration are changed in law, and what must hold of a change."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from qyclient.records.choices import Choice

REGISTERED = (
    "name",
    "org_type",
    "unit_kind",
    "uscc",
    "legacy_cert_no",
    "status",
    "legal_rep",
    "legal_rep_id_type",
    "legal_rep_id_no",
    "residence",
    "business_supervisor",
    "fund_amount",
    "activity_area",
    "purpose",
    "business_scope",
    "supervision_mode",
    "registration_authority",
)
"""The items a registration covers, by field key (条例250 art 12 and 18, 条例251 art 15)."""

ALONG_WITH: Mapping[str, str] = {
    "legal_rep_id_type": "legal_rep",
    "legal_rep_id_no": "legal_rep",
}
"""What is true only of the value of another item: a number belongs to its person."""

CORRECTION = "更正："
"""Begins the reason of a clerical correction: what was mistyped was never the truth."""

FROM_PAPER = "补录："
"""Begins the reason of what was decided on paper before it was entered here."""


class Origin(Choice):
    """来历: whether a change was decided here, or read from the paper file."""

    MATTER = "MATTER", "办件", ()
    ARCHIVE = "ARCHIVE", "补录", ("档案补录",)


def change_problems(facts: Mapping[str, Any], today: date) -> dict[str, str]:
    """Return what cannot be true of a change by itself; `facts` are its values by field key."""
    found: dict[str, str] = {}
    effective, decided = facts.get("effective_on"), facts.get("decided_on")
    if effective is not None and effective.earliest is None:
        found["effective_on"] = "生效日期请至少写明年份"
    elif effective is not None and effective.earliest > today:
        found["effective_on"] = "生效日期不能晚于今天"
    if decided is not None and decided.earliest and decided.earliest > today:
        found["decided_on"] = "决定日期不能晚于今天"
    if facts.get("before") == facts.get("after"):
        found["after"] = "变更后与变更前相同"
    return found


def same_day(days: Sequence[Any]) -> bool:
    """Say whether two changes of one item cannot be told apart by their days."""
    firsts = [day.earliest for day in days]
    return len(firsts) != len(set(firsts))


def value_on(changes: Sequence[Any], day: date) -> tuple[str | None, bool]:
    """Return what an item was on a day by its changes in order, and whether that was in the past.

    After the last change what the register holds now counts, so then the second is False.
    """
    later = [change for change in changes if change.effective_on.earliest > day]
    return (later[0].before, True) if later else (None, False)


def gaps(changes: Sequence[Any]) -> list[Any]:
    """Return the changes that do not begin where the one before ended: one is missing between."""
    return [later for earlier, later in pairwise(changes) if later.before != earlier.after]
