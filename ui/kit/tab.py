"""What every tab of the window has in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from qyclient.records.view import Filter


@dataclass(frozen=True, slots=True)
class Visit:
    """What one tab wants of another: words to look for, filters, an action, a record to show."""

    words: str = ""
    filters: tuple["Filter", ...] = ()
    action: str = ""
    record: Any = None


def _nowhere(_noun: type[Any]) -> str:
    return ""


class Tab(QWidget):
    """`counted` is a sentence for the status bar; `wants` asks for another tab, with a Visit.

    `tab_of` names the tab that lists a noun; the window gives it.
    """

    counted = Signal(str)
    wants = Signal(str, object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.tab_of: Callable[[type[Any]], str] = _nowhere
        self.count_text = ""
        self.group_text = ""

    @classmethod
    def nouns(cls) -> tuple[type[Any], ...]:
        """Return the nouns it lists: what is found of them is opened here."""
        return ()

    def start(self) -> None:
        """Read what is shown; called when the tab is first looked at."""

    def visit(self, visit: Visit) -> None:
        """Show or do what another tab wanted."""

    @property
    def counts(self) -> str:
        """Return the sentence for the status bar."""
        return f"{self.count_text}：{self.group_text}" if self.group_text else self.count_text

    def say_counts(self, text: str) -> None:
        """Keep and tell how many there are."""
        self.count_text, self.group_text = text, ""
        self.counted.emit(self.counts)

    def say_groups(self, text: str) -> None:
        """Keep and tell how those that are shown divide."""
        self.group_text = text
        self.counted.emit(self.counts)
