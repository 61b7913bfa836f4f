"""A widget whose properties choose its look in the style sheet, shown anew when they change."""

from PySide6.QtWidgets import QWidget


def give_role(widget: QWidget, role: str) -> None:
    """Let a widget look as its role says."""
    widget.setProperty("role", role)
    show_anew(widget)


def show_anew(widget: QWidget) -> None:
    """Look the style up again: Qt does so only once by itself."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
