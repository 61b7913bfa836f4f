"""A sheet of service records comes in row by row; what a person must look at is held, with why."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, ServiceRecord, Station
from qyclient.contracts.rules import RecordStatus
from qyclient.contracts.rules.serving import record_problems
from qyclient.contracts.services.serving import next_number
from qyclient.errors import Refused
from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.intake import Outcome
from qyclient.organizations.services.ledgers import Ledger
from qyclient.paper.ledger.cells import address
from qyclient.paper.ledger.headings import Names, find_layout, names_of
from qyclient.paper.ledger.rows import Line, lines
from qyclient.paper.reading import read_workbook
from qyclient.progress import Progress
from qyclient.records.base import Base, fields_of
from qyclient.store.bulk import add
from qyclient.store.listing import linked

R = TypeVar("R", bound=Base)
_STEP = 500
_OURS = frozenset({"status", "checked_how", "checked_by", "checked_because"})
"""What only the office says of a record: a supplier's sheet is not read for it."""
_FIELDS = {field.key: field for field in fields_of(ServiceRecord) if field.key not in _OURS}
_NEEDED = ("type", "served_on")
NAMES = Names(names_of(_FIELDS.values()))


def read_records(paths: Sequence[Path], progress: Progress) -> list[Ledger]:
    """Return the sheets that hold service records; refuse files of none."""
    found = [
        Ledger(path.name, sheet, layout, None)
        for path in paths
        for sheet in read_workbook(path, progress)
        if sheet.visible and (layout := find_layout(sheet, NAMES, _NEEDED))
    ]
    if not found:
        raise Refused("没有找到服务记录：表头里要有“种类”和“服务日期”，并有“合同”或“站点”。")
    return found


def take_in_records(session: Session, sheets: Sequence[Ledger], progress: Progress) -> Outcome:
    """Keep every row that can be a record as 申报; hold the others with the cell and the reason."""
    taken = _Taken(session)
    outcome = Outcome()
    rows = [(sheet, line) for sheet in sheets for line in lines(sheet.sheet, sheet.layout)]
    for done, (sheet, line) in enumerate(rows):
        if done % _STEP == 0:
            progress.step(done, len(rows), "核对服务记录")
        outcome.rows.append(taken.judge(sheet, line))
    add(session, ServiceRecord, taken.kept)
    return outcome


class _Taken:
    """Decides row by row; `kept` is what is to be written."""

    def __init__(self, session: Session) -> None:
        self._today = session.info["today"]
        self._contracts = _by_name(session, Contract, "contract_no", "title")
        self._stations = _by_name(session, Station, "name")
        self._known = {*session.scalars(select(ServiceRecord.number))}
        first = next_number(session)
        self._prefix, last = first[:-6], int(first[-6:])
        self._next = last
        self.kept: list[dict[str, Any]] = []

    def judge(self, sheet: Ledger, line: Line) -> Row:
        """Return what becomes of a row."""
        if line.aside:
            return _row(sheet, line, "skipped", {"": line.aside})
        facts: dict[str, Any] = dict.fromkeys(_FIELDS)
        found: dict[str, str] = {}
        self._read(sheet, line, facts, found)
        for key in _NEEDED:
            if facts[key] is None and key not in found:
                found[key] = f"缺少{_FIELDS[key].label}"
        if facts["quantity"] is None and "quantity" not in found:
            facts["quantity"] = 1
        found |= {k: s for k, s in record_problems(facts, self._today).items() if k not in found}
        number = facts["number"] or self._number()
        if number in self._known:
            found["number"] = f"记录编号 {number} 已经有了"
        if found:
            return _row(sheet, line, "held", found)
        self._known.add(number)
        self._keep(facts, number)
        return _row(sheet, line, "new", {}, number)

    def _read(
        self, sheet: Ledger, line: Line, facts: dict[str, Any], found: dict[str, str]
    ) -> None:
        for column in sheet.layout.columns:
            key, text = column.key, line.texts.get(column.index, "")
            if not key or not text or _FIELDS[key].is_empty(text):
                continue
            try:
                facts[key] = self._value(key, text)
            except ValueError as problem:
                found[key] = _FIELDS[key].complaint(problem)

    def _value(self, key: str, text: str) -> Any:
        if key in {"contract", "station"}:
            there = self._contracts if key == "contract" else self._stations
            if text.strip() not in there:
                raise ValueError(f"没有登记过“{text.strip()}”")
            return there[text.strip()]
        return _FIELDS[key].kind.parse(text)

    def _number(self) -> str:
        while (number := f"{self._prefix}{self._next:06d}") in self._known:
            self._next += 1
        return number

    def _keep(self, facts: Mapping[str, Any], number: str) -> None:
        row = {key: value for key, value in facts.items() if _FIELDS[key].target is None}
        self.kept.append(
            {
                **row,
                "number": number,
                "status": RecordStatus.DECLARED,
                "contract_id": _key(facts["contract"]),
                "station_id": _key(facts["station"]),
                "checked_how": None,
                "checked_by": None,
                "checked_because": None,
            }
        )


def _by_name(session: Session, model: type[R], *keys: str) -> dict[str, R]:
    found = session.scalars(linked(model)).all()
    return {getattr(record, key): record for key in reversed(keys) for record in found}


def _key(record: Any) -> UUID | None:
    return record.id if record is not None else None


def _row(sheet: Ledger, line: Line, outcome: str, found: Mapping[str, str], name: str = "") -> Row:
    cells = {key: _cell(sheet, line, key) for key in found}
    reasons = tuple(f"{cells[key]} {said}".strip() for key, said in found.items())
    where = next(filter(None, cells.values()), "")
    return Row(sheet.file, sheet.sheet.name, line.row + 1, outcome, name, where, reasons)


def _cell(sheet: Ledger, line: Line, key: str) -> str:
    column = sheet.layout.column(key)
    return address(line.row, column.index) if column else ""
