"""A filled return as a table: live totals as formulas, what it rests on, and its cross-checks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from qyclient import __version__
from qyclient.paper.report import Heading
from qyclient.paper.sheets.beside import Beside
from qyclient.paper.sheets.columns import Column, Formula, Value
from qyclient.paper.sheets.table import Table, write_table
from qyclient.returns.rules.checks import address, named, shown
from qyclient.returns.rules.figures import Filled, Place
from qyclient.returns.rules.layouts import Asked, Layout, Told

_CHECKS = ("校验项", "左边", "数", "右边", "数", "结果", "说明")
_WIDTHS = (40, 34, 12, 34, 12, 12, 44)
_WIDE = 24


@dataclass(frozen=True, slots=True)
class Made:
    """A return to be written: its figures, its checks as rows of texts, who answers for it when."""

    title: str
    filled: Filled
    checks: Sequence[Sequence[str]]
    period: str
    state: str
    fingerprint: str
    made_at: datetime
    sent: Sequence[str] = ()
    checker: str = ""
    head: str = ""


def write_sheet(path: Path, made: Made, heading: Heading) -> None:
    """Write a return as .xlsx; the file appears whole or not at all."""
    write_table(path, table_of(made, heading), made.filled.layout.rows, heading)


def table_of(made: Made, heading: Heading) -> Table:
    """Return a filled return as a table, one record for each of its rows."""
    layout = made.filled.layout
    return Table(
        made.title,
        [_labels(), *(_column(made.filled, column) for column in layout.columns)],
        unit=layout.unit,
        notes=[*_made_of(made, heading), *layout.notes, *_typed(made.filled)],
        beside=[Beside("校验结果", _CHECKS, _WIDTHS, made.checks)],
        frozen=1,
        mark=f"快照 {made.fingerprint}" if made.fingerprint else "未审核，数字未固定",
    )


def _labels() -> Column:
    def label(row: Any) -> str:
        return "　" * int(row.level) + str(row.label)

    return Column(("类别",), label, width=_WIDE, text=label)


def _column(filled: Filled, asked: Asked) -> Column:
    def value(row: Any) -> Value:
        figure = filled.cells[row.key, asked.key]
        text = formula(filled.layout, (row.key, asked.key))
        return Formula(text, figure) if text else figure

    def text(row: Any) -> str:
        return shown(filled.cells[row.key, asked.key])

    number = "0." + "0" * asked.decimals if asked.decimals else "0"
    return Column(asked.heading, value, number, asked.width, right=True, text=text)


def formula(layout: Layout, place: Place) -> str:
    """Return how Excel works a cell out; nothing if it is a figure of its own."""
    row, column = layout.row(place[0]), layout.column(place[1])
    at = partial(address, layout)
    if column.ratio:
        part, whole = (at((row.key, key)) for key in column.ratio)
        return f'=IF(N({whole})=0,"",ROUND({part}/{whole}*100,{column.decimals}))'
    if column.plus:
        more = "+".join(f"N({at((row.key, key))})" for key in column.plus)
        return f"={more}" + "".join(f"-N({at((row.key, key))})" for key in column.minus)
    if row.parts:
        cells = _cells(layout, row, column.key)
        return f'=IF(COUNT({cells})=0,"",SUM({cells}))'
    return ""


def _cells(layout: Layout, row: Told, column: str) -> str:
    """Return the cells a total adds: as one range where they stand together."""
    keys = [one.key for one in layout.rows]
    places = [keys.index(part) for part in row.parts]
    named_cells = [address(layout, (part, column)) for part in row.parts]
    if places == [*range(places[0], places[0] + len(places))] and len(places) > 1:
        return f"{named_cells[0]}:{named_cells[-1]}"
    return ",".join(named_cells)


def _made_of(made: Made, heading: Heading) -> list[str]:
    layout = made.filled.layout
    form = f"表号：{layout.form_no}" if layout.form_no else "表号：由市局规定，未规定的留空"
    frozen = made.fingerprint or "未审核，数字未固定，仍随登记簿变动"
    return [
        form,
        f"报告期：{made.period}；环节：{made.state}",
        f"生成：{made.made_at:%Y-%m-%d %H:%M}，{heading.operator}；程序版本 {__version__}",
        f"数据快照（SHA-256）：{frozen}",
        *made.sent,
    ]


def _typed(filled: Filled) -> list[str]:
    """Return which figures were typed over what was counted, and why."""
    tell: Callable[[Place], str] = partial(named, filled.layout)
    return [f"改填：{tell(place)}：{why}" for place, why in filled.typed.items()]
