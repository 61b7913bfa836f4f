"""Matchings of headings kept by name, so that next year's ledger needs no second look."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.organizations.models import Matching, Organization
from qyclient.organizations.services.ledgers import REVIEW, Ledger, rematched
from qyclient.records.base import fields_of

_BETWEEN = "\t"


def save_matching(session: Session, name: str, ledger: Ledger) -> Matching:
    """Keep how a ledger's headings are matched; the same name is replaced."""
    if not name.strip():
        raise Refused("请给这份表头对应起个名称。")
    kept: Matching | None = session.scalar(select(Matching).where(Matching.name == name.strip()))
    lines = [f"{c.heading}{_BETWEEN}{c.key or ''}" for c in ledger.layout.columns if c.heading]
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
    known = {field.key for field in fields_of(Organization)}
    columns = {column.heading: column.index for column in ledger.layout.columns}
    keys: dict[int, str | None] = {}
    unfit: list[str] = []
    for line in matching.headings.splitlines():
        heading, _, key = line.partition(_BETWEEN)
        if heading not in columns:
            unfit.append(f"台账里没有“{heading}”一列")
        elif key and key not in known and not key.startswith(REVIEW):
            unfit.append(f"“{heading}”原对应的字段已不存在，请重新选择")
        else:
            keys[columns[heading]] = key or None
    return rematched(ledger, keys), unfit
