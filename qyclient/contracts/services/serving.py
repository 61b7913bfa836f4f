"""服务记录: entered at the desk or from a sheet as 申报; recognised or rejected; then counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Deliverable, ServiceRecord
from qyclient.contracts.rules import RecordStatus
from qyclient.contracts.rules.serving import record_problems
from qyclient.errors import Invalid, Refused, refuse
from qyclient.records.base import column_of, fields_of
from qyclient.store.entry import entered
from qyclient.store.listing import linked, of

_PREFIX = "F"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one deliverable has come: declared, and recognised, against its target."""

    name: str
    unit: str
    target: int
    declared: int
    recognised: int


def enter_records(session: Session, rows: Sequence[Mapping[str, str]]) -> list[ServiceRecord]:
    """Enter records at the desk, or typed line by line in a grid: all of them or none."""
    made: list[ServiceRecord] = []
    problems: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        try:
            made.append(_enter(session, row))
        except Invalid as no:
            problems[f"row{number}"] = f"第 {number} 行：{'；'.join(no.problems.values())}"
    refuse(problems)
    if not made:
        raise Refused("没有填写任何服务记录。")
    return made


def next_number(session: Session) -> str:
    """Return the number of the next record: F2026-000001."""
    prefix = f"{_PREFIX}{session.info['today'].year}-"
    last = session.scalar(
        select(func.max(ServiceRecord.number)).where(ServiceRecord.number.startswith(prefix))
    )
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:06d}"


def progress_of(session: Session, contract: UUID) -> list[Progress]:
    """Return how far each deliverable has come: only what is recognised counts, both are shown."""
    many = counted(session, contract)
    found = []
    for goal in of(session, Deliverable, "contract", contract):
        declared, recognised = many.get(goal.name, (0, 0))
        found.append(Progress(goal.name, goal.unit, goal.target, declared, recognised))
    return found


def counted(session: Session, contract: UUID) -> dict[str, tuple[int, int]]:
    """Return by the label of each sort how much was declared, and how much recognised."""
    mine = column_of(ServiceRecord, "contract") == contract
    query = select(ServiceRecord.type, ServiceRecord.status, func.sum(ServiceRecord.quantity))
    grouped = query.where(mine).group_by(ServiceRecord.type, ServiceRecord.status)
    found: dict[str, tuple[int, int]] = {}
    for sort, status, many in session.execute(grouped):
        declared, recognised = found.get(sort.label, (0, 0))
        declared += many
        recognised += many if status is RecordStatus.RECOGNISED else 0
        found[sort.label] = declared, recognised
    return found


def _enter(session: Session, row: Mapping[str, str]) -> ServiceRecord:
    given = {key: text for key, text in row.items() if text.strip()}
    usual = {"number": next_number(session), "status": "申报", "quantity": "1"}
    made = entered(session, ServiceRecord, {**usual, **given})
    today: date = session.info["today"]
    refuse(record_problems(facts_of(made), today))
    session.add(made)
    session.flush()
    return made


def facts_of(record: ServiceRecord) -> dict[str, Any]:
    """Return what a record says, by key."""
    return {
        field.key: getattr(record, field.key)
        for field in fields_of(ServiceRecord)
        if field.target is None
    } | {"contract": record.contract, "station": record.station}


def record_numbered(session: Session, number: str) -> ServiceRecord:
    """Return a record by its number."""
    found = session.scalar(linked(ServiceRecord).where(ServiceRecord.number == number.strip()))
    if found is None:
        raise Refused(f"没有服务记录 {number}。")
    return found
