"""Matchings of headings kept by name, so that next year's ledger needs no second look."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.organizations.models import Matching
from qyclient.organizations.services.ledgers import (
    IMPORTED,
    REVIEW,
    Decisions,
    Ledger,
    Rule,
    counted_in,
    rematched,
)
from qyclient.paper.ledger.headings import Column

_BETWEEN = "\t"


def save_matching(session: Session, name: str, ledger: Ledger) -> Matching:
    """Keep how a ledger's headings are matched; the same name is replaced."""
    if not name.strip():
        raise Refused("请给这份表头对应起个名称。")
    kept: Matching | None = session.scalar(select(Matching).where(Matching.name == name.strip()))
    lines = [_line(column, ledger.decisions) for column in ledger.layout.columns if column.heading]
    if kept is None:
        kept = Matching(name=name.strip(), headings="")
        session.add(kept)
    kept.headings = "\n".join(lines)
    return kept


def matchings(session: Session) -> Sequence[Matching]:
    """Return the kept matchings by name."""
    return session.scalars(select(Matching).order_by(Matching.name)).all()


def matched_by(ledger: Ledger, matching: Matching) -> tuple[Ledger, list[str]]:
    """Return a ledger matched as kept, and what of the matching no longer fits.

    A heading the ledger does not have, and a field this program no longer knows, are passed over
    and named.
    """
    known = {field.key for field in IMPORTED}
    columns = {column.heading: column.index for column in ledger.layout.columns}
    keys: dict[int, str | None] = {}
    units: dict[int, str] = {}
    rules = dict(ledger.decisions.rules)
    unfit: list[str] = []
    for line in matching.headings.splitlines():
        heading, key, unit, rule = (*line.split(_BETWEEN), "", "", "")[:4]
        if heading not in columns:
            unfit.append(f"台账里没有“{heading}”一列")
        elif key and key not in known and not key.startswith(REVIEW):
            unfit.append(f"“{heading}”原对应的字段已不存在，请重新选择")
        else:
            keys[columns[heading]] = key or None
            units[columns[heading]] = unit
            if rule:
                rules[key] = Rule(rule)
    ledger = rematched(ledger, keys)
    for column, unit in units.items():
        ledger = counted_in(ledger, column, unit) if unit else ledger
    return replace(ledger, decisions=replace(ledger.decisions, rules=rules)), unfit


def _line(column: Column, decisions: Decisions) -> str:
    """Return what is kept of a column: heading, field, unit and rule."""
    rule = decisions.rules.get(column.key or "", "")
    parts = (column.heading, column.key or "", column.unit, rule)
    return _BETWEEN.join(parts).rstrip(_BETWEEN)
