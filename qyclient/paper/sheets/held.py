"""Rows given back to the clerk, in the layout they came in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from qyclient.paper.reading import Sheet


@dataclass(frozen=True, slots=True)
class HeldSheet:
    """The part of a sheet that goes back: its headings, and rows by number with their reasons.

    `mended` are the cells that were mended meanwhile, by row and column.
    """

    sheet: Sheet
    headings: range
    reasons: Mapping[int, Sequence[str]]
    cells: Mapping[int, str]
    mended: Mapping[tuple[int, int], str] = field(default_factory=dict)


def write_held(path: Path, sheets: Sequence[HeldSheet]) -> None:
    """Write the held rows of each sheet under the headings they came with; rows count from 0.

    Only now is openpyxl loaded: it would slow each start.
    """
    import_module("qyclient.paper.sheets.handed_back").draw(path, sheets)
