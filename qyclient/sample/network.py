"""The three-level network of the sample county, its people, and what they did."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import (
    Contract,
    CouncilDecision,
    Need,
    Pilot,
    ServiceRecord,
    SocialWorker,
    Station,
    TrainingClass,
    VillageCouncil,
)
from qyclient.contracts.rules import RecordStatus, ServiceType, ServiceWay
from qyclient.contracts.services.noting import note
from qyclient.contracts.services.recording import enter_deliverables
from qyclient.records.base import Base, fields_of
from qyclient.store.bulk import add
from qyclient.store.listing import linked

_NOTED: Mapping[str, type[Base]] = {
    "stations": Station,
    "workers": SocialWorker,
    "classes": TrainingClass,
    "pilots": Pilot,
    "councils": VillageCouncil,
    "decisions": CouncilDecision,
    "needs": Need,
}
_SEED_ERRANDS = 13_000
"""What 南方日报 reported of such a network's first two months."""


def serve(session: Session, county: Mapping[str, Any]) -> None:
    """Let the network and its people work, and count what they did."""
    written = county["network"]
    for key, noun in _NOTED.items():
        for texts in written[key]:
            note(session, noun, texts)
        session.flush()
    add(session, ServiceRecord, [*_errands(session, written["items"])])
    contract = session.scalars(
        linked(Contract).where(Contract.contract_no == written["served"])
    ).one()
    enter_deliverables(session, contract, written["deliverables"])
    add(session, ServiceRecord, [*_served(contract)])


def _errands(session: Session, items: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Return two months of errands, a line for each station and day, 13 000 and some in all."""
    chance = Random(2012)  # noqa: S311 - invented figures, not secrets
    stations = session.scalars(select(Station).order_by(Station.name)).all()
    first, left = date(2025, 3, 1), _SEED_ERRANDS + 268
    days = [first + timedelta(days=n) for n in range(61)]
    lines = [(day, station) for day in days for station in stations]
    each = left // len(lines)
    for number, (day, station) in enumerate(lines, 1):
        many = left if number == len(lines) else max(1, each + chance.randint(-4, 4))
        left -= many
        late = chance.random() < 0.06  # noqa: PLR2004 - a few are late
        yield _record(
            number=f"W2025-{number:06d}",
            station_id=station.id,
            type=ServiceType.ERRAND,
            served_on=day,
            item=chance.choice(items),
            quantity=many,
            beneficiaries=many,
            way=chance.choice([*ServiceWay]),
            due_on=day + timedelta(days=3),
            finished_on=day + timedelta(days=5 if late else chance.randint(0, 3)),
            result="办结",
            satisfaction=chance.choices((5, 4, 3), (70, 24, 6))[0],
            status=RecordStatus.RECOGNISED,
        )


def _served(contract: Contract) -> Iterator[dict[str, Any]]:
    """Return what the supplier of a contract declared, most of it looked at already."""
    chance = Random(336)  # noqa: S311 - as above
    kinds = (ServiceType.CASE, ServiceType.GROUP, ServiceType.ACTIVITY, ServiceType.VISIT)
    for number in range(1, 97):
        status = RecordStatus.RECOGNISED if number <= 72 else RecordStatus.DECLARED  # noqa: PLR2004
        rejected = number % 24 == 0
        yield _record(
            number=f"S2025-{number:05d}",
            contract_id=contract.id,
            type=kinds[number % len(kinds)],
            served_on=date(2025, 4, 1) + timedelta(days=3 * number),
            place="太和镇",
            quantity=1,
            beneficiaries=chance.randint(1, 30),
            worker="样例社工",
            volunteers=chance.randint(0, 6),
            volunteer_hours=Decimal(chance.randint(0, 12)),
            status=RecordStatus.REJECTED if rejected else status,
            checked_how="电话" if rejected else None,
            checked_because="签到表与受访人所述不符" if rejected else None,
        )


def _record(**given: Any) -> dict[str, Any]:
    empty = {f.key: None for f in fields_of(ServiceRecord) if f.target is None}
    return {**empty, "contract_id": None, "station_id": None, **given}
