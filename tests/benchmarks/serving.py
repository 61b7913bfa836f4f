"""A year of service records: what is counted for the figures, against the plain query."""

from datetime import date, timedelta
from random import Random

from qyclient.contracts.models import ServiceRecord, Station
from qyclient.contracts.rules import RecordStatus, ServiceType, StationLevel
from qyclient.contracts.services.network import by_item, by_month, by_station, total
from qyclient.contracts.services.recording import plan
from qyclient.contracts.services.serving import progress_of
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
    key = workspace.write(_year).value
    connection = workspace.database.reader.connect()
    lines = []
    for name, (query, raw) in _RAW.items():
        ours = min(seconds(workspace.read, query, *YEAR) for _ in range(3))
        plain = min(seconds(lambda q=raw: connection.exec_driver_sql(q).all()) for _ in range(3))
        lines.append(Figure(f"{RECORDS:,} service records, {name}", ours, plain, 1.5))
    counted = _OF_CONTRACT.replace("?", f"'{key.hex}'")
    ours = min(seconds(workspace.read, progress_of, key) for _ in range(3))
    plain = min(seconds(lambda: connection.exec_driver_sql(counted).all()) for _ in range(3))
    lines.append(Figure(f"{RECORDS:,} service records, deliverables", ours, plain, 1.5))
    connection.close()
    return lines


_OF_CONTRACT = (
    "SELECT type, status, sum(quantity) FROM service_record WHERE contract_id = ? "
    "GROUP BY type, status"
)


def _year(session):
    contract = plan(session, _PROJECT)
    session.flush()
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
            [_record(n, stations, contract, chance) for n in range(first, first + 20_000)],
        )
    return contract.id


_PROJECT = {
    "contract_no": "B-1", "title": "代办服务", "purchaser": "样例", "service_kind": "公共服务",
}  # fmt: skip


def _record(number, stations, contract, chance):
    day = YEAR[0] + timedelta(days=chance.randrange(365))
    return {
        "number": f"B{number:06d}",
        "contract_id": contract.id,
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
