"""The two buttons under the dialogs that mend records."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton


def foot(
    text: str, go: Callable[[], None], leave: Callable[[], None]
) -> tuple[QPushButton, QHBoxLayout]:
    """Return the button that does it, and the row it stands in with 取消."""
    do, back = QPushButton(text), QPushButton("取消")
    do.setProperty("role", "primary")
    do.clicked.connect(lambda _checked: go())
    back.clicked.connect(lambda _checked: leave())
    row = QHBoxLayout()
    row.addStretch()
    for button in (do, back):
        button.setAutoDefault(False)
        row.addWidget(button)
    return do, row
