"""The platform's sheet of a year: what it says of each body is noted, the rest is held."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.organizations.models import AnnualReview, Organization
from qyclient.organizations.rules.review_lists import ReviewStep
from qyclient.organizations.rules.review_steps import Note
from qyclient.organizations.services.bodies import Row
from qyclient.organizations.services.intake import Outcome
from qyclient.organizations.services.ledgers import Ledger
from qyclient.organizations.services.matching import Known, known_of
from qyclient.organizations.services.reviewing import settle, write
from qyclient.organizations.services.season import Line as SeasonLine
from qyclient.organizations.services.season import season
from qyclient.paper.ledger.cells import address
from qyclient.paper.ledger.headings import Names, find_layout, names_of
from qyclient.paper.ledger.rows import Line, lines
from qyclient.paper.reading import read_workbook
from qyclient.progress import Progress
from qyclient.records.base import field_of
from qyclient.records.choices import choice
from qyclient.records.field import Field
from qyclient.records.uscc import normalise_code

_STEP = 200
_STATE = Field(
    "step",
    "进度",
    choice(ReviewStep),
    required=False,
    aliases=("状态", "审核状态", "办理状态", "报送状态", "年报状态", "当前状态", "年检状态"),
)
_DAYS = {
    "sent_on": ReviewStep.SENT,
    "supervisor_on": ReviewStep.REVIEWED,
    "received_on": ReviewStep.RECEIVED,
    "returned_on": ReviewStep.RETURNED,
    "published_on": ReviewStep.PUBLISHED,
}
_OF_BODY = ("name", "uscc")
_OF_YEAR = (*_DAYS, "concluded_on", "conclusion", "returned_because", "remark")
_FIELDS = {
    **{key: field_of(Organization, key) for key in _OF_BODY},
    **{key: field_of(AnnualReview, key) for key in _OF_YEAR},
    "step": _STATE,
}
_PARSE = {"uscc": normalise_code}
"""A code only finds its body here: one that was let through with a reason is not judged again."""
NAMES = Names(names_of(_FIELDS.values()))


def read_season(paths: Sequence[Path], progress: Progress) -> list[Ledger]:
    """Return the sheets that say of bodies how far their year has come; refuse files of none."""
    found = [
        Ledger(path.name, sheet, layout, None)
        for path in paths
        for sheet in read_workbook(path, progress)
        if sheet.visible and (layout := find_layout(sheet, NAMES, _OF_BODY))
        if any(layout.column(key) for key in (*_OF_YEAR, "step"))
    ]
    if not found:
        raise Refused(
            "没有找到年检（年报）情况：表头里要有“名称”或“统一社会信用代码”，"
            "并有“状态”“报送日期”“收到日期”或“结论”中的一列。"
        )
    return found


def take_in_season(
    session: Session, sheets: Sequence[Ledger], year: int, progress: Progress
) -> Outcome:
    """Note what the sheets say of a year; rows that a person must look at are held, with why."""
    read = [_read(sheet, line) for sheet in sheets for line in lines(sheet.sheet, sheet.layout)]
    known = known_of(session, [one.facts for one in read])
    taken = _Taken(session, year, known)
    outcome = Outcome()
    for done, one in enumerate(read):
        if done % _STEP == 0:
            progress.step(done, len(read), "核对年检（年报）")
        outcome.rows.append(taken.judge(one))
    write(session, year, taken.settled)
    return outcome


class _Reading:
    """What one row says, as values by key, and what is wrong with which cell."""

    def __init__(self, sheet: Ledger, line: Line) -> None:
        self.sheet, self.line = sheet, line
        self.facts: dict[str, Any] = {}
        self.problems: dict[str, str] = {}

    def cell(self, key: str) -> str:
        """Return the address of the cell a value came from; empty if it has none."""
        column = self.sheet.layout.column(key)
        return address(self.line.row, column.index) if column else ""

    def row(self, outcome: str, found: dict[str, str]) -> Row:
        """Return what becomes of the row."""
        reasons = tuple(f"{self.cell(key)} {said}".strip() for key, said in found.items())
        where = next(filter(None, map(self.cell, found)), "")
        name = str(self.facts.get("name") or self.facts.get("uscc") or "")
        number = self.line.row + 1
        return Row(self.sheet.file, self.sheet.sheet.name, number, outcome, name, where, reasons)

    def notes(self, today: date) -> Iterator[Note]:
        """Return what is to be noted, the earliest first; a bare state counts as of today."""
        words = self.facts.get("returned_because") or self.facts.get("remark") or ""
        told = [(self.facts[key], step) for key, step in _DAYS.items() if key in self.facts]
        concluded = self.facts.get("concluded_on")
        if "conclusion" in self.facts and concluded:
            told.append((concluded, ReviewStep[self.facts["conclusion"].name]))
        said = self.facts.get("step")
        if said and said not in {step for _day, step in told}:
            told.append((max([today, *(day for day, _step in told)]), said))
        for day, step in sorted(told, key=lambda one: one[0]):
            yield Note(step, day, words)


def _read(sheet: Ledger, line: Line) -> _Reading:
    reading = _Reading(sheet, line)
    if line.aside:
        return reading
    for column in sheet.layout.columns:
        text = line.texts.get(column.index, "")
        if not column.key or not text or _FIELDS[column.key].is_empty(text):
            continue
        try:
            reading.facts[column.key] = _PARSE.get(column.key, _FIELDS[column.key].kind.parse)(text)
        except ValueError as problem:
            reading.problems[column.key] = _FIELDS[column.key].complaint(problem)
    return reading


class _Taken:
    """Decides row by row; `settled` is what is to be written."""

    def __init__(self, session: Session, year: int, known: Known) -> None:
        self._session, self._year, self._known = session, year, known
        self._lines = {line.key: line for line in season(session, year, known.keys)}
        self._rows: dict[UUID, int] = {}
        self.settled: list[tuple[SeasonLine, dict[str, Any]]] = []

    def judge(self, reading: _Reading) -> Row:
        """Decide what becomes of a row."""
        if reading.line.aside:
            return reading.row("skipped", {"": reading.line.aside})
        if reading.problems:
            return reading.row("held", reading.problems)
        body, by = self._known.get(reading.facts)
        if body is None:
            return reading.row("held", {"name": "名册中没有这个单位，请核对名称或代码"})
        name = reading.facts.get("name")
        if by == "uscc" and name and name != body.name:
            said = f"代码是“{body.name}”的，与本行名称不同，请核对"
            return reading.row("held", {"name": said})
        reading.facts["name"] = body.name
        if body.id in self._rows:
            return reading.row("held", {"name": f"与第 {self._rows[body.id]} 行是同一单位"})
        self._rows[body.id] = reading.line.row + 1
        return self._settle(reading, self._lines[body.id])

    def _settle(self, reading: _Reading, line: SeasonLine) -> Row:
        notes = [*reading.notes(self._session.info["today"])]
        new = [note for note in notes if not _known_already(note, line.row)]
        if not new:
            return reading.row("unchanged", {})
        found, why = settle(self._session, self._year, line, new)
        if why:
            return reading.row("held", {"step": why})
        self.settled.append((line, found))
        return reading.row("changed" if line.row.review else "new", {})


def _known_already(note: Note, row: Any) -> bool:
    """Say whether a year's record says so already; a bare state also if it has gone further."""
    for key, step in _DAYS.items():
        if step is note.step:
            return bool(getattr(row, key) == note.on)
    return row.conclusion is not None and row.conclusion.name == note.step.value
