"""市局表样: reading an empty form, settling its places, comparing it with last year's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.paper.forms.parts import formulas
from qyclient.paper.reading import Sheet, read_workbook
from qyclient.progress import Progress
from qyclient.records.kinds import DATE
from qyclient.returns.models import OfficialForm
from qyclient.returns.rules.form_answers import Answer, Fill, proposed
from qyclient.returns.rules.form_slots import Slot, slots
from qyclient.returns.services.form_nouns import USUAL, headings, meanings
from qyclient.returns.services.keeping import let_fill

_XLSX = (".xlsx", ".xlsm")
_OLD = "“{name}”是旧版 .xls，不能照原样填写；请在 Excel 或 WPS 中打开，另存为 .xlsx 后再用。"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a form with what goes into it, and whether somebody settled that."""

    slot: Slot
    answer: Answer
    settled: bool


@dataclass(frozen=True, slots=True)
class ReadForm:
    """An empty form as it was read: its sheets, its places, its bytes."""

    file_name: str
    sheets: Sequence[Sheet]
    slots: Sequence[Slot]
    content: bytes


@dataclass(frozen=True, slots=True)
class Compared:
    """A form against what was settled before: its places, and the words that are gone from it."""

    form: ReadForm
    places: Sequence[Place]
    gone: Sequence[str]

    @property
    def open(self) -> list[Place]:
        """Return the places that are still to be settled."""
        return [one for one in self.places if not one.settled]


def read_form(path: Path, progress: Progress) -> ReadForm:
    """Read an empty form within bounds; refuse what is no .xlsx, with what to do."""
    if path.suffix.lower() == ".xls":
        raise Refused(_OLD.format(name=path.name))
    if path.suffix.lower() not in _XLSX:
        raise Refused(f"“{path.name}”不是 Excel 表样（.xlsx）。")
    sheets = [one for one in read_workbook(path, progress) if one.visible]
    taken = formulas(path)
    found: list[Slot] = []
    for sheet in sheets:
        cells = frozenset(_at(cell) for cell in taken.get(sheet.name, ()))
        found.extend(slots(sheet, headings(), cells))
    if not found:
        raise Refused(f"“{path.name}”里没有找到要填的空格；请确认是空白表样。")
    return ReadForm(path.name, sheets, found, path.read_bytes())


def compare(session: Session, form: ReadForm, name: str = "") -> Compared:
    """Hold a form against what was settled under a name; what is new is proposed by its words."""
    kept = form_called(session, name) if name else None
    known: Mapping[str, dict[str, object]] = kept.answers if kept else {}
    places = [_place(slot, known) for slot in form.slots]
    gone = [key for key in known if key not in {slot.key for slot in form.slots}]
    return Compared(form, places, gone)


def learn(
    session: Session, name: str, form: ReadForm, places: Sequence[Place], due: str = ""
) -> OfficialForm:
    """Keep a form and what goes into its places; the one of the same name is replaced."""
    let_fill(session)
    if not name.strip():
        raise Invalid({"name": "请给表样起个名字，明年的新表样用同一个名字"})
    kept = form_called(session, name)
    if kept is None:
        kept = OfficialForm(name=name.strip(), learned_by=session.info["stamp"].operator)
        session.add(kept)
    kept.file_name, kept.blank = form.file_name, form.content
    kept.places = len(places)
    kept.open_places = sum(not one.settled for one in places)
    kept.answers = {one.slot.key: one.answer.plain() for one in places if one.settled}
    if due.strip():
        kept.due_on = _day(due)
    session.flush()
    return kept


def kept_form(session: Session, key: UUID, progress: Progress) -> tuple[OfficialForm, Compared]:
    """Return a form that is kept, read again, with its places."""
    kept = session.get(OfficialForm, key)
    if kept is None:
        raise Overtaken("这个表样已不存在。")
    with TemporaryDirectory() as folder:
        path = Path(folder) / kept.file_name
        path.write_bytes(kept.blank)
        form = read_form(path, progress)
    return kept, compare(session, form, kept.name)


def form_called(session: Session, name: str) -> OfficialForm | None:
    """Return the form of a name; None if there is none."""
    mine = select(OfficialForm).where(OfficialForm.name == name.strip())
    found: OfficialForm | None = session.scalar(mine)
    return found


def settle(place: Place, answer: Answer) -> Place:
    """Return a place with what a person said goes into it."""
    return replace(place, answer=answer, settled=True)


def _place(slot: Slot, known: Mapping[str, dict[str, object]]) -> Place:
    if slot.key in known:
        answer = Answer(**known[slot.key])  # type: ignore[arg-type]  # as it was kept by `plain`
        if answer.sort != Fill.LIST.value or set(answer.columns) == {h for _n, h, _k in slot.heads}:
            return Place(slot, answer, settled=True)
        before = proposed(slot, meanings())
        columns = {h: answer.columns.get(h, key) for h, key in before.columns.items()}
        return Place(slot, replace(answer, columns=columns), settled=False)
    answer = proposed(slot, meanings())
    usual = USUAL.get(answer.noun, {})
    filters = {**usual, **answer.filters} if answer.noun else answer.filters
    return Place(slot, replace(answer, filters=filters), settled=False)


def _day(text: str) -> date:
    try:
        return DATE.parse(text)
    except ValueError as problem:
        raise Invalid({"due_on": str(problem)}) from None


def _at(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]) - 1, column - 1
