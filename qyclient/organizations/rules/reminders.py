"""到期提醒: what is reminded of, in which rounds, and how near a last day is (DOMAIN D5)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.records.choices import Choice, listed


class DueSort(Choice):
    """提醒事项: what of a body runs out."""

    ELECTION = "ELECTION", "换届", ()
    REPORT = "REPORT", "年报", ("年检",)
    CERTIFICATE = "CERTIFICATE", "证书到期", ("证书",)


@dataclass(frozen=True, slots=True)
class Round:
    """轮次: so many days before (negative) or after the last day a body is reminded."""

    key: str
    label: str
    days: int


@cache
def _written() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(asset("rules/reminders.json").read_text("utf-8"))
    return found


@cache
def rounds() -> Sequence[Round]:
    """Return the rounds, the earliest first."""
    made = (Round(row["key"], row["label"], row["days"]) for row in _written()["rounds"])
    return sorted(made, key=lambda one: one.days)


ROUND = listed({one.key: one.label for one in rounds()})
"""轮次: kept as its key."""


def bands() -> Sequence[int]:
    """Return within how many days a last day is listed, the widest first."""
    return sorted(_written()["bands"], reverse=True)


def round_now(due_on: date, today: date) -> Round | None:
    """Return the newest round whose day has come; None if it is too early for any."""
    come = [one for one in rounds() if due_on + timedelta(days=one.days) <= today]
    return come[-1] if come else None


def words_of(sort: DueSort, year: int) -> Mapping[str, str]:
    """Return what a letter says of what is due: matter, citation, missing, days."""
    row = next(row for row in _written()["subjects"] if row["key"] == sort.value)
    told = {key: row[key].format(year=year) for key in ("matter", "citation", "missing")}
    return {**told, "days": _written()["grace"]}
