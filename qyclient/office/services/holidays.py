"""放假安排: taking a year's arrangement in, and knowing which years are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.office.models import OwnDay
from qyclient.office.rules.arrangement import Day, problems, read_notice, read_rows, year_of
from qyclient.office.rules.laid_down import forget, laid_down
from qyclient.office.rules.workdays import known_years
from qyclient.office.services.staff import let_administer
from qyclient.paper.reading import read_workbook
from qyclient.progress import Progress


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What was read, of which year, and what looks wrong in it."""

    year: int
    days: Sequence[Day]
    doubts: Sequence[str]


def read_arrangement(_session: Session, path: Path, progress: Progress) -> Arrangement:
    """Read a year's arrangement from a sheet: 日期, 放假或上班, 节日."""
    rows = [row for sheet in read_workbook(path, progress) for row in sheet.rows]
    try:
        return _arranged(read_rows(rows))
    except ValueError as no:
        raise Refused(f"“{path.name}”：{no}。") from no


def understand_notice(_session: Session, text: str) -> Arrangement:
    """Read a year's arrangement from the words of the State Council's notice."""
    try:
        return _arranged(read_notice(text))
    except ValueError as no:
        raise Invalid({"notice": str(no)}) from no


def take_arrangement(session: Session, days: Sequence[Day], source: str) -> int:
    """Keep a year's arrangement instead of what was known of that year; return the year."""
    let_administer(session)
    if not source.strip():
        raise Invalid({"source": "请写明出处，如通知的名称和文号"})
    year, known = year_of(days), {day.on: day for day in session.scalars(select(OwnDay))}
    wanted = {day.on: day for day in days}
    for on, kept in known.items():
        if on.year == year and on not in wanted:
            session.delete(kept)
    for on, day in wanted.items():
        kept = known.get(on) or OwnDay(on=on)
        kept.works, kept.name, kept.source = day.works, day.name, source.strip()
        session.add(kept)
    session.flush()
    forget()
    return year


def own_days(session: Session) -> Sequence[OwnDay]:
    """Return the days the office took in, the last first."""
    return session.scalars(select(OwnDay).order_by(OwnDay.on.desc())).all()


def years_told(session: Session) -> dict[int, str]:
    """Return the years around today, and by whom their holidays are told; empty if by nobody."""
    today, (_first, last) = session.info["today"], known_years()
    own = {day.year for day in laid_down().days}
    return {
        year: "本局导入" if year in own else "程序自带" if year <= last else ""
        for year in range(today.year - 1, max(today.year + 1, last, *own, 0) + 1)
    }


def _arranged(days: Sequence[Day]) -> Arrangement:
    return Arrangement(year_of(days), days, problems(days, laid_down().days))
