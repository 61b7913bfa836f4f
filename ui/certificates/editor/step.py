"""One change of a template, done and taken back."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from qyclient.paper.pdf.overprint import Template


class Step(QUndoCommand):
    """From one whole template to another."""

    def __init__(self, show: Callable[[Template], None], before: Template, after: Template) -> None:
        super().__init__("改动")
        self._show, self._before, self._after = show, before, after

    def redo(self) -> None:
        """Do it."""
        self._show(self._after)

    def undo(self) -> None:
        """Take it back."""
        self._show(self._before)
