"""The numbers of a season: each shows the bodies behind it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from qyclient.organizations.services.season import Line
from qyclient.organizations.services.season_lists import LISTS, numbers


class Chips(QWidget):
    """One of them is always pressed; `changed` tells that it is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = next(iter(LISTS))
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, one in LISTS.items():
            chip = QPushButton(one.label)
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.setChecked(key == self.chosen)
            chip.clicked.connect(partial(self._press, key))
            group.addButton(chip)
            self.buttons[key] = chip
            row.addWidget(chip)
        row.addStretch()

    def count(self, lines: Sequence[Line]) -> None:
        """Show how many each list holds."""
        for key, many in numbers(lines).items():
            self.buttons[key].setText(f"{LISTS[key].label} {many}")

    def choose(self, key: str) -> None:
        """Show a list."""
        self.buttons[key].setChecked(True)
        self._press(key)

    def _press(self, key: str, _checked: bool = False) -> None:
        self.chosen = key
        self.changed.emit()
