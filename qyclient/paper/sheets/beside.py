"""Sheets beside a table: 填表说明, 校验结果."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qyclient.paper.report import Heading
from qyclient.records.dates import format_date


@dataclass(frozen=True, slots=True)
class Beside:
    """A sheet of texts beside the table, such as 校验结果: its name, heads, widths and rows."""

    name: str
    heads: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str]]


def draw_beside(book: Any, other: Beside) -> None:
    """Draw a sheet of texts into a workbook under way."""
    sheet = book.add_worksheet(other.name)
    plain = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "border": 1}
    head = book.add_format({**plain, "bold": True, "bg_color": "#E7E9ED"})
    cell = book.add_format({**plain, "valign": "vcenter"})
    for number, width in enumerate(other.widths):
        sheet.set_column(number, number, width)
    for row, texts in enumerate([other.heads, *other.rows]):
        for number, text in enumerate(texts):
            sheet.write_string(row, number, text, cell if row else head)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def draw_notes(book: Any, notes: Sequence[str], heading: Heading) -> None:
    """Draw 填表说明: who filled it, of which day, and what is to be known of it."""
    if not notes:
        return
    sheet = book.add_worksheet("填表说明")
    sheet.set_column(0, 0, 110)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    plain = book.add_format({"font_name": "宋体", "font_size": 10.5, "text_wrap": True})
    lines = [
        f"填报单位：{heading.office}",
        f"数据截至：{format_date(heading.as_of)}；制表：{heading.operator}，{format_date(heading.made_on)}",
        *notes,
    ]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, plain)
