"""A styled export, against a bare XlsxWriter loop with the same styles; and a ledger coming in."""

from datetime import date

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from qyclient.office.services import establish
from qyclient.organizations.models import Organization
from qyclient.organizations.services.intake import take_in
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.paper.report import Heading
from qyclient.paper.sheets.columns import of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.progress import Silent
from qyclient.records.base import fields_of
from qyclient.workspace import Workspace
from tests.benchmarks.crowd import clock
from tests.benchmarks.figures import Figure, peak_mb, seconds

_COLUMNS = 30


class _Body:
    """A row as a record: what a list is given."""

    def __init__(self, row):
        self.__dict__.update(row)


def figures(folder, rows):
    fields = fields_of(Organization)[:_COLUMNS]
    bodies = [_Body(row) for row in rows]
    before = peak_mb()
    ours = seconds(_ours, folder / "ours.xlsx", fields, bodies)
    grown = peak_mb() - before
    shown = [[field.show(body) for field in fields] for body in bodies]
    raw = seconds(_bare, folder / "bare.xlsx", fields, shown)
    return [
        Figure(f"styled export of {len(rows):,} x {_COLUMNS}", ours, raw, "1.2x"),
        Figure("memory it takes", grown, max(grown, 1.0), "flat", "MB"),
        _intake(folder),
    ]


def _ours(path, fields, bodies):
    heading = Heading("清远市清新区民政局", "基准", date(2026, 3, 2), date(2026, 3, 2))
    columns = [of_field(field, masked=False) for field in fields]
    write_table(path, Table("名册", columns, signed=False), bodies, heading)


def _bare(path, fields, shown):
    with Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        looks = [
            book.add_format(
                {
                    "font_name": "宋体",
                    "font_size": 10.5,
                    "num_format": field.kind.number_format,
                    "border": 1,
                    "align": "right" if field.kind.align_right else "left",
                    "valign": "vcenter",
                }
            )
            for field in fields
        ]
        for row, cells in enumerate(shown):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell, looks[column])


def _intake(folder):
    """Bring the sheet just written in; raw is reading it and putting nothing anywhere."""
    workspace = Workspace(folder / "intake", "基准", clock)
    workspace.write(establish, "441803")

    def whole():
        workspace.write(take_in, read_ledgers([folder / "ours.xlsx"], Silent()), "试", Silent())

    ours = seconds(whole)
    raw = seconds(_read, folder / "ours.xlsx")
    workspace.close()
    return Figure("the same sheet brought in (against reading it)", ours, raw, "")


def _read(path):
    with path.open("rb") as file:
        CalamineWorkbook.from_object(file).get_sheet_by_index(0).to_python()
