"""评分表 as a protected workbook: one per rater, to be filled in and sent back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from qyclient.evaluations.rules.sheet_form import HEADS, POINTS, REASON, TOP, Form
from qyclient.paper.atomic import replacing
from qyclient.paper.report import Heading

_WIDTHS = (8, 28, 40, 8, 10, 36)
_BASE: Mapping[str, Any] = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}


def write_score_sheet(path: Path, form: Form, heading: Heading) -> None:
    """Write a rater's form, in which only points and reasons can be typed."""
    with replacing(path) as partial:
        options = {"strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(str(partial), options) as book:
            book.set_properties({"title": form.title, "company": heading.office})
            _draw(book, form)


def _draw(book: Workbook, form: Form) -> None:
    sheet = book.add_worksheet("评分表")
    sheet.protect("", {"select_locked_cells": True, "format_columns": True})
    text = book.add_format({**_BASE, "border": 1, "text_wrap": True, "num_format": "@"})
    bold = book.add_format({**_BASE, "bold": True, "font_size": 14})
    open_ = {**_BASE, "border": 1, "text_wrap": True, "locked": False, "bg_color": "#FFFBE6"}
    number, words = book.add_format(open_), book.add_format({**open_, "num_format": "@"})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(TOP - 1)
    sheet.freeze_panes(TOP, 2)
    for row, cells in enumerate(form.cells()):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, bold if row == 0 else text)
    for n, line in enumerate(form.lines, start=TOP):
        if line.points is None:
            sheet.write_blank(n, POINTS, None, number)
        else:
            sheet.write_number(n, POINTS, line.points, number)
        sheet.write_string(n, REASON, line.reason, words)
        most = 1 if "0" in line.full and "1" in line.full and "或" in line.full else line.full
        rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": float(most)}
        said = {"error_title": "得分", "error_message": f"应在 0 到 {most} 之间"}
        sheet.data_validation(n, POINTS, n, POINTS, {**rule, **said})
    sheet.set_footer(f"&L{form.code}&R第 &P 页，共 &N 页")
    sheet.set_column(len(HEADS), len(HEADS), 2)
