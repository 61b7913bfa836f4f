"""文号序列: in which pattern a paper of a year is numbered, and who allots the number."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.office.models import NumberSeries
from qyclient.office.rules.series import Series, pattern_problem, place_of, shipped
from qyclient.office.services.founding import area_called, office_of
from qyclient.office.services.staff import let_administer
from qyclient.store.entry import entered


def series_of(session: Session, key: str, year: int) -> Series:
    """Return a series as the office uses it in a year."""
    mine = (NumberSeries.series == key) & (NumberSeries.year <= year)
    newest = select(NumberSeries).where(mine).order_by(NumberSeries.year.desc())
    row = session.scalar(newest.limit(1))
    if row is None:
        return shipped()[key]
    used = (row.used or 0) if row.year == year else 0
    return replace(shipped()[key], pattern=row.pattern, kind=row.kind, used=used)


def every_series(session: Session, year: int) -> Sequence[Series]:
    """Return every series as the office uses it in a year, in the order of the declaration."""
    return [series_of(session, key, year) for key in shipped()]


def place_word(session: Session, on: date) -> str:
    """Return the word by which the office's numbers begin (文号代字)."""
    office = office_of(session)
    return office.place or place_of(area_called(session, office.area_code, on))


def set_series(session: Session, key: str, year: int, texts: Mapping[str, str]) -> NumberSeries:
    """Say how a series is numbered from a year on; what was numbered already stays as it is."""
    let_administer(session)
    whole = {"series": key, "year": str(year), **texts}
    mine = (NumberSeries.series == key) & (NumberSeries.year == year)
    row = session.scalar(select(NumberSeries).where(mine))
    said = entered(session, NumberSeries, whole)
    if problem := pattern_problem(said.pattern):
        raise Invalid({"pattern": problem})
    if row is None:
        session.add(said)
        return said
    row.pattern, row.kind, row.used = said.pattern, said.kind, said.used
    return row
