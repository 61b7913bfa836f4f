"""What a list shows: the words looked for, what each column is narrowed to, and the order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """One column narrowed: to a part of its text, some values, a range, or what is (not) empty.

    Values are plain ones (codes of choices, ISO dates, yuan as decimal text), so that a filter can
    be kept and sent as text. What is not given does not narrow.
    """

    key: str
    contains: str = ""
    among: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    empty: bool | None = None


@dataclass(frozen=True, slots=True)
class View:
    """The state of one list: the search box, the column it is sorted by, its filters."""

    words: str = ""
    order: str = ""
    descending: bool = False
    filters: tuple[Filter, ...] = ()
