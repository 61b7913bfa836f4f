"""Working out what goes into the places of a form, and writing it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.office.services import area_called, office_of
from qyclient.paper.forms.cells import Value
from qyclient.paper.forms.filling import Grown, SheetValues, fill_form
from qyclient.paper.ledger.cells import cell_text
from qyclient.paper.sheets.columns import of_field
from qyclient.progress import Progress
from qyclient.records.dates import format_date
from qyclient.records.view import Filter, View
from qyclient.returns.models import OfficialForm
from qyclient.returns.rules.form_answers import Answer, Fill
from qyclient.returns.rules.form_slots import Slot
from qyclient.returns.services.form_nouns import NOUNS, fields
from qyclient.returns.services.forms import Compared, Place, kept_form
from qyclient.returns.services.keeping import let_fill
from qyclient.store.listing import count, page

_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form ready to be written: its empty bytes and what goes into each sheet."""

    file_name: str
    content: bytes
    values: dict[str, SheetValues]

    def write(self, path: Path) -> None:
        """Write it; the file appears whole or not at all."""
        with TemporaryDirectory() as folder:
            source = Path(folder) / "form.xlsx"
            source.write_bytes(self.content)
            fill_form(source, path, self.values)


def fill_kept(session: Session, key: UUID, progress: Progress) -> FilledForm:
    """Fill in a form that is kept; refuse while one of its places is not settled."""
    let_fill(session)
    kept, compared = kept_form(session, key, progress)
    if compared.open:
        raise Refused(
            f"“{kept.name}”还有 {len(compared.open)} 处没有定：{compared.open[0].slot.called} 等，"
            "请先在表样里定好。"
        )
    kept.filled_on = session.info["today"]
    return filled(session, kept, compared)


def filled(session: Session, kept: OfficialForm, compared: Compared) -> FilledForm:
    """Return a form with its values."""
    values: dict[str, SheetValues] = {}
    for sheet in compared.form.sheets:
        mine = [one for one in compared.places if one.slot.sheet == sheet.name]
        lists = [_list(session, one) for one in mine if one.answer.sort == Fill.LIST.value]
        cells: dict[tuple[int, int], Value] = {}
        for one in mine:
            value = value_of(session, one.slot, one.answer)
            if one.slot.appended and value is not None:
                row, column = one.slot.at
                value = cell_text(sheet.rows[row][column]) + cell_text(_shown(value))
            if value is not None:
                cells[one.slot.at] = value
        if cells or lists:
            values[sheet.name] = SheetValues(cells, lists)
    return FilledForm(kept.file_name, kept.blank, values)


def value_of(session: Session, slot: Slot, answer: Answer) -> Value:
    """Return what goes into a single cell; None if nothing does."""
    match answer.sort:
        case Fill.NUMBER.value:
            return count(session, NOUNS[answer.noun], view_of(answer))
        case Fill.SUM.value:
            return _sum(session, slot, answer)
        case Fill.FACT.value:
            return _fact(session, answer.text)
        case Fill.TYPED.value:
            return _typed(answer.text)
    return None


def view_of(answer: Answer) -> View:
    """Return the list an answer is about."""
    return View(filters=tuple(Filter(k, among=tuple(v)) for k, v in answer.filters.items()))


def _list(session: Session, place: Place) -> Grown:
    slot, answer = place.slot, place.answer
    own = fields(answer.noun)
    shown = [
        (column, key if key == "#" else of_field(own[key], masked=True))
        for column, heading, _known in slot.heads
        if (key := answer.columns.get(heading, ""))
    ]
    rows: list[dict[int, Any]] = [
        {n: number if isinstance(c, str) else c.value(record) for n, c in shown}
        for number, record in enumerate(page(session, NOUNS[answer.noun], view_of(answer)), 1)
    ]
    return Grown(slot.at[0], slot.last, rows)


def _sum(session: Session, slot: Slot, answer: Answer) -> Value:
    records = page(session, NOUNS[answer.noun], view_of(answer))
    known = [v for one in records if (v := getattr(one, answer.summed)) is not None]
    if not known:
        return None
    total = sum(known, Decimal(0))
    if "万元" in slot.column + slot.row:
        return (total / _TEN_THOUSAND).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return total


def _fact(session: Session, key: str) -> Value:
    office = office_of(session)
    today = session.info["today"]
    return {
        "office": office.name,
        "area": area_called(session, office.area_code, today),
        "day": format_date(today),
        "operator": session.info["stamp"].operator,
        "phone": office.phone,
        "year": str(today.year),
    }.get(key)


def _typed(text: str) -> Value:
    plain = text.strip()
    try:
        number = Decimal(plain) if (plain and not plain.startswith("0")) or plain == "0" else None
    except ArithmeticError:
        number = None
    exact = number is not None and number.is_finite() and len(plain) <= 15  # noqa: PLR2004 - Excel keeps 15 figures
    return number if exact else plain or None


def _shown(value: Value) -> str | int | float | None:
    return float(value) if isinstance(value, Decimal) else value  # type: ignore[return-value]  # a day is a text here
