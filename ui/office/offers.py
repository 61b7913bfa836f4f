"""What one may begin with: buttons beside each other, each with a hint below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from ui.kit.icons import icon

Told = tuple[QPushButton, str, str, str, Callable[[], None]]
"""A button, its text, its picture, its hint, and what it does."""


def beside_each_other(told: Sequence[Told]) -> QGridLayout:
    """Return the offers, laid out."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for number, (button, text, picture, hint, go) in enumerate(told):
        button.setText(text)
        button.setIcon(icon(picture))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked, go=go: go())
        said = QLabel(hint)
        said.setProperty("role", "hint")
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(button, 0, number)
        grid.addWidget(said, 1, number)
        grid.setColumnStretch(number, 1)
    return grid
