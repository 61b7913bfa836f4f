"""年度数据: keeping a year's figures with last year's beside them, and reading them for papers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from qyclient.errors import refuse
from qyclient.organizations.models import AnnualReview, Organization, YearFigures
from qyclient.organizations.rules.figures import foreign, problems
from qyclient.records.base import fields_of
from qyclient.store.entry import amended
from qyclient.store.rows import entered_under, values_of

_OWNER = inspect(YearFigures).columns["organization_id"]
_REVIEWED = inspect(AnnualReview).columns["organization_id"]
FIGURES = tuple(f for f in fields_of(YearFigures) if f.target is None and f.key != "year")
"""What is told of a year in figures."""
_SECTIONS = {field.key: field.section for field in FIGURES}
_CHUNK = 400


def figures_of(session: Session, organization: UUID, year: int) -> YearFigures | None:
    """Return a body's figures of a year; None if nobody entered them."""
    mine = (_OWNER.in_((organization,)), YearFigures.year == year)
    found: YearFigures | None = session.scalar(select(YearFigures).where(*mine))
    return found


def with_last_year(
    session: Session, organization: UUID, year: int
) -> tuple[YearFigures | None, YearFigures | None]:
    """Return a body's figures of a year, and those of the newest year before it."""
    before = select(func.max(YearFigures.year)).where(
        _OWNER.in_((organization,)), YearFigures.year < year
    )
    last = session.scalar(before)
    return (
        figures_of(session, organization, year),
        figures_of(session, organization, last) if last else None,
    )


def keep_figures(
    session: Session, organization: UUID, year: int, version: int, texts: Mapping[str, str]
) -> YearFigures:
    """Keep what was typed of a year; `version` is that of the record it was opened as, or 0.

    Refused, each beside its field, where something does not add up.
    """
    body = session.get_one(Organization, organization)
    stored = figures_of(session, organization, year)
    if stored is None:
        record = entered_under(
            session, YearFigures, {**texts, "year": str(year)}, organization=body
        )
    else:
        record = amended(session, YearFigures, stored.id, version, texts)
    facts = values_of(record)
    staff = body.staff if body.counted_year in {None, year} else None
    refuse(problems(facts, staff) | foreign(facts, _SECTIONS))
    session.add(record)
    session.flush()
    return record


def newest_figures(
    session: Session, bodies: Iterable[Any], up_to: int | None = None
) -> Mapping[UUID, Mapping[str, Any]]:
    """Return the figures of each body's newest year, with when that year was reviewed.

    `up_to` leaves later years out; a body of which nothing was entered has none.
    """
    keys = [body.id for body in bodies]
    last = up_to if up_to is not None else session.info["today"].year - 1
    found: dict[UUID, dict[str, Any]] = {key: dict(_NOTHING) for key in keys}
    for start in range(0, len(keys), _CHUNK):
        part = keys[start : start + _CHUNK]
        rows = select(YearFigures, _OWNER).where(_OWNER.in_(part), YearFigures.year <= last)
        for record, owner in session.execute(rows.order_by(YearFigures.year)):
            found[owner] |= {field.key: getattr(record, field.key) for field in FIGURES}
        for owner, day in _reviewed(session, part, last):
            found[owner]["reviewed_on"] = day
    return found


def _reviewed(session: Session, keys: Sequence[UUID], year: int) -> Iterable[tuple[UUID, date]]:
    done = func.coalesce(AnnualReview.concluded_on, AnnualReview.published_on)
    query = select(_REVIEWED, done).where(
        _REVIEWED.in_(keys), AnnualReview.year == year, done.is_not(None)
    )
    return ((row[0], row[1]) for row in session.execute(query))


_NOTHING = {field.key: None for field in FIGURES} | {"reviewed_on": None}
