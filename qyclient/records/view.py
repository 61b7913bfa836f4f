"""What a list shows: the words looked for, and the order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """The state of one list: what was typed in the search box, and the column it is sorted by."""

    words: str = ""
    order: str = ""
    descending: bool = False
