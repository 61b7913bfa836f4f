"""One page of settings: a hint, buttons, a list; what is refused is said above."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qyclient.errors import Invalid, Refused
from ui.kit.banner import Banner
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable

Deed = tuple[str, str, Callable[[], None]]
"""A button: its key, its words, what it does."""


class Panel(QWidget):
    """Subclasses give their heads and deeds, and read into `lines`."""

    def __init__(
        self, jobs: Jobs, banner: Banner, named: str, heads: Sequence[str], widths: Sequence[int]
    ) -> None:
        super().__init__()
        self.jobs, self.banner = jobs, banner
        self.hint = QLabel()
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.lines = LinesTable(heads, widths)
        self.lines.setAccessibleName(named)
        self.made: dict[str, QPushButton] = {}
        self.top = QHBoxLayout()
        column = QVBoxLayout(self)
        column.addWidget(self.hint)
        column.addLayout(self.top)
        column.addWidget(self.lines, 1)
        self.lines.selectionModel().selectionChanged.connect(lambda *_: self.allow())

    def offer(self, *deeds: Deed) -> None:
        """Put buttons above the list."""
        for key, text, deed in deeds:
            button = self.made[key] = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(partial(_do, deed))
            self.top.addWidget(button)
        self.top.addStretch()

    def row(self) -> int:
        """Return the selected row; -1 if none is."""
        rows = self.lines.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def allow(self) -> None:
        """Grey what cannot be done to the selected line."""

    def write(self, verb: Callable[..., Any], *given: Any, then: Callable[[Any], None]) -> None:
        """Run a verb; say above why it was refused."""
        self.banner.say("")
        self.jobs.write(verb, *given, then=then, refused=self.refuse)

    def refuse(self, no: Refused) -> None:
        """Say above why something was not done."""
        self.banner.say("；".join(no.problems.values()) if isinstance(no, Invalid) else str(no))


def _do(deed: Callable[[], None], _checked: bool = False) -> None:
    deed()
