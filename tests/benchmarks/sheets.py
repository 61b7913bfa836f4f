"""A styled export, against a bare XlsxWriter loop with the same styles; and a ledger coming in."""

from datetime import date
from itertools import cycle, islice
from statistics import median

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from qyclient.organizations.models import Organization
from qyclient.organizations.services.intake import take_in
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.paper.report import Heading
from qyclient.paper.sheets.columns import of_field
from qyclient.paper.sheets.table import Table, write_table
from qyclient.progress import Silent
from qyclient.records.base import fields_of
from qyclient.workspace import REGISTER
from tests.benchmarks.crowd import register
from tests.benchmarks.figures import Figure, Watched, seconds
from tests.benchmarks.writing import past_the_door

_COLUMNS, _LINES = 30, 100_000
_ROUNDS = 3


class _Body:
    """A row as a record: what a list is given."""

    def __init__(self, row):
        self.__dict__.update(row)


def figures(folder, rows):
    """Write a long list, then bring a ledger of these rows in."""
    fields = fields_of(Organization)[:_COLUMNS]
    bodies = [_Body(row) for row in rows]
    shown = [[field.show(body) for field in fields] for body in bodies]
    long = Watched(islice(cycle(bodies), _LINES))
    ours = seconds(_ours, folder / "long.xlsx", fields, long)
    bare = Watched(islice(cycle(shown), _LINES))
    raw = seconds(_bare, folder / "bare.xlsx", fields, bare)
    said = f"styled export of {_LINES:,} x {_COLUMNS}"
    return [
        Figure(said, ours, raw, 1.2),
        Figure("memory it takes (flat: not more than the bare loop and 10 MB)", long.most, None,
               bare.most + 10, "MB"),
        *_intake(folder, fields, bodies),
    ]  # fmt: skip


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


def _intake(folder, fields, bodies):
    """Bring a sheet in; raw is reading it, and putting its rows into the tables."""
    _ours(folder / "ledger.xlsx", fields, bodies)
    ours, raw = [], []
    for number in range(_ROUNDS):
        workspace = register(folder / f"in{number}", [])
        ours.append(seconds(_bring_in, workspace, folder / "ledger.xlsx"))
        workspace.close()
        put = past_the_door(folder / f"in{number}" / REGISTER, folder / f"in{number}raw")
        raw.append(seconds(_read, folder / "ledger.xlsx") + put)
    said = f"ledger of {len(bodies):,} x {len(fields)} brought in, against calamine + raw insert"
    return [Figure(said, median(ours), median(raw), 3)]


def _bring_in(workspace, path):
    ledgers = read_ledgers([path], Silent())
    held = workspace.write(take_in, ledgers, "试", Silent()).value.counts["held"]
    assert held < 100, f"{held} rows were held: nothing was measured"


def _read(path):
    with path.open("rb") as file:
        CalamineWorkbook.from_object(file).get_sheet_by_index(0).to_python()
