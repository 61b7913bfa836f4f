"""A year of service records: what is counted for the figures, against the plain query."""

from datetime import date, timedelta
from random import Random

from qyclient.contracts.models import ServiceRecord, Station
from qyclient.contracts.rules import RecordStatus, ServiceType, StationLevel
from qyclient.contracts.services.network import by_item, by_month, by_station, total
from qyclient.store import bulk
from tests.benchmarks.figures import Figure, seconds

RECORDS, STATIONS = 200_000, 100
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
_ERRANDS = (
    "FROM service_record s WHERE s.type = 'ERRAND' AND s.status != 'REJECTED' "
    "AND s.served_on >= '2025-01-01' AND s.served_on <= '2025-12-31'"
)
_SUMS = (
    "sum(s.quantity), sum(CASE WHEN s.due_on IS NOT NULL AND s.finished_on <= s.due_on THEN 1 "
    "ELSE 0 END), sum(CASE WHEN s.due_on IS NOT NULL THEN 1 ELSE 0 END), avg(s.satisfaction), "
    "sum(coalesce(s.beneficiaries, 0))"
)
_RAW = {
    "total": (total, f"SELECT {_SUMS} {_ERRANDS}"),
    "by station": (
        by_station,
        f"SELECT t.name, {_SUMS} "
        + _ERRANDS.replace("service_record s", "service_record s JOIN station t ON "
                           "s.station_id = t.id")
        + " GROUP BY t.name",
    ),
    "by item": (by_item, f"SELECT s.item, {_SUMS} {_ERRANDS} GROUP BY s.item"),
    "by month": (
        by_month,
        f"SELECT substr(s.served_on, 1, 7), {_SUMS} {_ERRANDS} GROUP BY substr(s.served_on, 1, 7)",
    ),
}  # fmt: skip


def figures(workspace):
    """Fill a register with a year of errands, and measure each figure of the network."""
    workspace.write(_year)
    connection = workspace.database.reader.connect()
    lines = []
    for name, (query, raw) in _RAW.items():
        ours = min(seconds(workspace.read, query, *YEAR) for _ in range(3))
        plain = min(seconds(lambda q=raw: connection.exec_driver_sql(q).all()) for _ in range(3))
        lines.append(Figure(f"{RECORDS:,} service records, {name}", ours, plain, 1.5))
    connection.close()
    return lines


def _year(session):
    stations = bulk.add(
        session,
        Station,
        [{"name": f"站点{n}", "level": StationLevel.TOWN} for n in range(STATIONS)],
    )
    chance = Random(13)
    for first in range(0, RECORDS, 20_000):
        bulk.add(
            session,
            ServiceRecord,
            [_record(n, stations, chance) for n in range(first, first + 20_000)],
        )


def _record(number, stations, chance):
    day = YEAR[0] + timedelta(days=chance.randrange(365))
    return {
        "number": f"B{number:06d}",
        "station_id": chance.choice(stations),
        "type": ServiceType.ERRAND,
        "served_on": day,
        "item": f"事项{chance.randrange(20)}",
        "quantity": 1,
        "beneficiaries": chance.randint(1, 3),
        "due_on": day + timedelta(days=3),
        "finished_on": day + timedelta(days=chance.randint(0, 4)),
        "satisfaction": chance.randint(3, 5),
        "status": RecordStatus.RECOGNISED,
    }
