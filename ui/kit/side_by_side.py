"""Two or more records, or two states of one, beside each other with their differences marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.kit.facts import value
from ui.kit.scrolled import show_in

_LABEL, _MARK = 132, 44


@dataclass(frozen=True, slots=True)
class Pair:
    """One field: what stands on the left and on the right, as shown, and whether they differ."""

    label: str
    left: str
    right: str
    differs: bool


class SideBySide(QWidget):
    """Differences carry the word 不同 and a colour; the others can be left out."""

    def __init__(self, headers: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headers = headers
        self.pairs: Sequence[Pair] = ()
        self.only = QCheckBox("只看不同的")
        self.only.toggled.connect(lambda _on: self._lay_out())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName("并排对照")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.only)
        column.addWidget(self._scroll, 1)

    def show_pairs(self, pairs: Sequence[Pair], headers: tuple[str, str] | None = None) -> None:
        """Show fields from top to bottom."""
        self._headers = headers or self._headers
        self.pairs = pairs
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _MARK)
        grid.setColumnMinimumWidth(1, _LABEL)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(3, 1)
        for number, header in enumerate(self._headers, 2):
            grid.addWidget(_label(header, "heading"), 0, number)
        shown = [pair for pair in self.pairs if pair.differs or not self.only.isChecked()]
        for row, pair in enumerate(shown, 1):
            role = "problem" if pair.differs else "label"
            grid.addWidget(_label("≠ 不同" if pair.differs else "", "problem"), row, 0, _TOP)
            grid.addWidget(_label(pair.label, role), row, 1, _TOP)
            for number, text in enumerate((pair.left, pair.right), 2):
                cell = value(text or "—")
                cell.setAccessibleName(f"{self._headers[number - 2]}：{pair.label}")
                grid.addWidget(cell, row, number, _TOP)
        grid.setRowStretch(len(shown) + 1, 1)
        show_in(self._scroll, body)


_TOP = Qt.AlignmentFlag.AlignTop


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
