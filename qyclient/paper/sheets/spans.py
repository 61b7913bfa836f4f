"""Headings over several columns and rows: which cells each covers."""

from collections.abc import Sequence

from qyclient.paper.sheets.columns import Column

Span = tuple[int, int, int, int, str]
"""First and last column, first and last row, text."""


def spans(columns: Sequence[Column], depth: int) -> list[Span]:
    """Return for each heading: first and last column, first and last row, text."""
    found: list[Span] = []
    for level in range(depth):
        first = 0
        while first < len(columns):
            heading = columns[first].heading
            last = first
            if level < len(heading):
                above = heading[: level + 1]
                leaf = level == len(heading) - 1
                while (
                    not leaf
                    and last + 1 < len(columns)
                    and columns[last + 1].heading[: level + 1] == above
                ):
                    last += 1
                found.append((first, last, level, depth - 1 if leaf else level, heading[level]))
            first = last + 1
    return found
