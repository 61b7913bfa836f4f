"""What is found of any noun: how a record is told in one line, and where it is opened."""

from collections.abc import Callable
from typing import Any

from qyclient.records.base import Base, fields_of
from ui.kit.tab import Tab, Visit

TabOf = Callable[[type[Any]], str]
"""The title of the tab that lists a noun; nothing if none does."""

_FACTS = 3


def told(record: Base) -> tuple[str, str]:
    """Return what a record is called in a list of all sorts of records, and a few facts."""
    shown = [field for field in fields_of(type(record)) if field.in_table]
    first = next((field for field in shown if field.found), None)
    called = first.masked(record) if first else str(record)
    facts = [field.masked(record) for field in shown if field is not first]
    return called, " · ".join([fact for fact in facts if fact][:_FACTS])


def words_for(record: Base) -> str:
    """Return the words by which a list of its noun finds a record."""
    fields = {field.key: field for field in fields_of(type(record))}
    for key in record.__called_by__:
        if fields[key].found and (text := fields[key].show(record)):
            return text
    through = [field.key for field in fields.values() if field.found and field.target is not None]
    return words_for(getattr(record, through[0])) if through else ""


def place_of(record: Base, tab_of: TabOf) -> tuple[str, Visit] | None:
    """Return the tab a record is opened in: its own, or that of the first record it belongs to."""
    belongs = [field.key for field in fields_of(type(record)) if field.target is not None]
    for shown in (record, *(getattr(record, key) for key in belongs)):
        if shown is not None and (title := tab_of(type(shown))):
            return title, Visit(words=words_for(shown), record=shown)
    return None


def show_record(tab: Tab, record: Base) -> None:
    """Let a tab ask for the room that lists a record, and for the record to be shown there."""
    if (place := place_of(record, tab.tab_of)) is not None:
        tab.wants.emit(*place)
