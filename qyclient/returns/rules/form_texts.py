"""The texts of a form: what stands in each cell, and what kind of row they make."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from qyclient.paper.ledger.cells import cell_text
from qyclient.paper.reading import Sheet

COLON = ("：", ":")
At = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as texts, a merged one standing in each of its cells; `heads` are merged starts."""

    texts: Sequence[Sequence[str]]
    covered: AbstractSet[At]


def grid_of(sheet: Sheet) -> Grid:
    """Return the texts of a sheet without spaces, each merged one in all its cells."""
    texts = [["".join(cell_text(cell).split()) for cell in row] for row in sheet.rows]
    covered: set[At] = set()
    for top, left, bottom, right in sheet.merged:
        for row in range(top, min(bottom + 1, len(texts))):
            for column in range(left, min(right + 1, len(texts[row]))):
                if (row, column) != (top, left):
                    covered.add((row, column))
                    texts[row][column] = texts[top][left]
    return Grid(texts, covered)


def told(texts: Iterable[str]) -> list[str]:
    """Return the words next to a cell: past the empty ones, as far as there are words."""
    found: list[str] = []
    for text in texts:
        if text and is_number(text):
            continue
        if text and text not in found:
            found.append(text)
        elif not text and found:
            break
    return found


def is_empty(texts: Sequence[str], numbered: AbstractSet[int]) -> bool:
    """Say whether a row waits for a record: nothing stands in it but perhaps its number."""
    return all(not text or (n in numbered and is_number(text)) for n, text in enumerate(texts))


def is_title(texts: Sequence[str]) -> bool:
    """Say whether a row stands over the headings: a title across it, or 填报单位 and the like."""
    words = {text for text in texts if text}
    wide = sum(bool(text) for text in texts) > 1
    return any(text.endswith(COLON) for text in words) or (len(words) == 1 and wide)


def is_number(text: str) -> bool:
    """Say whether a text is a bare number, as under the headings of many forms."""
    return text.replace(".", "", 1).replace("-", "", 1).isdecimal()
