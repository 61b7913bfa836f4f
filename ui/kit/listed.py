"""What a tab of records declares: what it shows, what it offers, and how loud its words are."""

from collections.abc import Sequence
from typing import Any, ClassVar

from qyclient.paper.report import Report
from qyclient.records.base import Base, fields_of
from ui.kit.actions import Action
from ui.kit.columns import Column, Work, table_columns
from ui.kit.detail_pane import Child, Picture
from ui.kit.filters import Preset
from ui.kit.tab import Tab


class Listed(Tab):
    """Declarations with what is usual; `RecordTab` builds the widgets from them."""

    model: ClassVar[type[Base]]
    offers: ClassVar[tuple[Action, ...]] = ()
    reports: ClassVar[tuple[Report, ...]] = ()
    children_: ClassVar[tuple[Child | Picture, ...]] = ()
    work: ClassVar[Work | None] = None
    search_hint: ClassVar[str] = "名称、拼音首字母"
    nothing_yet: ClassVar[tuple[str, str]] = ("还没有记录", "")
    grouped_by: ClassVar[str] = ""
    """The choice by which the status bar counts what is shown."""
    touched_by: ClassVar[frozenset[str]] = frozenset()
    """The tables, beside the noun's own and its links', whose changes show in the list."""

    @classmethod
    def nouns(cls) -> tuple[type[Any], ...]:
        """Return the noun it lists."""
        return (cls.model,)

    def tone(self, _record: Any, _key: str) -> str:
        """Return how loud a cell's word is: good, warn, bad, quiet, plain or nothing."""
        return ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return a record's title, the word beside it, and the word's tone."""
        return str(record), "", ""

    def columns(self) -> Sequence[Column]:
        """Return what the table shows, from left to right."""
        return table_columns(fields_of(self.model))

    def presets(self) -> Sequence[Preset]:
        """Return the views that are wanted often."""
        return ()
