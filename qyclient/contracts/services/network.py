"""县镇村三级社会综合服务网络: its statistics, counted by the database from the records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import String, case, cast, func, select
from sqlalchemy.orm import Session

from qyclient.contracts.models import ServiceRecord, Station
from qyclient.contracts.reports.network import Figure
from qyclient.contracts.rules import RecordStatus, ServiceType
from qyclient.records.base import column_of

WAYS = ("站点", "事项", "月份")
"""What the errands are counted by."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The network's statistics of a time: the whole, and by each way."""

    since: date
    until: date
    whole: Figure
    by: Mapping[str, Sequence[Figure]]

    @property
    def rows(self) -> list[tuple[str, Figure]]:
        """Return every line with the way it was counted by, the whole first."""
        return [("合计", self.whole), *((way, one) for way in WAYS for one in self.by[way])]


def figures_of(session: Session, since: date, until: date) -> Figures:
    """Return the statistics of a time in every way; they agree, since they count the same."""
    counted = (by_station, by_item, by_month)
    found = {way: count(session, since, until) for way, count in zip(WAYS, counted, strict=True)}
    return Figures(since, until, total(session, since, until), found)


def stations_in(
    session: Session, stations: Sequence[Station], day: date
) -> list[tuple[Station, Figure]]:
    """Return each station with its errands of the year of a day, those without any too."""
    found = {one.name: one for one in by_station(session, date(day.year, 1, 1), day)}
    nothing = Figure("", 0, 0, 0, None, 0)
    return [(one, found.get(one.name, nothing)) for one in stations]


def last_span(session: Session) -> tuple[date, date] | None:
    """Return the first and last day of the year in which the network was last used."""
    last = session.scalar(
        select(func.max(ServiceRecord.served_on)).where(ServiceRecord.type == ServiceType.ERRAND)
    )
    return (date(last.year, 1, 1), last) if last else None


def by_station(session: Session, since: date, until: date) -> list[Figure]:
    """Return the errands of each station in a time, the busiest first."""
    mine = _in(since, until)
    query = _figures(Station.name).join(Station, column_of(ServiceRecord, "station") == Station.id)
    return _read(session, query.where(*mine).group_by(Station.name))


def by_item(session: Session, since: date, until: date) -> list[Figure]:
    """Return the errands of each item in a time, the most frequent first."""
    query = _figures(func.coalesce(ServiceRecord.item, "（未填事项）"))
    return _read(session, query.where(*_in(since, until)).group_by(ServiceRecord.item))


def by_month(session: Session, since: date, until: date) -> list[Figure]:
    """Return the errands of each month, the first first."""
    month = func.substr(cast(ServiceRecord.served_on, String), 1, 7)
    query = _figures(month).where(*_in(since, until)).group_by(month)
    return sorted(_read(session, query), key=lambda one: one.name)


def total(session: Session, since: date, until: date) -> Figure:
    """Return the errands of the whole network."""
    [found] = _read(session, _figures(func.min("全网")).where(*_in(since, until)))
    return found


def _figures(name: Any) -> Any:
    timed = ServiceRecord.due_on.is_not(None)
    in_time = timed & (ServiceRecord.finished_on <= ServiceRecord.due_on)
    return select(
        name,
        func.sum(ServiceRecord.quantity),
        func.sum(case((in_time, 1), else_=0)),
        func.sum(case((timed, 1), else_=0)),
        func.avg(ServiceRecord.satisfaction),
        func.sum(func.coalesce(ServiceRecord.beneficiaries, 0)),
    ).select_from(ServiceRecord)


def _in(since: date, until: date) -> Sequence[Any]:
    return (
        ServiceRecord.type == ServiceType.ERRAND,
        ServiceRecord.status != RecordStatus.REJECTED,
        ServiceRecord.served_on >= since,
        ServiceRecord.served_on <= until,
    )


def _read(session: Session, query: Any) -> list[Figure]:
    found = [
        Figure(name, errands or 0, in_time or 0, timed or 0, content, people or 0)
        for name, errands, in_time, timed, content, people in session.execute(query)
    ]
    return sorted(found, key=lambda one: -one.errands)
