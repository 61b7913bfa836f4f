"""What was found in a workbook: plain values, row by row."""

from dataclasses import dataclass
from datetime import date, datetime, time

Cell = str | int | float | bool | date | datetime | time | None
"""None is an empty cell; a duration of a day or more comes as text such as ``36:00:00``."""
Row = tuple[Cell, ...]
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0; the last ones belong to it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, counted from A1: `rows[0]` is what Excel calls row 1, all rows equally wide."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Area, ...]
    visible: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a sheet on their way from the child; rows end with their last value."""

    number: int
    name: str
    visible: bool
    height: int
    rows: list[Row]
    merged: list[Area]
