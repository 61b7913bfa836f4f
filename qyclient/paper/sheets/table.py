"""Drawing a table as an Excel file: title, office, headings over several rows, rows, signatures.

Text is always written as text: codes keep every figure, and what begins with = + - @ is no formula.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from qyclient.paper.atomic import replacing
from qyclient.paper.report import Heading
from qyclient.paper.sheets.beside import Beside, draw_beside, draw_notes
from qyclient.paper.sheets.columns import Column, Formula, Value
from qyclient.paper.sheets.spans import spans
from qyclient.records.dates import format_date
from qyclient.records.field import Field

_LONGEST = 1_048_000
"""Rows that fit in one sheet, a few kept for headings and signatures."""

_A3, _A4 = 8, 9
_WIDEST_A4 = 15

_SIGNED = (
    "单位负责人：　　　　　审核人：　　　　　制表人：{}　　　　　联系电话：　　　　　填报日期：{}"
)


@dataclass(frozen=True, slots=True)
class Table:
    """What is drawn: a title, columns, what the second sheet says of them, and sheets beside."""

    title: str
    columns: Sequence[Column]
    unit: str = ""
    notes: Sequence[str] = ()
    signed: bool = True
    depth: int = 1
    beside: Sequence[Beside] = ()
    frozen: int = 0
    """Columns that stay in view."""
    mark: str = ""
    """By what a copy is traced to where it came from."""

    @property
    def personal(self) -> tuple[Field, ...]:
        """Return the fields with personal data that it shows in full."""
        return tuple(f for column in self.columns for f in column.fields if f.personal)


def write_table(path: Path, table: Table, records: Iterable[Any], heading: Heading) -> None:
    """Write one row per record under the headings; the file appears whole or not at all."""
    depth = max(table.depth, *(len(column.heading) for column in table.columns))
    with replacing(path) as partial:
        options = {"constant_memory": depth == 1, "strings_to_formulas": False}
        writer = import_module("xlsxwriter")  # loaded with the first sheet, not at start
        with writer.Workbook(str(partial), {**options, "strings_to_urls": False}) as book:
            book.set_properties(_properties(table, heading))
            sheet = book.add_worksheet(table.title[:31])
            drawing = _Drawing(book, sheet, table, depth)
            drawing.top(heading)
            drawing.headings()
            drawing.rows(records)
            if table.signed:
                drawing.signatures(heading)
            draw_notes(book, table.notes, heading)
            for other in table.beside:
                draw_beside(book, other)


class _Drawing:
    """One sheet under way."""

    def __init__(self, book: Any, sheet: Any, table: Table, depth: int) -> None:
        self._book, self._sheet, self._table, self._depth = book, sheet, table, depth
        self._last = len(table.columns) - 1
        self._row = 0
        sheet.set_landscape()
        sheet.set_paper(_A3 if self._last > _WIDEST_A4 else _A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C第 &P 页，共 &N 页")
        sheet.freeze_panes(2 + depth, table.frozen)
        sheet.repeat_rows(1, 1 + depth)
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, column.width)

    def top(self, heading: Heading) -> None:
        """Draw the title and the line under it: who reports, when, in which unit."""
        title = self._format(bold=True, font_size=16, align="center", valign="vcenter")
        self._sheet.set_row(0, 30)
        self._across(self._table.title, title)
        day = format_date(heading.as_of)
        line = f"填报单位（盖章）：{heading.office}　　　填报日期：{day}"
        line += f"　　　计量单位：{self._table.unit}" if self._table.unit else ""
        self._across(line + ("　　　【样例数据】" if heading.is_sample else ""), self._format())

    def headings(self) -> None:
        """Draw the headings, each over the columns and rows it spans."""
        grey = self._format(
            bold=True,
            align="center",
            valign="vcenter",
            text_wrap=True,
            border=1,
            bg_color="#E7E9ED",
        )
        for level in range(self._depth):
            self._sheet.set_row(self._row + level, 30 if level == 0 else 20)
        for first, last, top, bottom, text in spans(self._table.columns, self._depth):
            if (first, top) == (last, bottom):
                self._sheet.write_string(self._row + top, first, text, grey)
            else:
                self._sheet.merge_range(
                    self._row + top, first, self._row + bottom, last, text, grey
                )
        self._row += self._depth

    def rows(self, records: Iterable[Any]) -> None:
        """Draw the records."""
        looks = [
            self._format(
                num_format=column.number_format,
                border=1,
                align="right" if column.right else "left",
                valign="vcenter",
            )
            for column in self._table.columns
        ]
        for record in records:
            for number, column in enumerate(self._table.columns):
                _write(self._sheet, self._row, number, column.value(record), looks[number])
            self._row += 1

    def signatures(self, heading: Heading) -> None:
        """Draw the line that people sign."""
        self._across(_SIGNED.format(heading.operator, format_date(heading.made_on)), self._format())

    def _across(self, text: str, look: Any) -> None:
        if self._last > 0:
            self._sheet.merge_range(self._row, 0, self._row, self._last, text, look)
        else:
            self._sheet.write_string(self._row, 0, text, look)
        self._row += 1

    def _format(self, **look: Any) -> Any:
        return self._book.add_format({"font_name": "宋体", "font_size": 10.5, **look})


def _write(sheet: Any, row: int, number: int, value: Value, look: Any) -> None:
    match value:
        case None | "":
            sheet.write_blank(row, number, None, look)
        case str():
            sheet.write_string(row, number, value, look)
        case date():
            sheet.write_datetime(row, number, value, look)
        case Formula():
            told = "" if value.value is None else value.value
            sheet.write_formula(row, number, value.text, look, told)
        case int() | Decimal():
            sheet.write_number(row, number, value, look)


def _properties(table: Table, heading: Heading) -> dict[str, Any]:
    made = f"数据截至 {heading.as_of.isoformat()}，{heading.made_on.isoformat()} 制表"
    return {
        "title": table.title,
        "author": heading.operator,
        "company": heading.office,
        "comments": f"{made}；{table.mark}" if table.mark else made,
    }
