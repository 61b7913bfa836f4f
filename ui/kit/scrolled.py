"""What scrolls, shown anew."""

from PySide6.QtWidgets import QScrollArea, QWidget


def show_in(scroll: QScrollArea, body: QWidget) -> None:
    """Show another body; the old one goes later, for its own click or key may have asked for it."""
    old: QWidget | None = scroll.takeWidget()
    if old is not None:
        old.deleteLater()
    scroll.setWidget(body)
