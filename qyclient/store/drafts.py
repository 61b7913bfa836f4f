"""What was being typed: kept beside the records, gone once it is saved or thrown away."""

import json
from collections.abc import Mapping

from sqlalchemy import Column, DateTime, String, Table, delete, insert, select
from sqlalchemy.orm import Session

from qyclient.records.base import Base
from qyclient.store.guard import door

DRAFT = Table(
    "draft",
    Base.metadata,
    Column("form", String(120), primary_key=True),
    Column("operator", String, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("texts", String, nullable=False),
)


def keep_draft(session: Session, form: str, texts: Mapping[str, str]) -> None:
    """Keep what stands in a form now, in place of what was kept before."""
    stamp = session.info["stamp"]
    drop_draft(session, form)
    with door(session.connection()) as connection:
        written = json.dumps(dict(texts), ensure_ascii=False)
        values = {"form": form, "operator": stamp.operator, "at": stamp.at, "texts": written}
        connection.execute(insert(DRAFT).values(values))


def drop_draft(session: Session, form: str) -> None:
    """Forget a form's draft."""
    mine = (DRAFT.c.form == form) & (DRAFT.c.operator == session.info["stamp"].operator)
    with door(session.connection()) as connection:
        connection.execute(delete(DRAFT).where(mine))


def draft_of(session: Session, form: str) -> dict[str, str] | None:
    """Return what was being typed in a form; None if nothing was left open."""
    mine = (DRAFT.c.form == form) & (DRAFT.c.operator == session.info["stamp"].operator)
    found = session.scalar(select(DRAFT.c.texts).where(mine))
    return None if found is None else dict(json.loads(found))
